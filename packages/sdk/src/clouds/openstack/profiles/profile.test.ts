import { PROFILES } from '../../registry.js';
import { cleura } from './cleura.js';
import { infomaniak } from './infomaniak.js';
import { ovhOpenstack } from './ovh-openstack.js';
import { countryOf, isKeystone, keystoneUrl } from './profile.js';

test.each(Object.entries(PROFILES))('%s: each thing that is known carries its source and day', async (id, load) => {
  const cloud = await load();
  expect(cloud.id).toBe(id);
  const facts = cloud.profile?.facts ?? [];
  expect(facts.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['endpoint', 'regions', 'external_network', 'volume_type']),
  );
  for (const { value, because } of facts) {
    expect(value).not.toBe('');
    expect(because).toMatch(/2026-\d\d/);
  }
  expect(facts.find(({ what }) => what === 'endpoint')?.value).toMatch(/^https:\/\/.+\/v3$/);
});

test('a Keystone of each region is found by regions that are known, and by no other word', () => {
  expect(keystoneUrl(cleura, 'Sto2')).toBe('https://sto2.citycloud.com:5000/v3');
  for (const region of [undefined, '', 'sto2', 'evil.example.org/', 'constructor'])
    expect(keystoneUrl(cleura, region)).toBeUndefined();
  expect(keystoneUrl(infomaniak, undefined)).toBe('https://api.pub1.infomaniak.cloud/identity/v3');
});

test("a URL is the vendor's, with or without a version, of one region or any", () => {
  expect(isKeystone(cleura, 'https://fra1.citycloud.com:5000')).toBe(true);
  expect(isKeystone(cleura, 'https://fra1.citycloud.com:5000/v3/', 'Fra1')).toBe(true);
  expect(isKeystone(cleura, 'https://fra1.citycloud.com:5000', 'Kna1')).toBe(false);
  expect(isKeystone(cleura, 'https://fra1.citycloud.com.example.org:5000')).toBe(false);
  expect(isKeystone(infomaniak, 'https://api.pub1.infomaniak.cloud/identity', 'dc4-a')).toBe(true);
  expect(isKeystone(infomaniak, undefined)).toBe(false);
});

test('countries by region, or by the site that its name begins with', () => {
  expect(countryOf(infomaniak, 'dc4-a')).toBe('CH');
  expect(countryOf(ovhOpenstack, 'GRA11')).toBe('FR');
  expect(countryOf(ovhOpenstack, 'XXX1')).toBeNull();
});
