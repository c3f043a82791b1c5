import { stoppable, stopSignal, unstoppable } from './stop.js';

const turns = async (n: number) => {
  for (let i = 0; i < n; i += 1) await new Promise((resolve) => setImmediate(resolve));
};

test('who only waits is let go at once, with the reason', async () => {
  const stop = new AbortController();
  const going = stoppable(stop.signal, () => new Promise(() => {}));
  stop.abort(new Error('enough'));
  await expect(going).rejects.toThrow('enough');
  await expect(stoppable(stop.signal, async () => 'never begun')).rejects.toThrow('enough');
});

test('what must come to its end is waited for, and so is what follows from it at once', async () => {
  const stop = new AbortController();
  const done: string[] = [];
  const going = stoppable(stop.signal, async () => {
    await unstoppable(async () => {
      expect(stopSignal()).toBeUndefined();
      await turns(3);
      done.push('sent');
    });
    await unstoppable(async () => {
      await turns(3);
      done.push('put back');
    });
    return 'made';
  });
  stop.abort(new Error('enough'));
  // It had come to its end by itself by then: what it made is better news than that it was stopped.
  await expect(going).resolves.toBe('made');
  expect(done).toEqual(['sent', 'put back']);
});

test('each call has its own signal, a part of a call that of the whole, and what runs outside has none', async () => {
  const [one, two] = [new AbortController().signal, new AbortController().signal];
  const seen = await Promise.all([
    stoppable(one, () => turns(1).then(() => stoppable(one, async () => stopSignal()))),
    stoppable(two, () => turns(2).then(stopSignal)),
    stoppable(undefined, () => turns(1).then(stopSignal)),
  ]);
  expect(seen).toEqual([one, two, undefined]);
});

test('a failure after the stop is nobody’s unhandled rejection', async () => {
  const stop = new AbortController();
  let fail!: (error: Error) => void;
  const going = stoppable(stop.signal, () => new Promise((_resolve, reject) => (fail = reject)));
  stop.abort(new Error('enough'));
  await expect(going).rejects.toThrow('enough');
  fail(new Error('late'));
  await turns(3);
});
