import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the host connects to. */
export interface Address {
  readonly network: 'unix' | 'tcp';
  readonly address: string;
}

export interface Listening extends Address {
  /** Removes the socket's directory. */
  clean(): void;
}

/** sun_path, without its closing zero. Node 20 cuts a longer path silently and listens elsewhere. */
const LONGEST_PATH = process.platform === 'darwin' ? 103 : 107;

/** Directories of sockets by their names, and what the socket in them is called. */
export const SOCKET_DIRECTORY = /^tfplugin-[A-Za-z0-9]{6}$/;
export const SOCKET = 's';

/** Where they are made. */
export const socketParent = (env: NodeJS.ProcessEnv = process.env): string => env['PLUGIN_UNIX_SOCKET_DIR'] || tmpdir();

/**
 * Listens on a unix socket in a directory of its own that only this user can enter. Where there are none (Windows), or none can be made
 * (too long a path, a directory that is full or not ours), on 127.0.0.1 within `PLUGIN_MIN_PORT`–`PLUGIN_MAX_PORT`, which other users of
 * the machine reach too: where unix sockets are had, only for a server that is `secured` against strangers.
 */
export async function listen(
  server: Server,
  env: NodeJS.ProcessEnv = process.env,
  secured = false,
): Promise<Listening> {
  if (process.platform === 'win32') return listenTcp(server, env);
  const parent = socketParent(env);
  try {
    return await listenUnix(server, parent);
  } catch (error) {
    if (secured) return listenTcp(server, env);
    const { message } = error as Error;
    throw new Error(
      `no socket for this user alone can be made in ${parent} (${message}): set TMPDIR to another directory`,
    );
  }
}

async function listenUnix(server: Server, parent: string): Promise<Listening> {
  const longest = LONGEST_PATH - join('/tfplugin-XXXXXX', SOCKET).length;
  if (Buffer.byteLength(parent) > longest)
    throw new Error(`a path of more than ${longest} bytes is too long for a socket`);
  const directory = mkdtempSync(join(parent, 'tfplugin-')); // mode 0700, by mkdtemp(3)
  const clean = (): void => rmSync(directory, { recursive: true, force: true });
  const address = join(directory, SOCKET);
  try {
    await started(server, () => server.listen(address));
  } catch (error) {
    clean();
    throw error;
  }
  return { network: 'unix', address, clean };
}

async function listenTcp(server: Server, env: NodeJS.ProcessEnv): Promise<Listening> {
  const first = Number(env['PLUGIN_MIN_PORT'] || 0);
  const last = Math.max(first, Number(env['PLUGIN_MAX_PORT'] || 0));
  for (let port = first; ; port += 1) {
    try {
      await started(server, () => server.listen(port, '127.0.0.1'));
      break;
    } catch (error) {
      // EACCES: Windows keeps ranges of ports for itself.
      if (!['EADDRINUSE', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '') || port >= last) throw error;
    }
  }
  const bound = server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : first;
  return { network: 'tcp', address: `127.0.0.1:${port}`, clean: () => {} };
}

function started(server: Server, start: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error) => {
      server.off('error', settle);
      server.off('listening', settle);
      if (error) reject(error);
      else resolve();
    };
    server.once('error', settle);
    server.once('listening', settle);
    start();
  });
}
