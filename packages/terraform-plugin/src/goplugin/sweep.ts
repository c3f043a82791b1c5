import { lstat, readdir, rmdir, unlink } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SOCKET, SOCKET_DIRECTORY } from './listen.js';

/** Younger ones may not listen yet, or be about to go. */
const LEAST_AGE_MS = 3_600_000;
/**
 * So many are looked at in one run: each killed provider leaves one, so that is far more than come, and a folder full of those of others
 * costs no more. Which, is left to chance: else some that are not to be removed would stand before those that are for ever.
 */
const MOST = 16;
// Not by node:fs/promises, which takes longer to load than the work itself.
const fs = { lstat: promisify(lstat), readdir: promisify(readdir), rmdir: promisify(rmdir), unlink: promisify(unlink) };

/**
 * Removes the directories of providers that were killed, some in each run: only such as are this user's own, closed to others, an hour old,
 * and hold nothing but a socket at which nobody listens. That is asked of the socket itself, since a process id says nothing in another
 * container. Never rejects.
 */
export async function sweepSockets(parent: string, now = Date.now()): Promise<void> {
  const names = (await fs.readdir(parent).catch(() => [])).filter((name) => SOCKET_DIRECTORY.test(name));
  const start = Math.floor(Math.random() * names.length);
  for (let looked = 0; looked < Math.min(MOST, names.length); looked += 1) {
    // Somebody else may sweep too: what is gone is gone.
    await sweep(join(parent, names[(start + looked) % names.length]!), now).catch(() => {});
  }
}

async function sweep(directory: string, now: number): Promise<void> {
  const found = await fs.lstat(directory);
  const own = found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o777) === 0o700;
  if (!own || now - found.mtimeMs < LEAST_AGE_MS) return;
  const entries = await fs.readdir(directory);
  if (entries.length > 0) {
    const socket = join(directory, SOCKET);
    if (entries.join() !== SOCKET || !(await fs.lstat(socket)).isSocket() || !(await isDead(socket))) return;
    await fs.unlink(socket);
  }
  await fs.rmdir(directory);
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
