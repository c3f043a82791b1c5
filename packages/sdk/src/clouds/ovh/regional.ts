import { isCloudError } from '../../errors/index.js';
import type { AnyKind } from '../../kinds/model/index.js';
import type { NetworkApi } from '../../openstack/network/api.js';
import type { Cell, CellContext, ListFilter, Observed } from '../../runtime/driver/cell.js';
import type { OvhApi } from './api.js';
import { placeOfId, places, regionalId, regionOf } from './places.js';

/** A cell of one Neutron as a cell of the whole project, which has a Neutron in every region: ids name their region. */
export function regional<K extends AnyKind>(inner: Cell<K, NetworkApi>): Cell<K, OvhApi> {
  const { create, complete, read, list, update, delete: remove, goesWithIt, blockers, price: _none, ...facts } = inner;
  const at = async (api: OvhApi, id: string) => {
    const { region, own } = regionalId(id);
    return { own, neutron: await api.neutron.in(region), named: inRegion<K>(region) };
  };
  return {
    ...facts,
    placeOf: placeOfId,
    create: async (api, want, ctx) => {
      const region = regionOf(want.place);
      const { context, id } = inRegion<K>(region);
      return id(await create(await api.neutron.in(region), want, context(ctx)));
    },
    ...(complete && {
      complete: async (api: OvhApi, id: string, want: Parameters<typeof complete>[2], ctx: CellContext<K>) => {
        const { neutron, own, named } = await at(api, id);
        await complete(neutron, own, want, named.context(ctx));
      },
    }),
    read: async (api, id) => {
      const { neutron, own, named } = await at(api, id);
      const seen = await read(neutron, own);
      return seen && named.seen(seen);
    },
    list: async (api, filter) => {
      const lists = (await regionsOf(api, filter)).map((region) => listIn(api, region, filter, list));
      return (await Promise.all(lists)).flat();
    },
    ...(update && {
      update: async (
        api: OvhApi,
        id: string,
        change: Parameters<typeof update>[2],
        ctx: Parameters<typeof update>[3],
      ) => {
        const { neutron, own, named } = await at(api, id);
        await update(neutron, own, change, { ...ctx, ...named.context(ctx) });
      },
    }),
    delete: async (api, id, ctx) => {
      const { neutron, own, named } = await at(api, id);
      await remove(neutron, own, { ...ctx, ...named.context(ctx) });
    },
    ...(goesWithIt && {
      goesWithIt: async (api: OvhApi, id: string) => {
        const { neutron, own, named } = await at(api, id);
        return (await goesWithIt(neutron, own)).map((one) => ({ ...one, id: named.id(one.id) }));
      },
    }),
    ...(blockers && {
      blockers: async (api: OvhApi, id: string) => {
        const { neutron, own } = await at(api, id);
        return blockers(neutron, own);
      },
    }),
  };
}

function inRegion<K extends AnyKind>(region: string) {
  const id = (own: string) => `${region}/${own}`;
  return {
    id,
    seen: (seen: Observed<K>): Observed<K> => ({ ...seen, id: id(seen.id) }),
    context: (ctx: CellContext<K>): CellContext<K> => ({
      ...ctx,
      until: (own, done, expectMs) => ctx.until(id(own), done, expectMs),
    }),
  };
}

async function listIn<K extends AnyKind>(
  api: OvhApi,
  region: string,
  filter: ListFilter,
  list: Cell<K, NetworkApi>['list'],
): Promise<Observed<K>[]> {
  const { seen } = inRegion<K>(region);
  try {
    return (await list(await api.neutron.in(region), filter)).map(seen);
  } catch (error) {
    // A local zone may have no Neutron of its own: then nothing of it can be there.
    if (filter.place === undefined && isCloudError(error, 'unsupported')) return [];
    throw error;
  }
}

/** Regions that a list has to ask: one where the place is known, those of the ids where ids are, else all of the project. */
async function regionsOf(api: OvhApi, { place, ids }: ListFilter): Promise<string[]> {
  if (place !== undefined) return [place];
  const asked = ids && new Set(ids.map((id) => regionalId(id).region));
  const all = new Set((await places(api)).map(({ scopes }) => scopes.region));
  return [...all].filter((region) => asked === undefined || asked.has(region));
}
