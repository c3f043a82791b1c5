import type { Place } from '../../places/index.js';
import { chooseSize } from '../../sizes/index.js';
import { type Emulated, emulated, failure } from './testing/emulated.js';

let ionos: Emulated;
beforeAll(async () => {
  ionos = await emulated();
});
afterAll(async () => {
  await ionos.emulator.close();
  expect(ionos.emulator.failures).toEqual([]);
});

const wish = { size: null, vcpus: null, memoryGib: null, diskGib: null, architecture: null };
const resolve = async (words: object, place: Place['id'] = 'de/fra') => {
  const asked = { ...wish, ...words };
  const size = chooseSize(await ionos.connect().sizes(place, asked), asked, place);
  return 'severity' in size ? size.message : size.id;
};

it.each([
  ['an SCS name', { size: 'SCS-2V-4' }, 'VCPU-2-4'],
  ['an SCS name that no list has', { size: 'SCS-3V-7.5' }, 'VCPU-3-7.5'],
  ['an SCS name of dedicated cores', { size: 'SCS-3C-7' }, 'AMD_EPYC-3-7'],
  ['a crowded core, which is none of the vendor’s', { size: 'SCS-1L-1' }, 'VCPU-1-1'],
  ['numbers', { vcpus: 5, memoryGib: 9 }, 'VCPU-5-9'],
  ['memory between two steps', { vcpus: 1, memoryGib: 1.1 }, 'VCPU-1-1.25'],
  ['a family', { size: 'INTEL_SKYLAKE-6-12' }, 'INTEL_SKYLAKE-6-12'],
])('%s gets just what it asks for', async (_, words, id) => {
  expect(await resolve(words)).toBe(id);
});

it.each([
  ['a family that is not there', { size: 'INTEL_ICELAKE-2-4' }],
  ['half a step of memory', { size: 'VCPU-1-1.1' }],
  ['more cores than a server may have', { size: 'VCPU-61-64' }],
  ['more memory than a server may have', { vcpus: 2, memoryGib: 1000 }],
  ['no core', { size: 'VCPU-0-1' }],
  ['another form', { size: 'vcpu-2-4' }],
])('%s is refused', async (_, words) => {
  expect(await resolve(words)).toMatch(/neither an SCS flavour name|nothing in de\/fra has at least/);
});

it('ARM is told not to be there', async () => {
  expect(await resolve({ size: 'SCS-2V-4_a' })).toMatch(/nothing in de\/fra/);
});

it('lists examples of shared and dedicated cores, without a price, which no API tells', async () => {
  const sizes = await ionos.connect().sizes('fr/par');
  expect(new Set(sizes.map(({ id }) => id.split('-')[0]))).toEqual(new Set(['VCPU', 'INTEL_ICELAKE']));
  expect(sizes.every(({ price, diskGib }) => price === null && diskGib === null)).toBe(true);
});

it('does not turn shared cores into dedicated ones unsaid', async () => {
  const cloud = ionos.connect();
  const web = { name: 'web', region: 'de/fra', image: 'debian-12' };
  const { id } = await cloud.servers.create({ ...web, size: 'VCPU-1-2' });
  expect(await cloud.servers.update(id, { size: 'SCS-2V-4' })).toMatchObject({ nativeSize: 'VCPU-2-4' });
  expect(await failure(cloud.servers.update(id, { size: 'AMD_EPYC-2-4' }))).toMatchObject({
    code: 'invalid',
    details: { attribute: ['size'], message: expect.stringContaining('cannot become one of ENTERPRISE') },
  });
  // What failed on the way leaves it as it was.
  expect(await cloud.servers.read(id)).toMatchObject({ nativeSize: 'VCPU-2-4', power: 'on' });
  await cloud.servers.delete(id);
});
