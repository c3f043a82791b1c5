import { resolvePlace } from '../../places/index.js';
import { globalUuid, PLACES, regionalId, regionOf, regionsOf, zonalId, zonesOf } from './places.js';

const UUID = '6170692e-7363-616c-6577-61792e636f6d';

it('finds a zone by itself, its region or its country', () => {
  const at = (text: string) => (resolvePlace(PLACES, text, 'scaleway') as { id: string }).id;
  expect([at('nl-ams-2'), at('fr-par'), at('pl')]).toEqual(['nl-ams-2', 'fr-par-1', 'pl-waw-1']);
  expect(regionOf('nl-ams-2')).toBe('nl-ams');
});

it('asks no more zones than can hold what is asked for', () => {
  expect(zonesOf({})).toHaveLength(9);
  expect(zonesOf({ place: 'pl-waw-2' })).toEqual(['pl-waw-2']);
  expect(zonesOf({ ids: [`fr-par-1/${UUID}`, `nl-ams-3/${UUID}`, `fr-par-1/${UUID}`] })).toEqual([
    'fr-par-1',
    'nl-ams-3',
  ]);
  expect(zonesOf({ ids: [] })).toEqual([]);
  expect(regionsOf({})).toEqual(['fr-par', 'nl-ams', 'pl-waw']);
  expect(regionsOf({ ids: [`nl-ams/${UUID}`] })).toEqual(['nl-ams']);
});

it('takes ids apart, and refuses what is none before it gets into a path', () => {
  expect(zonalId(`fr-par-1/${UUID}`)).toEqual({ at: 'fr-par-1', uuid: UUID });
  expect(regionalId(`fr-par/${UUID}`)).toEqual({ at: 'fr-par', uuid: UUID });
  expect(globalUuid(UUID)).toBe(UUID);
  for (const wrong of ['4711', UUID, `fr-par/${UUID}`, 'fr-par-1/../../iam', `mars-1/${UUID}`, `fr-par-1/${UUID}/x`]) {
    expect(() => zonalId(wrong)).toThrow(/use <zone>\/<uuid>/);
  }
  expect(() => regionalId(`fr-par-1/${UUID}`)).toThrow(/<region>\/<uuid>/);
  expect(() => globalUuid('x')).toThrow(/use <uuid>/);
});
