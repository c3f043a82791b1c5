import { lstat, readdir, rmdir, unlink } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { SOCKET, SOCKET_DIRECTORY } from './listen.js';

/** Younger ones may not listen yet, or be about to go. */
const LEAST_AGE_MS = 3_600_000;
/**
 * Removes the directories of providers that were killed: only such as are this user's own, closed to others, an hour old, and hold nothing but a
 * socket at which nobody listens. That is asked of the socket itself, since a process id says nothing in another container. Never rejects.
 */
export async function sweepSockets(parent: string, now = Date.now()): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  for (const name of names.filter((one) => SOCKET_DIRECTORY.test(one))) {
    // Somebody else may sweep too: what is gone is gone.
    await sweep(join(parent, name), now).catch(() => {});
  }
}

async function sweep(directory: string, now: number): Promise<void> {
  const found = await lstat(directory);
  const own = found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o777) === 0o700;
  if (!own || now - found.mtimeMs < LEAST_AGE_MS) return;
  const entries = await readdir(directory);
  if (entries.length > 0) {
    const socket = join(directory, SOCKET);
    if (entries.join() !== SOCKET || !(await lstat(socket)).isSocket() || !(await isDead(socket))) return;
    await unlink(socket);
  }
  await rmdir(directory);
}

function isDead(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED'));
  });
}
