import { places as ionosPlaces } from '../clouds/ionos/places.js';
import { cleura } from '../clouds/openstack/profiles/cleura.js';
import { cloudferro } from '../clouds/openstack/profiles/cloudferro.js';
import { elastx } from '../clouds/openstack/profiles/elastx.js';
import { infomaniak } from '../clouds/openstack/profiles/infomaniak.js';
import { ovhOpenstack } from '../clouds/openstack/profiles/ovh-openstack.js';
import { places as ovhPlaces } from '../clouds/ovh/places.js';
import { CLOUD_IDS } from '../clouds/registry.js';
import { PLACES as SCALEWAY } from '../clouds/scaleway/places.js';
import { places as upcloudPlaces } from '../clouds/upcloud/places.js';
import type { Place } from '../places/index.js';
import {
  ADEQUACY,
  allClaims,
  type CloudRecord,
  checkRecords,
  claimsOf,
  controllersOf,
  EEA,
  EU,
  placeFactOf,
  SCHEMES,
} from './index.js';
import { RECORDS } from './registry.js';

/** The last day on which a page was read; a fixed one, so that these tests mean the same on every day. */
const READ = '2026-11-26';
const all = allClaims();

test('every record is well formed, dated and in force on the day of the last reading', async () => {
  expect(checkRecords(await all, { today: READ })).toEqual([]);
});

test('a record is found by its cloud, by an alias, and not by what only looks like a name', async () => {
  for (const [id, load] of Object.entries(RECORDS)) expect((await load()).cloud).toBe(id);
  expect(await claimsOf('ovh-openstack')).toBe(await claimsOf('ovh'));
  expect(await claimsOf('toString')).toBeUndefined();
  expect(await claimsOf('nowhere')).toBeUndefined();
});

/** Drivers of an interface that many vendors speak. */
const NO_VENDORS = ['openstack', 'seca', 'fulcrum'];

test('every vendor that has a driver or a profile has a record', async () => {
  const vendors = CLOUD_IDS.filter((id) => !NO_VENDORS.includes(id));
  const unknown = await Promise.all(vendors.map(async (id) => ((await claimsOf(id)) ? [] : [id])));
  expect(unknown.flat()).toEqual([]);
  for (const id of vendors) {
    const { control, places } = (await claimsOf(id)) as CloudRecord;
    expect({ id, contract: control?.contractingEntity.name }).toEqual({ id, contract: expect.any(String) });
    expect({ id, known: places.filter(({ country }) => country !== null).length > 0 }).toEqual({ id, known: true });
  }
});

test('nothing is awarded by us', async () => {
  for (const { claims } of await all)
    for (const { scheme } of claims) expect('awarded' in SCHEMES[scheme] && scheme).toBe(false);
});

test.each([
  ['exoscale', 'MX'],
  ['contabo', 'US'],
  ['cleura', 'GB'],
  ['infomaniak', 'CH'],
  ['ionos', 'DE'],
])('who decides at %s is in %s', async (cloud, country) => {
  const { control } = (await claimsOf(cloud)) as CloudRecord;
  expect(controllersOf(control!).at(-1)?.country).toBe(country);
});

describe('places', () => {
  /** The driver's places, given the regions that the record knows. Hetzner's come from its API alone. */
  const drivers: Record<string, (regions: string[]) => Promise<readonly Place[]> | readonly Place[]> = {
    scaleway: () => SCALEWAY,
    ionos: (names) =>
      ionosPlaces({
        keep: (_: string, ask: () => unknown) => ask(),
        whole: async () => names.map((id) => ({ id })),
      } as never),
    upcloud: (names) =>
      upcloudPlaces({ get: async () => ({ zone: names.map((id) => ({ id, description: '' })) }) } as never),
    ovh: (names) =>
      ovhPlaces({
        keep: (_: string, ask: () => unknown) => ask(),
        list: async () => names,
        find: async () => undefined,
        paths: { regions: (name?: string) => name ?? '' },
      } as never),
  };

  test.each(Object.keys(drivers))('the driver of %s and the record agree on countries', async (cloud) => {
    const record = (await claimsOf(cloud)) as CloudRecord;
    const told = await drivers[cloud]!(record.places.map(({ region }) => region.replace('*', '1')));
    const known = told.filter(({ country }) => country);
    expect(known.length).toBeGreaterThan(2);
    for (const { id, country, city, scopes } of known) {
      const fact = placeFactOf(record, id, scopes.zone, scopes.region);
      expect({ id, country: fact?.country }).toEqual({ id, country });
      if (city) expect({ id, city: fact?.city }).toEqual({ id, city });
    }
  });
});

test.each([infomaniak, cleura, elastx, cloudferro, ovhOpenstack])(
  'the profile of $title and the record agree on countries',
  async ({ id, regions }) => {
    const record = (await claimsOf(id)) as CloudRecord;
    const own = Object.entries(regions.value).map(([region, country]) => ({ region, country }));
    const known = own.map(({ region }) => ({
      region,
      country: placeFactOf(record, region.replace('*', '1'))?.country,
    }));
    expect(known).toEqual(own);
  },
);

test('sets of countries', () => {
  expect(new Set(EU).size).toBe(27);
  expect(new Set(EEA).size).toBe(30);
  expect(ADEQUACY.some(({ country }) => EEA.includes(country))).toBe(false);
  expect(new Set(ADEQUACY.map(({ country }) => country)).size).toBe(ADEQUACY.length);
});
