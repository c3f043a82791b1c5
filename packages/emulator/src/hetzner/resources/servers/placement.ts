import { findLocation, type Location } from '../../catalogue/locations.js';
import { findServerType, type ServerType } from '../../catalogue/server-types.js';
import { HetznerError, invalidInput } from '../../errors.js';
import type { World } from '../../world.js';

/** @throws HetznerError `invalid_input` where there is no such type. */
export function usableType(reference: string | number): ServerType {
  const type = findServerType(reference);
  if (!type) throw invalidInput({ server_type: `server type '${reference}' not found` });
  return type;
}

/**
 * The location as wanted, or the first that has the type in stock.
 *
 * @throws HetznerError `invalid_input` in the vendor's words: no such location, or not with this type.
 */
export function choosePlace(world: World, type: ServerType, wanted: string | number | undefined): Location {
  if (wanted === undefined) {
    const place = type.places.find(
      ({ location: { name } }) => isOffered(world, type, name) && world.context.inStock(type.name, name),
    );
    if (!place) throw new HetznerError('resource_unavailable', 'error during placement');
    return place.location;
  }
  const location = findLocation(wanted);
  if (!location) throw new HetznerError('invalid_input', `location '${wanted}' not found`);
  mustBeOffered(world, type, location.name);
  return location;
}

/** @throws HetznerError `invalid_input` where the location does not have the type, or no longer. */
export function mustBeOffered(world: World, type: ServerType, location: string): void {
  if (!isOffered(world, type, location))
    throw new HetznerError('invalid_input', 'unsupported location for server type');
}

/** @throws HetznerError `resource_unavailable` where the type is sold out. */
export function mustBeInStock(world: World, type: ServerType, location: string): void {
  if (!world.context.inStock(type.name, location))
    throw new HetznerError('resource_unavailable', 'error during placement');
}

function isOffered(world: World, type: ServerType, location: string): boolean {
  const place = type.places.find((candidate) => candidate.location.name === location);
  return (
    place !== undefined &&
    !(place.deprecation && Date.parse(place.deprecation.unavailable_after) <= world.context.clock.now())
  );
}
