import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from '../goplugin/log.js';
import { AfterReply, UNTIL_RECORDED } from './after-reply.js';
import { SETTLE_MS } from './provider-server.js';

const log = createLogger(() => {}, 'error');
const CALM = { shortest: 1_000, longest: 10_000, most: 2 };

describe('work put off until core has recorded a reply', () => {
  let done: number[];
  let after: AfterReply;
  const start = (...works: number[]) => {
    for (const work of works) after.start(() => void done.push(work));
  };
  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

  beforeEach(() => {
    jest.useFakeTimers();
    done = [];
    after = new AfterReply(log, CALM);
  });
  afterEach(() => {
    after.abandon();
    jest.useRealTimers();
  });

  test('waits long where there is little of it', async () => {
    start(1, 2);
    await pass(9_000);
    expect(done).toEqual([]);
    await pass(2_000);
    expect(done).toEqual([1, 2]);
  });

  test('waits only as long as it must where there is much of it', async () => {
    start(1, 2, 3, 4);
    await pass(900);
    expect(done).toEqual([]);
    await pass(1_000);
    expect(done).toEqual([1, 2]);
  });

  test('is done at once at shutdown', async () => {
    start(1, 2);
    await after.settle(1_000);
    expect(done).toEqual([1, 2]);
    expect(jest.getTimerCount()).toBe(0);
  });

  test.each([
    ['sends twenty a second, each of 100 ms', { perSecond: 20, atOnce: 10, eachMs: 100 }],
    ['sends ten at once, each of 400 ms', { perSecond: Number.POSITIVE_INFINITY, atOnce: 10, eachMs: 400 }],
  ])(
    'is all done at shutdown, as much as may wait, by a client that %s',
    async (_what, { perSecond, atOnce, eachMs }) => {
      const freeAt = Array.from({ length: atOnce }, () => 0);
      let sent = 0;
      const request = async (work: number) => {
        const slot = freeAt.indexOf(Math.min(...freeAt));
        const begin = Math.max(freeAt[slot]!, (sent++ / perSecond) * 1_000);
        freeAt[slot] = begin + eachMs;
        await sleepFake(begin + eachMs);
        done.push(work);
      };
      after = new AfterReply(log, UNTIL_RECORDED);
      const works = Array.from({ length: UNTIL_RECORDED.most }, (_, work) => work);
      for (const work of works) after.start(() => request(work));
      await pass(UNTIL_RECORDED.longest - 1_000);
      expect(done).toEqual([]);
      const settled = after.settle(SETTLE_MS);
      await pass(SETTLE_MS);
      await settled;
      expect(done).toEqual(works);
    },
  );

  test('is not done when core is gone', async () => {
    start(1, 2);
    after.abandon();
    await pass(20_000);
    await after.settle(1_000);
    expect(done).toEqual([]);
  });
});

function sleepFake(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

test('without calm it begins at once', async () => {
  const done: number[] = [];
  new AfterReply(log).start(() => void done.push(1));
  await sleep(1);
  expect(done).toEqual([1]);
});
