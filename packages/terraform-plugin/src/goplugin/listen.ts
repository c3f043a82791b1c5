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
 * Listens on a unix socket in a directory of its own that only this user can enter; where there are none (Windows) or
 * the path is too long, on 127.0.0.1 within `PLUGIN_MIN_PORT`–`PLUGIN_MAX_PORT`.
 */
export async function listen(server: Server, env: NodeJS.ProcessEnv = process.env): Promise<Listening> {
  const socket = process.platform === 'win32' ? undefined : openDirectory(env);
  if (socket === undefined) return listenTcp(server, env);
  try {
    await started(server, () => server.listen(socket.path));
  } catch (error) {
    socket.clean();
    throw error;
  }
  return { network: 'unix', address: socket.path, clean: socket.clean };
}

function openDirectory(env: NodeJS.ProcessEnv): { path: string; clean(): void } | undefined {
  const parent = socketParent(env);
  if (Buffer.byteLength(join(parent, 'tfplugin-XXXXXX', SOCKET)) > LONGEST_PATH) return undefined;
  const directory = mkdtempSync(join(parent, 'tfplugin-')); // mode 0700, by mkdtemp(3)
  return { path: join(directory, SOCKET), clean: () => rmSync(directory, { recursive: true, force: true }) };
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
