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
  process.once('disconnect', () => {
    // The server was killed, and could not take its folder with it.
    rmSync(dirname(__filename), { recursive: true, force: true });
    process.kill(process.pid, 'SIGTERM');
  });
  process.on('message', (word: Word) => {
    if (typeof word === 'object') open(word.inspect, '127.0.0.1');
    else {
      close();
      process.send?.('released');
    }
  });
}
