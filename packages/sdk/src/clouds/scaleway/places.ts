import { CloudError } from '../../errors/index.js';
import type { Place } from '../../places/index.js';
import type { ListFilter } from '../../runtime/driver/cell.js';

/**
 * Zones in which servers, block volumes and private networks are all sold. No endpoint lists them: they are the enumeration of
 * the vendor's own clients (`@scaleway/sdk-instance`, `sdk-block`, `sdk-vpc`, read 2026-11). `it-mil-1`, which the description
 * of the Instance API also names, has neither block volumes nor private networks there.
 */
export const PLACES: readonly Place[] = [
  ...zones('fr-par', 'FR', 'Paris'),
  ...zones('nl-ams', 'NL', 'Amsterdam'),
  ...zones('pl-waw', 'PL', 'Warsaw'),
];

const REGIONS = [...new Set(PLACES.map((place) => place.scopes.region))];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A thing's place and uuid. */
export interface Id {
  /** Zone or region, by the kind's scope. */
  at: string;
  uuid: string;
}

/** Takes `fr-par-1/6170…` apart. @throws CloudError `invalid` when it is no such id. */
export function zonalId(id: string): Id {
  return split(
    id,
    'zone',
    PLACES.map((place) => place.id),
  );
}

/** Takes `fr-par/6170…` apart. @throws CloudError `invalid` when it is no such id. */
export function regionalId(id: string): Id {
  return split(id, 'region', REGIONS);
}

/** The uuid of a thing that stands nowhere. @throws CloudError `invalid` when it is none. */
export function globalUuid(id: string): string {
  if (UUID.test(id)) return id;
  throw wrongId(id, '<uuid>');
}

/** The zone or region in which the thing of that id stands; undefined where the id names none. */
export function placeOf(id: string): string | undefined {
  const [at = '', uuid] = id.split('/');
  return uuid === undefined ? undefined : at;
}

/** The server that a thing of `zone` shall be on; null where it shall be on none. @throws CloudError `invalid` at `serverId` when it stands elsewhere. */
export function serverIn(zone: string, serverId: string | null | undefined): Id | null {
  if (!serverId) return null;
  const server = zonalId(serverId);
  if (server.at === zone) return server;
  throw new CloudError('invalid', {
    attribute: ['serverId'],
    message: `the server is in ${server.at}, this in ${zone}`,
    next: ['make both in one zone'],
  });
}

/** The region of a zone. */
export function regionOf(zone: string): string {
  return PLACES.find((place) => place.id === zone)?.scopes.region ?? zone;
}

/** Zones that a list has to ask: one where the place is known, those of the ids where ids are, else all nine. */
export function zonesOf(filter: ListFilter): readonly string[] {
  return narrowed(
    filter,
    PLACES.map((place) => place.id),
  );
}

/** Regions that a list has to ask: one where the place is known, those of the ids where ids are, else all three. */
export function regionsOf(filter: ListFilter): readonly string[] {
  return narrowed(filter, REGIONS);
}

function narrowed({ place, ids }: ListFilter, all: readonly string[]): readonly string[] {
  const asked = ids && new Set(ids.map((id) => id.split('/')[0]));
  return all.filter((one) => (place === undefined || one === place) && (asked === undefined || asked.has(one)));
}

function zones(region: string, country: string, city: string): Place[] {
  return [1, 2, 3].map((number) => {
    const zone = `${region}-${number}`;
    return { id: zone, country, city, scopes: { zone, region, area: region } };
  });
}

function split(id: string, what: string, known: readonly string[]): Id {
  const [at = '', uuid = '', ...rest] = id.split('/');
  if (rest.length === 0 && known.includes(at) && UUID.test(uuid)) return { at, uuid };
  throw wrongId(id, `<${what}>/<uuid>`);
}

function wrongId(id: string, form: string): CloudError {
  return new CloudError('invalid', {
    attribute: ['id'],
    message: `"${id}" is no id of Scaleway here`,
    next: [
      `use ${form}, for instance ${form
        .replace(/<zone>/, 'fr-par-1')
        .replace(/<region>/, 'fr-par')
        .replace('<uuid>', '6170692e-7363-616c-6577-61792e636f6d')}`,
    ],
  });
}
