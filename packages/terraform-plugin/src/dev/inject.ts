import { rmSync } from 'node:fs';
import { close, open } from 'node:inspector';
import { dirname } from 'node:path';

/** What the development server says to a provider that it runs. */
export type Word = { readonly inspect: number } | 'release the inspector';

/**
 * Bundled into each provider that the development server runs, in a folder of the server's own: it ends with the server, and has the inspector
 * when it is told.
 */
if (process.channel) {
  process.channel.unref();
  const server = process.ppid;
  process.once('disconnect', () => {
    // The server was killed, and could not take its folder with it.
    removeFolder();
    process.kill(process.pid, 'SIGTERM');
  });
  // Once more at the very end: what is removed while something in it is still made or removed may stay, and who writes to a server that is gone
  // may end before it hears of that.
  process.once('exit', () => {
    if (!process.connected || process.ppid !== server) removeFolder();
  });
  process.on('message', (word: Word) => {
    if (typeof word === 'object') open(word.inspect, '127.0.0.1');
    else {
      close();
      process.send?.('released');
    }
  });
}

function removeFolder(): void {
  try {
    rmSync(dirname(__filename), { recursive: true, force: true });
  } catch {
    // There is nobody left to tell.
  }
}
