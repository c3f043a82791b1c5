import type { IncomingMessage } from 'node:http';

/** More than any of the clouds takes; keeps a runaway client from filling the memory. */
const MAX_BYTES = 16 * 1024 * 1024;

/** The whole body as text, or `undefined` where it is too long or the client went away. */
export async function readText(message: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of message as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes <= MAX_BYTES) chunks.push(chunk);
    }
  } catch {
    return undefined;
  }
  return bytes > MAX_BYTES ? undefined : Buffer.concat(chunks).toString('utf8');
}

export type ParsedBody = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

/** Parses what claims to be JSON, or claims nothing; text of another type is left to the handler. */
export function parseBody(text: string, contentType: string | undefined): ParsedBody {
  if (text === '') return { ok: true, value: undefined };
  if (contentType !== undefined && !/[/+]json\b/i.test(contentType)) return { ok: true, value: undefined };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}
