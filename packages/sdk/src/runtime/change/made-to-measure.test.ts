import { Hansa } from '../../hansa.js';
import type { Measure } from '../../sizes/index.js';
import { jumpingClock } from '../clock.js';
import { MemoryApi, memoryCloud } from '../testing/memory-cloud.js';

/** A cloud that also sells any number of cores with any number of GiB, as `custom-3-7`. */
const setup = (api = new MemoryApi()) => {
  const base = memoryCloud(api);
  const tailor = async (_: unknown, __: unknown, measure: Measure) => {
    const [, cores, gib] = 'id' in measure ? (/^custom-(\d+)-(\d+)$/.exec(measure.id) ?? []) : [];
    const [vcpus, memoryGib] = 'id' in measure ? [Number(cores), Number(gib)] : [measure.vcpus, measure.memoryGib];
    if (!(vcpus > 0)) return [];
    const [listed] = await base.sizes(api, {} as never);
    return [{ ...listed!, id: `custom-${vcpus}-${memoryGib}`, vcpus, memoryGib, diskGib: null }];
  };
  const cloud = { ...base, tailor };
  return new Hansa({ owner: 'shop', env: {}, clock: jumpingClock(), clouds: { memory: { driver: cloud } } }).cloud(
    'memory',
  );
};
const web = { name: 'web', region: 'DE', image: 'debian-12' } as const;

it.each([
  ['an SCS name', { size: 'SCS-3V-7' }],
  ['the vendor’s own name', { size: 'custom-3-7' }],
  ['cores and memory', { vcpus: 3, memoryGib: 7 }],
])('%s gets a size to its measure, which is listed nowhere', async (_, wish) => {
  const server = await setup().servers.create({ ...web, ...wish });
  expect(server).toMatchObject({ nativeSize: 'custom-3-7', vcpus: 3, memoryGib: 7 });
  expect((await setup().sizes('m1')).map(({ id }) => id)).not.toContain('custom-3-7');
});

it('a server keeps its size when other words mean the same, and changes when they do not', async () => {
  const memory = setup();
  const spec = { ...web, vcpus: 3, memoryGib: 7 };
  const prior = (await memory.servers.create(spec)) as unknown as Record<string, unknown>;
  const changed = async (wish: object) =>
    (await memory.servers.plan({ spec: { ...web, ...wish }, prior })).values['nativeSize'];
  expect(await changed({ size: 'SCS-3V-7' })).toBe('custom-3-7');
  expect(await changed({ size: 'SCS-3V-6' })).toBe('custom-3-7');
  expect(await changed({ size: 'SCS-3V-8' })).toBe('custom-3-8');
});

it('what cannot be made is told as before', async () => {
  const { issues } = await setup().servers.plan({ spec: { ...web, size: 'nonsense' }, prior: null });
  expect(issues).toMatchObject([{ code: 'invalid', attribute: ['size'] }]);
});
