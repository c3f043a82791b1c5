import type { ServerType } from '../catalogue/server-types.js';
import type { World } from '../world.js';

/** A server type as the API shows it, with where it is to be had at this moment. */
export function viewServerType(world: World): (type: ServerType) => Record<string, unknown> {
  return (type) => {
    const { places, ...rest } = type;
    const now = world.context.clock.now();
    const locations = places.map(({ location, deprecation }) => {
      const over = deprecation !== null && Date.parse(deprecation.unavailable_after) <= now;
      const available = !over && world.context.inStock(type.name, location.name);
      return {
        id: location.id,
        name: location.name,
        available,
        recommended: available && deprecation === null,
        deprecation,
      };
    });
    // The type's own fields are being phased out in favour of the locations' (hcloud-go 2.38, changelog).
    const everywhere = places.every(({ deprecation }) => deprecation !== null);
    return {
      ...rest,
      deprecated: everywhere,
      deprecation: everywhere ? (places[0]?.deprecation ?? null) : null,
      locations,
    };
  };
}
