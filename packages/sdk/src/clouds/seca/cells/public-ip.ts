import { CloudError } from '../../../errors/index.js';
import { PublicIp } from '../../../kinds/index.js';
import { type CellContext, cell, type Observed } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import type { SecaApi } from '../api.js';
import { marked, ownedOf, remarked, seenIn } from '../labels.js';
import { idOf, nameIn, newName, refTo, whereOf } from '../naming.js';
import { operation } from '../rest.js';
import type { WireInstance, WireNic, WirePublicIp } from '../wire.js';
import { inEach, regionsFor } from '../within.js';

/** Public IPs at SECA lead to a NIC: that of the server's first network. */
export const publicIp = cell<SecaApi, typeof PublicIp>(PublicIp, {
  scope: 'region',
  takes: { create: 1_000, update: 1_000, delete: 1_000 },

  create: async (api, want) => {
    const where = { region: String(want.place?.scopes.region), name: newName(want.name) };
    const body = {
      ...marked('public_ip', want.name, want.labels),
      spec: { version: want.version === 6 ? 'IPv6' : 'IPv4' },
    };
    await api.put(where.region, `public-ips/${where.name}`, withNative(body, want.native));
    return idOf(where);
  },
  complete: async (api, id, want, ctx) => {
    await ctx.until(id);
    await lead(api, id, want.serverId ?? null, ctx);
  },
  read: async (api, id) => {
    const { region, name } = whereOf(id);
    const found = await api.get<WirePublicIp>(region, `public-ips/${name}`);
    return found && observe(region, found);
  },
  list: async (api, filter) =>
    inEach(await regionsFor(api, filter), async (region) => {
      const all = await api.list<WirePublicIp>(region, 'public-ips', ownedOf('public_ip', filter.owner));
      return all.map((one) => observe(region, one));
    }),
  update: async (api, id, { name, labels, serverId }, ctx) => {
    const { region, name: address } = whereOf(id);
    if (name !== undefined || labels !== undefined) {
      await api.revise<WirePublicIp>(region, `public-ips/${address}`, (now) => ({
        ...remarked('public_ip', now, { name, labels }),
      }));
      await ctx.until(id);
    }
    if (serverId !== undefined) await lead(api, id, serverId, ctx);
  },
  delete: async (api, id, ctx) => {
    const { region, name } = whereOf(id);
    await lead(api, id, null, ctx);
    await api.delete(region, `public-ips/${name}`);
  },
});

/** Sees to it that the address leads to that server's first NIC, and to no other. */
async function lead(
  api: SecaApi,
  id: string,
  serverId: string | null,
  ctx: Pick<CellContext<typeof PublicIp>, 'operation'>,
) {
  const { region, name } = whereOf(id);
  const target = serverId === null ? undefined : await primaryNic(api, serverId);
  const has = ({ spec }: WireNic) => (spec.publicIpRefs ?? []).some((one) => nameIn(one) === name);
  const nics = (await api.list<WireNic>(region, 'nics')).filter(has);
  for (const { metadata } of nics.filter((nic) => nic.metadata.name !== target))
    await revise(metadata.name, (now) => now.filter((one) => nameIn(one) !== name));
  if (target !== undefined && !nics.some((nic) => nic.metadata.name === target))
    await revise(target, (now) => [...now, refTo(`public-ips/${name}`)]);

  async function revise(
    nic: string,
    change: (now: NonNullable<WireNic['spec']['publicIpRefs']>) => WireNic['spec']['publicIpRefs'],
  ) {
    const path = `nics/${nic}`;
    await api.revise<WireNic>(region, path, ({ spec }) => ({
      spec: { ...spec, publicIpRefs: change(spec.publicIpRefs ?? []) },
    }));
    await ctx.operation(operation('rest', region, path));
  }
}

async function primaryNic(api: SecaApi, serverId: string): Promise<string> {
  const { region, name } = whereOf(serverId);
  const instance = await api.get<WireInstance>(region, `instances/${name}`);
  const nic = nameIn(instance?.spec.primaryNicRef);
  if (nic !== undefined) return nic;
  throw new CloudError('invalid', {
    attribute: ['serverId'],
    message: instance
      ? 'the server has no network, and a public IP leads to a NIC in one'
      : `there is no server ${serverId}`,
    next: ['let the server join a network'],
  });
}

function observe(region: string, found: WirePublicIp): Observed<typeof PublicIp> {
  const { ipAddress, attachedTo } = found.status ?? {};
  const server = nameIn(attachedTo);
  return {
    id: idOf({ region, name: found.metadata.name }),
    ...seenIn(found),
    place: region,
    version: found.spec.version === 'IPv6' ? 6 : 4,
    serverId: server === undefined ? null : idOf({ region, name: server }),
    ...(ipAddress ? { address: ipAddress } : {}),
  };
}
