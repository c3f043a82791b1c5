import { CloudError } from '../../errors/index.js';
import type { Place } from '../../places/index.js';
import type { OvhApi } from './api.js';
import type { WireRegion } from './wire.js';

/**
 * Countries by the site that the name of a classic region begins with (docs.ovhcloud.com, Public Cloud, regions, read 2026-11). The API tells
 * of one region at a time, and a project may have thirty: only regions of other names are asked for.
 */
const SITES: Readonly<Record<string, string>> = {
  BHS: 'CA',
  DE: 'DE',
  GRA: 'FR',
  RBX: 'FR',
  SBG: 'FR',
  SGP: 'SG',
  SYD: 'AU',
  UK: 'GB',
  WAW: 'PL',
};
const CLASSIC = /^([A-Z]{2,3})\d+$/;
/** Regions of storage alone. */
const ARCHIVE = /-ARCHIVE$/;
/** Countries of the regions with three zones, which are called like the region: `eu-west-par-a` (same page). */
const THREE_ZONES: Readonly<Record<string, string>> = { 'EU-SOUTH-MIL': 'IT', 'EU-WEST-PAR': 'FR' };

/** The regions that are activated in the project; those with several zones by zone. */
export async function places(api: OvhApi): Promise<Place[]> {
  const names = await api.keep('regions', () => api.list<string>(api.paths.regions()));
  return (await Promise.all([...names].sort().map((name) => placesOf(api, name)))).flat();
}

async function placesOf(api: OvhApi, name: string): Promise<Place[]> {
  if (ARCHIVE.test(name)) return [];
  const country = SITES[CLASSIC.exec(name)?.[1] ?? ''];
  if (country) return [place(name, name, country)];
  const known = THREE_ZONES[name];
  if (known) return ['a', 'b', 'c'].map((letter) => place(`${name.toLowerCase()}-${letter}`, name, known));
  const region = await regionNamed(api, name);
  if (!region?.services.some((service) => service.name === 'instance')) return [];
  const code = region.countryCode?.toUpperCase() || null;
  const zones = region.type === 'region-3-az' ? region.availabilityZones : [];
  return zones.length > 0 ? zones.map((zone) => place(zone, name, code)) : [place(name, name, code)];
}

/** A region of the project; undefined where it has none of that name. */
export function regionNamed(api: OvhApi, name: string): Promise<WireRegion | undefined> {
  return api.keep(`region ${name}`, () => api.find<WireRegion>(api.paths.regions(name)));
}

/** Whether servers can be made there now. */
export function isUp({ status, services }: WireRegion): boolean {
  const instances = services.find(({ name }) => name === 'instance');
  return status === 'UP' && instances?.status !== 'DOWN';
}

function place(id: string, region: string, country: string | null): Place {
  return { id, country, scopes: { zone: id, region, area: region } };
}

/** The region that a place lies in. @throws TypeError where none is wanted: a defect of the caller. */
export function regionOf(place: Place | null): string {
  if (!place) throw new TypeError('it is made at a place');
  return place.scopes.region;
}

/** The region of a place by its name, which of most regions is the same. */
export async function regionOfPlace(api: OvhApi, place: string | undefined): Promise<string> {
  const known = (await places(api)).find(({ scopes }) => scopes.zone === place);
  return known?.scopes.region ?? place ?? '';
}

/** A thing's region and the vendor's own id there. */
export interface RegionalId {
  region: string;
  own: string;
}

/** Takes `GRA11/6170…` apart. @throws CloudError `invalid` when it is no such id. */
export function regionalId(id: string): RegionalId {
  const [region = '', own = '', ...rest] = id.split('/');
  if (rest.length === 0 && REGION.test(region) && UUID.test(own)) return { region, own };
  throw new CloudError('invalid', {
    attribute: ['id'],
    message: `"${id}" is no id of OVHcloud here`,
    next: ['use <region>/<uuid>, for instance GRA11/6170692e-7363-616c-6577-61792e636f6d'],
  });
}

/** The region that an id names. */
export function placeOfId(id: string): string | undefined {
  const [region, own] = id.split('/');
  return own === undefined ? undefined : region;
}

const REGION = /^[A-Z0-9][A-Z0-9-]*$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id of something that stands in no region by its id. @throws CloudError `invalid` when it is none: a name would be answered as gone. */
export function uuid(id: string): string {
  if (UUID.test(id)) return id;
  throw new CloudError('invalid', {
    attribute: ['id'],
    message: `"${id}" is no id of OVHcloud here, which are UUIDs`,
    next: ['use the id as the control panel or `ovhcloud cloud instance list` shows it'],
  });
}
