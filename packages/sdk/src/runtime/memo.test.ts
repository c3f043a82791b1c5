import { jumpingClock } from './clock.js';
import { Memo } from './memo.js';

test('asks once for all, again when the time is over, and keeps neither failures nor what is not there yet', async () => {
  const clock = jumpingClock(0);
  const memo = new Memo(clock, 1000);
  let asked = 0;
  const ask = async () => {
    asked += 1;
    if (asked === 1) throw new Error('away');
    return asked === 2 ? undefined : asked;
  };
  const [one, two] = await Promise.allSettled([memo.get('k', ask), memo.get('k', ask)]);
  expect([one?.status, two?.status, asked]).toEqual(['rejected', 'rejected', 1]);
  expect(await memo.get('k', ask)).toBeUndefined();
  expect(await Promise.all([memo.get('k', ask), memo.get('k', ask), memo.get('other', async () => 7)])).toEqual([
    3, 3, 7,
  ]);
  await clock.sleep(999);
  expect(await memo.get('k', ask)).toBe(3);
  expect(await memo.get('k', ask, 500)).toBe(4);
  await clock.sleep(1000);
  expect(await memo.get('k', ask)).toBe(5);
});

test('a failure that comes late forgets nothing that was asked for after it', async () => {
  const clock = jumpingClock(0);
  const memo = new Memo(clock, 1000);
  let fail!: (error: Error) => void;
  const first = memo.get('k', () => new Promise((_resolve, reject) => (fail = reject)));
  await clock.sleep(1000);
  expect(await memo.get('k', async () => 'new')).toBe('new');
  fail(new Error('late'));
  await expect(first).rejects.toThrow('late');
  expect(await memo.get('k', async () => 'newer')).toBe('new');
});
