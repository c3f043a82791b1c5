import { getEventListeners } from 'node:events';
import { CloudError } from '../../errors/index.js';
import { jumpingClock } from '../clock.js';
import { Waiter } from './waiter.js';

const signal = new AbortController().signal;
const setup = (doneAt: (key: string) => number, batch = 25) => {
  const clock = jumpingClock(0);
  const requests: string[][] = [];
  const waiter = new Waiter<'pending' | 'done'>(clock, {
    batch,
    look: async (keys) => {
      requests.push([...keys]);
      return new Map(keys.map((key) => [key, clock.now() >= doneAt(key) ? 'done' : 'pending']));
    },
  });
  const wait = (key: string, more: object = {}) =>
    waiter
      .wait({ key, judge: (r) => r === 'done', deadlineMs: 3_600_000, signal, what: key, ...more })
      .then(() => clock.now());
  return { clock, requests, wait };
};

describe('Waiter', () => {
  it('waits for 32 servers of 69 s with at most 100 requests, none reported more than 2 s late', async () => {
    const { requests, wait } = setup(() => 69_000);
    const ends = await Promise.all(Array.from({ length: 32 }, (_, i) => wait(`${i}`)));
    expect(requests.length).toBeLessThanOrEqual(100);
    expect(Math.max(...ends)).toBeLessThanOrEqual(71_000);
  });

  it('thins the early polls of what is known to take long', async () => {
    const plain = setup(() => 69_000);
    await plain.wait('a');
    const informed = setup(() => 69_000);
    await informed.wait('a', { expectMs: 60_000 });
    expect(informed.requests.length).toBeLessThan(plain.requests.length);
  });

  it('is not fooled by an estimate that is twice too long', async () => {
    const { wait } = setup(() => 20_000);
    expect(await wait('a', { expectMs: 40_000 })).toBeLessThanOrEqual(22_000);
  });

  it('says what it waited for when time runs out', async () => {
    const { wait } = setup(() => Number.POSITIVE_INFINITY);
    await expect(wait('server x', { deadlineMs: 10_000 })).rejects.toThrow(/waited 1\d s for server x/);
  });

  it('ends with the error that the look-up names, for that one alone', async () => {
    const clock = jumpingClock(0);
    const waiter = new Waiter<string>(clock, { batch: 2, look: async (keys) => new Map(keys.map((k) => [k, k])) });
    const judge = (r: string | undefined) =>
      r === 'bad' ? new CloudError('unavailable', { message: 'it failed' }) : true;
    const [good, bad] = await Promise.allSettled(
      ['good', 'bad'].map((key) => waiter.wait({ key, judge, deadlineMs: 1000, signal, what: key })),
    );
    expect(good?.status).toBe('fulfilled');
    expect(bad).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('it failed') } });
  });

  it('lets go when it is told to stop', async () => {
    const { wait } = setup(() => Number.POSITIVE_INFINITY);
    const stop = new AbortController();
    const pending = wait('a', { signal: stop.signal });
    stop.abort(new Error('stopped'));
    await expect(pending).rejects.toThrow('stopped');
  });

  it('is stopped at once, even while a look is under way, and leaves the others waiting', async () => {
    const clock = jumpingClock(0);
    let answer!: () => void;
    const going = new Promise<Map<string, string>>((resolve) => (answer = () => resolve(new Map([['b', 'done']]))));
    const waiter = new Waiter<string>(clock, { batch: 9, look: () => going });
    const wish = { judge: (r: string | undefined) => r === 'done', deadlineMs: 1000, now: true, what: 'x' };
    const stop = new AbortController();
    const first = waiter.wait({ ...wish, key: 'a', signal: stop.signal });
    const second = waiter.wait({ ...wish, key: 'b', signal });
    await new Promise((resolve) => setImmediate(resolve));
    stop.abort(new Error('stopped'));
    await expect(first).rejects.toThrow('stopped');
    await expect(waiter.wait({ ...wish, key: 'c', signal: stop.signal })).rejects.toThrow('stopped');
    answer();
    await expect(second).resolves.toBe('done');
  });

  it('keeps the trouble of one to itself: a judgement that throws, a key that the cloud refuses', async () => {
    const clock = jumpingClock(0);
    const asked: string[][] = [];
    const waiter = new Waiter<string>(clock, {
      batch: 9,
      look: async (keys) => {
        asked.push([...keys]);
        if (keys.includes('forbidden')) throw new CloudError('forbidden', { message: 'not yours' });
        return new Map(keys.map((key) => [key, 'done']));
      },
    });
    const judge = (key: string) => () => {
      if (key === 'throws') throw new TypeError('a bug');
      return true;
    };
    const ends = await Promise.allSettled(
      ['a', 'throws', 'forbidden', 'b'].map((key) =>
        waiter.wait({ key, judge: judge(key), deadlineMs: 1000, signal, now: true, what: key }),
      ),
    );
    expect(ends.map((end) => (end.status === 'fulfilled' ? end.value : String(end.reason)))).toEqual([
      'done',
      'TypeError: a bug',
      expect.stringContaining('not yours'),
      'done',
    ]);
    expect(asked).toEqual([['a'], ['throws', 'forbidden', 'b'], ['throws'], ['forbidden'], ['b']]);
  });

  it('hangs one listener on a signal that stops a thousand waits, and takes it for no leak', async () => {
    const warnings: Error[] = [];
    const warned = (warning: Error) => void warnings.push(warning);
    process.on('warning', warned);
    const { wait } = setup(() => 30_000);
    const shared = new AbortController();
    await Promise.all(Array.from({ length: 1000 }, (_, i) => wait(`${i}`, { signal: shared.signal })));
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off('warning', warned);
    expect(warnings).toEqual([]);
    expect(getEventListeners(shared.signal, 'abort')).toHaveLength(1);
  });
});
