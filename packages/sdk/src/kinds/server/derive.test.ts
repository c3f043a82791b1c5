import type { NativeSize } from '../../sizes/index.js';
import { deriveServer } from './derive.js';

const cx23: NativeSize = {
  id: 'cx23',
  vcpus: 2,
  memoryGib: 4,
  diskGib: 40,
  architecture: 'x86',
  cpu: 'shared',
  price: null,
  available: true,
  deprecated: false,
};
const catalogue = {
  cloud: 'hetzner',
  place: { id: 'fsn1', country: 'DE', scopes: { zone: 'fsn1', region: 'fsn1', area: 'eu-central' } },
  sizes: async () => [cx23],
  images: async () => [],
};

async function sizeIssues(spec: Record<string, unknown>) {
  const { issues } = await deriveServer({ image: 'debian-12', ...spec }, null, catalogue, new Set(['image']));
  return issues.map(({ attribute, message }) => `${attribute.join('.')}: ${message}`);
}

describe('a size beside other words for it', () => {
  test('that say the same is taken', async () => {
    expect(await sizeIssues({ size: 'SCS-2V-4', vcpus: 2, memoryGib: 4 })).toEqual([]);
    expect(await sizeIssues({ vcpus: 1, memoryGib: 3 })).toEqual([]);
  });

  test('that say something else is refused, at the words that do', async () => {
    expect(await sizeIssues({ size: 'SCS-2V-4', vcpus: 4, memoryGib: 4 })).toEqual([
      'vcpus: SCS-2V-4, here cx23, has 2 vCPU, not 4',
    ]);
    expect(await sizeIssues({ size: 'cx23', vcpus: 1, memoryGib: 8 })).toEqual([
      'vcpus: cx23 has 2 vCPU, not 1',
      'memoryGib: cx23 has 4 GiB, not 8',
    ]);
  });
});

test('a change that says nothing of the size keeps it, and the words for it', async () => {
  const prior = { image: 'debian-12', size: 'SCS-2V-4', vcpus: 2, memoryGib: 4, nativeSize: 'cx23', diskGib: 40 };
  const spec = { image: 'debian-12', diskGib: 20 };
  const { issues, values } = await deriveServer(spec, prior, catalogue, new Set(['image']));
  expect(issues).toEqual([]);
  expect(values).toMatchObject({ size: 'SCS-2V-4', nativeSize: 'cx23' });
});
