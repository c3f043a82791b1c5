import pc from 'picocolors';

type Stream = NodeJS.WriteStream;

/** Whether a stream wants colour: a terminal does, unless NO_COLOR says no; FORCE_COLOR asks for it elsewhere (no-color.org). */
export function wantsColour(stream: Pick<Stream, 'isTTY'>, env: NodeJS.ProcessEnv = process.env): boolean {
  if (env['NO_COLOR']) return false;
  return Boolean(env['FORCE_COLOR']) || (stream.isTTY === true && env['TERM'] !== 'dumb');
}

/** Colours for what goes to `stream`; plain text where it wants none. */
export function colours(stream: Stream): ReturnType<typeof pc.createColors> {
  return pc.createColors(wantsColour(stream));
}
