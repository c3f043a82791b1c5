import { Turns } from './turns.js';

const later = () => new Promise((resolve) => setImmediate(resolve));

test('work of one key comes one after the other, of two keys at once, and after a failure the next', async () => {
  const turns = new Turns();
  const said: string[] = [];
  const work =
    (name: string, fails = false) =>
    async () => {
      said.push(`${name} begins`);
      await later();
      said.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const all = [turns.take('a', work('first', true)), turns.take('a', work('second')), turns.take('b', work('other'))];
  expect((await Promise.allSettled(all)).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(said.slice(0, 2)).toEqual(['first begins', 'other begins']);
  const ofOne = said.filter((one) => !one.startsWith('other'));
  expect(ofOne).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  expect(await turns.take('a', work('third'))).toBe('third');
});
