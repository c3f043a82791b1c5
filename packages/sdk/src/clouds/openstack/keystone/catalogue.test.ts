import { chooseRegion, endpointOf, versionedUrl, type WireCatalogue } from './catalogue.js';

const at = (region: string, url: string, face = 'public') => ({ interface: face, region, region_id: region, url });
const CATALOGUE: WireCatalogue = [
  {
    type: 'compute',
    endpoints: [
      at('dc3-a', 'https://a/compute'),
      at('dc4-a', 'https://b/compute'),
      at('dc3-a', 'http://in', 'internal'),
    ],
  },
  { type: 'volumev3', endpoints: [at('dc3-a', 'https://a/volume/v3/p')] },
];

test('a region must be one that has servers; one of several must be named', () => {
  expect(chooseRegion(CATALOGUE, 'dc4-a')).toBe('dc4-a');
  expect(() => chooseRegion(CATALOGUE, undefined)).toThrow(/dc3-a, dc4-a/);
  expect(() => chooseRegion(CATALOGUE, 'RegionOne')).toThrow(/no region "RegionOne"/);
  expect(chooseRegion(CATALOGUE.slice(1).concat({ type: 'compute', endpoints: [at('x', 'u')] }), undefined)).toBe('x');
});

test('the first type that the region has, by interface', () => {
  expect(endpointOf(CATALOGUE, ['block-storage', 'volumev3'], 'dc3-a', 'public')).toBe('https://a/volume/v3/p');
  expect(endpointOf(CATALOGUE, ['compute'], 'dc3-a', 'internal')).toBe('http://in');
  expect(() => endpointOf(CATALOGUE, ['volumev3'], 'dc4-a', 'public')).toThrow(/no volumev3 service in dc4-a/);
});

test.each([
  ['http://h:8774/v2.1', 'v2.1', false, 'http://h:8774/v2.1'],
  ['http://h:8774/v2.1/', 'v2.1', false, 'http://h:8774/v2.1'],
  ['https://h/compute', 'v2.1', false, 'https://h/compute/v2.1'],
  ['https://h/v2/p1', 'v2.1', false, 'https://h/v2.1/p1'],
  ['http://h:9696', 'v2.0', false, 'http://h:9696/v2.0'],
  ['https://h/network/v2.0/', 'v2.0', false, 'https://h/network/v2.0'],
  ['https://h/volume/v3/p1', 'v3', true, 'https://h/volume/v3/p1'],
  ['https://h/volume', 'v3', true, 'https://h/volume/v3/p1'],
  ['https://v2.example.org/image', 'v2', false, 'https://v2.example.org/image/v2'],
])('%s in %s', (url, version, needsProject, base) => {
  const made = versionedUrl(url, version, 'p1', needsProject);
  expect(made.base).toBe(base);
  expect(made.about).toBe(`${base.replace(/\/p1$/, '')}/`);
});
