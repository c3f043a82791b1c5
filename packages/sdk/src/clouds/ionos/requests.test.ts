import { type Emulated, emulated } from './testing/emulated.js';

let ionos: Emulated;
beforeAll(async () => {
  ionos = await emulated();
});
beforeEach(() => ionos.emulator.reset());
afterAll(async () => {
  await ionos.emulator.close();
  expect(ionos.emulator.failures).toEqual([]);
});

const MANY = 12;
const volumes = () => {
  const cloud = ionos.connect();
  const specs = Array.from({ length: MANY }, (_, i) => ({ name: `data-${i}`, region: 'de/fra', sizeGib: 10 }));
  return Promise.all(specs.map((spec) => cloud.volumes.create(spec)));
};
const counted = (method: string, path: string) => ionos.emulator.requests.count({ method, path });

it('many orders of one data center are looked up together, and each by itself when it is over', async () => {
  expect(await volumes()).toHaveLength(MANY);
  expect(counted('GET', '/requests')).toBeGreaterThan(2);
  // And one for the data center itself; now and then one that came between the lists.
  expect(counted('GET', '/requests/*/status')).toBeLessThan(2 * MANY);
});

it('who may not list requests asks for each', async () => {
  ionos.emulator.faults.add({ kind: 'status', status: 403, method: 'GET', path: '/requests', times: 'always' });
  expect(await volumes()).toHaveLength(MANY);
  expect(counted('GET', '/requests/*/status')).toBeGreaterThan(2 * MANY);
});

it('an order that fails is told while others wait', async () => {
  ionos.emulator.quotas.set('ionos', 'ssd', 50);
  const cloud = ionos.connect();
  const ends = await Promise.allSettled(
    Array.from({ length: 6 }, (_, i) => cloud.volumes.create({ name: `data-${i}`, region: 'de/fra', sizeGib: 10 })),
  );
  expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(1);
});

it('labels that are put on when a thing is recorded are not asked for first', async () => {
  const { id } = await ionos
    .connect()
    .volumes.create({ name: 'data', region: 'de/fra', sizeGib: 10, labels: { a: 'b' } });
  const [, dc, volume] = id.split('/');
  const path = `/datacenters/${dc}/volumes/${volume}/labels`;
  // Once, to read the finished thing.
  expect(counted('GET', path)).toBe(1);
  const { items } = await ionos.raw<{ items: { properties: { key: string } }[] }>(`${path}?depth=1`);
  expect(items.map(({ properties }) => properties.key).sort()).toEqual(['a', 'hansa-owner']);
});
