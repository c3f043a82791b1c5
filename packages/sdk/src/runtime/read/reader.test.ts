import { CloudError } from '../../errors/index.js';
import type { AnyKind } from '../../kinds/model/index.js';
import { jumpingClock } from '../clock.js';
import type { Cell, ListFilter, Observed } from '../driver/cell.js';
import { Reader } from './reader.js';

type Seen = Observed<AnyKind>;
const thing = (id: string, owner = 'shop'): Seen => ({
  id,
  name: id,
  labels: { 'hansa-owner': owner },
  status: 'ready',
});

/** A cell that counts what it is asked. */
function setup(things: Seen[], snapshotMs = 0) {
  const clock = jumpingClock(0);
  const calls: string[] = [];
  let refuse: CloudError | undefined;
  const cell = {
    read: async (_api: unknown, id: string) => {
      calls.push(`read ${id}`);
      return things.find((one) => one.id === id);
    },
    list: async (_api: unknown, { owner }: ListFilter) => {
      calls.push(`list ${owner ?? 'all'}`);
      if (refuse) throw refuse;
      return things.filter((one) => !owner || one.labels['hansa-owner'] === owner).map((one) => ({ ...one }));
    },
  } as unknown as Cell<AnyKind, unknown>;
  const reader = new Reader(cell, undefined, clock, { owner: 'shop', snapshotMs });
  const names = async (ids: readonly string[]) =>
    (await Promise.all(ids.map((id) => reader.read(id)))).map((one) => one?.name);
  const refused = (error: CloudError | undefined) => (refuse = error);
  return { clock, calls, cell, reader, names, refused, things };
}
const many = (n: number, owner?: string) => Array.from({ length: n }, (_, i) => thing(`${owner ?? 't'}${i}`, owner));

test('what stands at one place is looked for there alone, and another place that is down is no trouble', async () => {
  const { calls, cell, names } = setup(['a/1', 'a/2', 'a/3', 'b/1'].map((id) => thing(id)));
  cell.placeOf = (id) => id.split('/')[0];
  const list = cell.list;
  cell.list = async (api, filter) => {
    if (filter.place !== 'a') throw new CloudError('unavailable', { message: 'b is down' });
    return (await list(api, filter)).filter((one) => one.id.startsWith('a/'));
  };
  expect(await names(['a/1', 'a/2', 'a/3', 'b/1'])).toEqual(['a/1', 'a/2', 'a/3', 'b/1']);
  expect(calls).toEqual(expect.arrayContaining(['list shop', 'read b/1']));
  expect(calls).toHaveLength(2);
});

test('reads that come together are one list, each thing is asked for once, and what is gone is looked for by itself', async () => {
  const { calls, names } = setup(many(10));
  expect(await names(['t1', 't2', 't2', 't3', 'gone'])).toEqual(['t1', 't2', 't2', 't3', undefined]);
  expect(calls).toEqual(['list shop', 'read gone']);
});

test('things of other owners (imported ones) are found by one more list', async () => {
  const { calls, names } = setup([...many(3), ...many(3, 'other')]);
  expect(await names(['t0', 'other0', 'other1', 'other2'])).toEqual(['t0', 'other0', 'other1', 'other2']);
  expect(calls).toEqual(['list shop', 'list all']);
});

test('a snapshot serves for as long as it was said and no longer', async () => {
  const { calls, names, clock, things } = setup(many(5), 30_000);
  await names(['t0', 't1', 't2']);
  things[3] = { ...thing('t3'), name: 'renamed' };
  expect(await names(['t3'])).toEqual(['t3']);
  await clock.sleep(30_000);
  expect(await names(['t2', 't3', 't4'])).toEqual(['t2', 'renamed', 't4']);
  expect(calls).toEqual(['list shop', 'list shop']);
});

test('what was changed here is read past every snapshot, and once lists have caught up, by lists again', async () => {
  const { calls, names, reader, clock } = setup(many(100), 30_000);
  await names(['t0', 't1', 't2']);
  for (let i = 0; i < 100; i += 1) reader.touch(`t${i}`);
  await names(['t0', 't1', 't2']);
  expect(calls).toEqual(['list shop', 'read t0', 'read t1', 'read t2']);
  await clock.sleep(40_000);
  calls.length = 0;
  await names(Array.from({ length: 100 }, (_, i) => `t${i}`));
  expect(calls).toEqual(['list shop']);
});

test('who may not list still reads one by one', async () => {
  const { calls, names, refused, reader } = setup(many(4));
  refused(new CloudError('forbidden', { message: 'no' }));
  expect(await names(['t0', 't1', 't2'])).toEqual(['t0', 't1', 't2']);
  expect([...(await reader.readMany(['t0', 't1', 't2'])).keys()]).toEqual(['t0', 't1', 't2']);
  expect(calls.filter((call) => call.startsWith('read'))).toHaveLength(6);
});

test('a list that fails fails those who asked for it, and nobody after', async () => {
  const { names, refused } = setup(many(4), 30_000);
  refused(new CloudError('unavailable', { message: 'away' }));
  const ends = await Promise.allSettled([names(['t0']), names(['t1']), names(['t2'])]);
  expect(ends.map((end) => end.status)).toEqual(['rejected', 'rejected', 'rejected']);
  refused(undefined);
  expect(await names(['t0', 't1', 't2'])).toEqual(['t0', 't1', 't2']);
});

test('three of ten thousand are not worth two hundred pages', async () => {
  const { calls, names, reader } = setup(many(10_000));
  await reader.ofOwner(undefined, true);
  calls.length = 0;
  await names(['t1', 't2', 't3']);
  await reader.readMany(['t1', 't2', 't3']);
  expect(calls).toEqual(['read t1', 'read t2', 'read t3', 'read t1', 'read t2', 'read t3']);
  calls.length = 0;
  await reader.readMany(Array.from({ length: 500 }, (_, i) => `t${i}`));
  expect(calls).toEqual(['list shop']);
});
