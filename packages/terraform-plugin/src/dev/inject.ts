import { close, open } from 'node:inspector';

/** What the development server says to a provider that it runs. */
export type Word = { readonly inspect: number } | 'release the inspector';

/** Bundled into each provider that the development server runs: it ends with the server, and has the inspector when it is told. */
if (process.channel) {
  process.channel.unref();
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.on('message', (word: Word) => {
    if (typeof word === 'object') open(word.inspect, '127.0.0.1');
    else {
      close();
      process.send?.('released');
    }
  });
}
