import { type Emulator, startEmulator } from '@hansa/emulator';
import { driverOf } from '@hansa/sdk';
import { Failure, UsageError } from '../../failure.js';
import { note, print } from '../../output/print.js';
import { signalled } from '../../signals.js';
import { exportLines, writeEnvFile } from './env-file.js';
import type { EmulateOptions } from './index.js';

/** Serves until somebody stops it; then saves what there is to save. */
export async function emulate(options: EmulateOptions): Promise<void> {
  const stop = signalled();
  const emulator = await start(options);
  try {
    if (options.writeEnv) writeEnvFile(options.writeEnv, emulator.env);
    announce(emulator, options);
    await stop;
  } finally {
    await emulator.close();
  }
}

async function start({ port, cloud, state, scale, latency, rateLimit }: EmulateOptions): Promise<Emulator> {
  try {
    return await startEmulator({
      port,
      ...(cloud ? { clouds: await Promise.all(cloud.map(emulated)) } : {}),
      ...(state ? { stateFile: state } : {}),
      clock: { scale },
      latencyMs: latency,
      rateLimit,
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof RangeError && code === undefined) throw new UsageError(message);
    if (code === 'EADDRINUSE')
      throw new Failure(`port ${port} is in use`, [
        'choose another with --port; 0 takes a free one',
        'stop what listens there',
      ]);
    if (code === 'ERR_SOCKET_BAD_PORT') throw new UsageError(`there is no port ${port}`, ['use 0 to 65535']);
    if (code === 'EACCES') throw new Failure(`may not listen on port ${port}`, ['use a port above 1023']);
    throw new Failure(message);
  }
}

/** The emulated cloud that a name means: a vendor's cloud (`infomaniak`) is emulated by the one whose driver speaks to it. */
async function emulated(name: string): Promise<string> {
  return (await driverOf(name)?.())?.profile?.driver ?? name;
}

/** What can be `eval`uated goes to stdout, what is for people to stderr. */
function announce({ url, clouds, env }: Emulator, options: EmulateOptions): void {
  if (options.json) {
    print(JSON.stringify({ url, clouds, env, pid: process.pid }));
    return;
  }
  for (const line of exportLines(env)) print(line);
  note('');
  for (const [name, prefix] of Object.entries(clouds)) note(`${name.padEnd(12)} ${url}${prefix}`);
  note(`${'control'.padEnd(12)} ${url}/_emulator`);
  note(
    `Export the lines above${options.writeEnv ? ` (also in ${options.writeEnv})` : ''} where you work. Ctrl-C stops it.`,
  );
}
