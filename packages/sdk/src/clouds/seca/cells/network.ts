import { Network } from '../../../kinds/index.js';
import { type CellContext, cell, type Observed } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import type { SecaApi } from '../api.js';
import { marked, ownedOf, remarked, seenIn } from '../labels.js';
import { idOf, newName, refTo, type Where, whereOf } from '../naming.js';
import { operation } from '../rest.js';
import { networkSku } from '../skus.js';
import type { WireNetwork, WireSubnet } from '../wire.js';
import { inEach, regionsFor } from '../within.js';

type Ctx = Pick<CellContext<typeof Network>, 'operation'>;

/** Networks at SECA: with the route table that each subnet needs, and the gateway that each route needs. */
export const network = cell<SecaApi, typeof Network>(Network, {
  scope: 'region',
  takes: { create: 1_000, update: 1_000, delete: 1_000 },

  create: async (api, want) => {
    const where = { region: String(want.place?.scopes.region), name: newName(want.name) };
    const spec = { cidr: { ipv4: want.ipRange }, skuRef: await networkSku(api, where.region) };
    const body = { ...marked('network', want.name, want.labels), spec };
    await api.put(where.region, `networks/${where.name}`, withNative(body, want.native));
    return idOf(where);
  },
  complete: async (api, id, want, ctx) => {
    const where = whereOf(id);
    const { region, name } = where;
    await stand(
      api,
      region,
      `internet-gateways/${name}`,
      { ...marked('gateway', want.name, {}), spec: { egressOnly: false } },
      ctx,
    );
    const routes = [{ destinationCidrBlock: '0.0.0.0/0', targetRef: refTo(`internet-gateways/${name}`) }];
    await stand(api, region, tableOf(name), { ...marked('routes', want.name, {}), spec: { routes } }, ctx);
    await haveSubnets(
      api,
      where,
      (want.subnets ?? []).map(({ ipRange }) => ipRange),
      ctx,
    );
  },
  read: async (api, id) => {
    const { region, name } = whereOf(id);
    const found = await api.get<WireNetwork>(region, `networks/${name}`);
    return found && observe(region, found, await subnetsOf(api, region, name));
  },
  listNeedsMore: { because: 'subnets are listed by network (go-sdk 793c4d0, network.v1, read 2026-11)' },
  list: async (api, filter) =>
    inEach(await regionsFor(api, filter), async (region) => {
      const all = await api.list<WireNetwork>(region, 'networks', ownedOf('network', filter.owner));
      const asked = filter.ids && new Set(filter.ids);
      const wanted = all.filter(({ metadata }) => !asked || asked.has(idOf({ region, name: metadata.name })));
      return Promise.all(
        wanted.map(async (one) => observe(region, one, await subnetsOf(api, region, one.metadata.name))),
      );
    }),
  update: async (api, id, { name, labels, subnets }, ctx) => {
    const where = whereOf(id);
    if (name !== undefined || labels !== undefined) {
      await api.revise<WireNetwork>(where.region, `networks/${where.name}`, (now) => ({
        ...remarked('network', now, { name, labels }),
      }));
    }
    if (subnets)
      await haveSubnets(
        api,
        where,
        subnets.map(({ ipRange }) => ipRange),
        ctx,
      );
    await ctx.until(id);
  },
  delete: async (api, id, ctx) => {
    const { region, name } = whereOf(id);
    const subnets = (await subnetsOf(api, region, name)).map(
      ({ metadata }) => `networks/${name}/subnets/${metadata.name}`,
    );
    await away(api, region, subnets, ctx);
    await away(api, region, [tableOf(name)], ctx);
    await away(api, region, [`networks/${name}`], ctx);
    await api.delete(region, `internet-gateways/${name}`);
  },
});

/** Sees to it that a network has exactly these subnets: what is new comes before what is old goes. */
async function haveSubnets(api: SecaApi, { region, name }: Where, wanted: readonly string[], ctx: Ctx): Promise<void> {
  const path = (block: string) => `networks/${name}/subnets/${block.replace(/[./]/g, '-')}`;
  const have = new Map(
    (await subnetsOf(api, region, name)).map(({ spec, metadata }) => [spec.cidr.ipv4 ?? '', metadata.name]),
  );
  const regions = await api.regions();
  const zone = regions.find(({ metadata }) => metadata.name === region)?.spec.availableZones[0];
  const spec = (block: string) => ({ cidr: { ipv4: block }, routeTableRef: refTo(tableOf(name)), zone });
  const old = [...have]
    .filter(([block]) => !wanted.includes(block))
    .map(([, one]) => `networks/${name}/subnets/${one}`);
  await away(api, region, old, ctx);
  const fresh = wanted.filter((block) => !have.has(block));
  await Promise.all(
    fresh.map((block) => api.put(region, path(block), { ...marked('subnet', block, {}), spec: spec(block) })),
  );
  await Promise.all(
    wanted
      .filter((block) => fresh.includes(block))
      .map((block) => ctx.operation(operation('rest', region, path(block)))),
  );
}

/** A PUT makes it, or changes nothing of what an interrupted run made. */
async function stand(api: SecaApi, region: string, path: string, body: object, ctx: Ctx): Promise<void> {
  await api.put(region, path, body);
  await ctx.operation(operation('rest', region, path));
}

async function away(api: SecaApi, region: string, paths: readonly string[], ctx: Ctx): Promise<void> {
  await Promise.all(paths.map((path) => api.delete(region, path)));
  await Promise.all(paths.map((path) => ctx.operation(operation('gone', region, path))));
}

function subnetsOf(api: SecaApi, region: string, network: string): Promise<WireSubnet[]> {
  return api.list<WireSubnet>(region, `networks/${network}/subnets`);
}

function tableOf(network: string): string {
  return `networks/${network}/route-tables/main`;
}

function observe(region: string, found: WireNetwork, subnets: readonly WireSubnet[]): Observed<typeof Network> {
  const { ipv4 } = found.spec.cidr;
  return {
    id: idOf({ region, name: found.metadata.name }),
    ...seenIn(found),
    place: region,
    ...(ipv4 ? { ipRange: ipv4 } : {}),
    subnets: subnets.flatMap(({ spec }) => (spec.cidr.ipv4 ? { ipRange: spec.cidr.ipv4 } : [])),
  };
}
