import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from '../goplugin/log.js';
import { AfterReply } from './after-reply.js';

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

  test('is not done when core is gone', async () => {
    start(1, 2);
    after.abandon();
    await pass(20_000);
    await after.settle(1_000);
    expect(done).toEqual([]);
  });
});

test('without calm it begins at once', async () => {
  const done: number[] = [];
  new AfterReply(log).start(() => void done.push(1));
  await sleep(1);
  expect(done).toEqual([1]);
});
