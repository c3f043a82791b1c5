import { CloudError, isCloudError } from '../../../errors/index.js';
import { keyIn, Server } from '../../../kinds/index.js';
import { type CellContext, cell, type Want } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import type { SecaApi } from '../api.js';

import { marked, ownedOf, remarked } from '../labels.js';
import { idOf, newName, refTo, type Where, whereOf } from '../naming.js';
import { zoneOf } from '../places.js';
import { operation } from '../rest.js';
import { haveNics, SERVER } from '../server/nics.js';
import { observe, type Parts, partsOf, ZONE } from '../server/observe.js';
import { storageSku } from '../skus.js';
import type { WireBlockStorage, WireInstance, WireNic } from '../wire.js';
import { inEach, regionsFor } from '../within.js';

type Ctx = Pick<CellContext<typeof Server>, 'operation'>;

/** Root disk where none is asked for, GiB: SECA has no size of its own for it, and its suite takes 20 too (`constants/test.go`, read 2026-11). */
const DISK_GIB = 20;

/** Servers at SECA: an instance, the block storage that it boots from, and a NIC for each network. The block storage is made first. */
export const server = cell<SecaApi, typeof Server>(Server, {
  scope: 'zone',
  takes: { create: 8_000, update: 2_000, delete: 3_000 },
  limits: {
    networks: { maxItems: 17, because: 'a primary NIC and 16 more (go-sdk 793c4d0, InstanceSpec, read 2026-11)' },
    firewallIds: { maxItems: 16, because: 'go-sdk 793c4d0, NicSpec, read 2026-11' },
  },
  notOffered: {
    'publicIpv4=true': {
      because: 'public IPs are resources of their own, which lead to a NIC',
      next: 'use a public_ip',
    },
  },
  change: {
    size: 'replace',
    vcpus: 'replace',
    memoryGib: 'replace',
    diskGib: { direction: 'up', irreversible: 'a disk never shrinks' },
  },
  check: ({ networks, firewallIds }) => {
    if (networks?.length !== 0 || (firewallIds?.length ?? 0) < 2) return;
    throw new CloudError('invalid', {
      attribute: ['firewallIds'],
      message: 'an instance without a network stands behind one firewall',
      next: ['use one firewall', 'or let the server join a network'],
    });
  },

  create: async (api, want) => {
    const where = { region: String(want.place?.scopes.region), name: newName(want.name) };
    const { labels, annotations } = marked('server', want.name, want.labels);
    const size = want.diskGib ?? DISK_GIB;
    const spec = {
      sizeGB: size,
      skuRef: await storageSku(api, where.region, size),
      sourceImageRef: refTo(`images/${want.nativeImage?.id}`),
    };
    const zone = want.place && (await zoneOf(api, want.place));
    await api.put(where.region, `block-storages/${where.name}`, {
      labels,
      annotations: { ...annotations, [ZONE]: zone },
      spec,
    });
    return idOf(where);
  },

  complete: async (api, id, want, ctx) => {
    const where = whereOf(id);
    const path = `instances/${where.name}`;
    await ctx.operation(operation('rest', where.region, `block-storages/${where.name}`));
    const { instance, nics } = mustBeThere(await partsOf(api, where), id);
    const given = { have: nics, wanted: want.networks ?? [], firewallIds: want.firewallIds ?? [] };
    const names = await haveNics(api, where, given, ctx);
    if (!instance) {
      const body = { ...marked('server', want.name, want.labels), spec: await instanceSpec(api, where, want, names) };
      await api.put(where.region, path, withNative(body, want.native));
    }
    await ctx.operation(operation('rest', where.region, path));
    await switchTo(api, where, want.power ?? 'on', ctx);
  },

  read: async (api, id) => {
    const where = whereOf(id);
    const parts = await partsOf(api, where);
    return parts && observe(api, where.region, parts);
  },

  list: async (api, filter) =>
    inEach(await regionsFor(api, filter), async (region) => {
      const owned = ownedOf('server', filter.owner);
      const [boots, instances, nics] = await Promise.all([
        api.list<WireBlockStorage>(region, 'block-storages', owned),
        api.list<WireInstance>(region, 'instances', owned),
        api.list<WireNic>(region, 'nics', { ...ownedOf('nic', undefined) }),
      ]);
      const byName = new Map(instances.map((one) => [one.metadata.name, one]));
      return Promise.all(
        boots.map((boot) => {
          const { name } = boot.metadata;
          const mine = nics.filter(({ labels }) => labels?.[SERVER] === name);
          return observe(api, region, { boot, instance: byName.get(name), nics: mine });
        }),
      );
    }),

  update: async (api, id, change, ctx) => {
    const where = whereOf(id);
    const { region, name: own } = where;
    const { name, labels, diskGib, networks, firewallIds, power } = change;
    if (power === 'off') await switchTo(api, where, 'off', ctx);
    const words = (now: { annotations?: Record<string, string> | null }) => ({
      ...remarked('server', now, { name, labels }),
    });
    if (networks || firewallIds) {
      const wanted = networks ?? ctx.want.networks ?? [];
      const groups = firewallIds ?? ctx.want.firewallIds ?? [];
      const have = await api.list<WireNic>(region, 'nics', { [SERVER]: own });
      const nics = await haveNics(api, where, { have, wanted, firewallIds: groups }, ctx);
      await api.revise<WireInstance>(region, `instances/${own}`, (now) => ({
        ...words(now),
        spec: joined(now.spec, nics, groups),
      }));
      await ctx.operation(operation('rest', region, `instances/${own}`));
      await dropNics(api, where, have, nics, ctx);
    } else if (name !== undefined || labels !== undefined) {
      await api.revise<WireInstance>(region, `instances/${own}`, words);
    }
    if (name !== undefined || labels !== undefined || diskGib != null) {
      await api.revise<WireBlockStorage>(region, `block-storages/${own}`, (now) => ({
        ...words(now),
        ...(diskGib == null ? {} : { spec: { ...now.spec, sizeGB: Math.max(diskGib, now.spec.sizeGB) } }),
      }));
      await ctx.until(id);
    }
    if (power === 'on') await switchTo(api, where, 'on', ctx);
  },

  /** Data volumes are let go before; the boot volume goes last, so that what an interrupted run leaves is still found. */
  delete: async (api, id, ctx) => {
    const where = whereOf(id);
    const { region, name } = where;
    const path = `instances/${name}`;
    const instance = await api.get<WireInstance>(region, path);
    if (instance?.spec.dataVolumes?.length) {
      await api.revise<WireInstance>(region, path, ({ spec }) => ({ spec: { ...spec, dataVolumes: [] } }));
      await ctx.operation(operation('rest', region, path));
    }
    await api.delete(region, path);
    await ctx.operation(operation('gone', region, path));
    await dropNics(api, where, await api.list<WireNic>(region, 'nics', { [SERVER]: name }), [], ctx);
    await api.delete(region, `block-storages/${name}`);
  },
});

async function instanceSpec(api: SecaApi, { name }: Where, want: Want<typeof Server>, nics: readonly string[]) {
  const spec = {
    skuRef: refTo(`skus/${want.nativeSize?.id}`),
    zone: want.place ? await zoneOf(api, want.place) : '',
    bootVolume: { deviceRef: refTo(`block-storages/${name}`), type: 'virtio' },
    ...(want.sshKeyIds?.length ? { sshKeys: want.sshKeyIds.map(publicKey) } : {}),
    ...(want.userData ? { userData: want.userData } : {}),
  };
  return joined(spec, nics, want.firewallIds ?? []);
}

/** A spec with these NICs. Firewalls stand before NICs; before an instance that has none stands one of its own. */
function joined<S extends Partial<WireInstance['spec']>>(
  spec: S,
  nics: readonly string[],
  firewallIds: readonly string[],
) {
  const { primaryNicRef: _, additionalNicRefs: __, securityGroupRef: ___, ...rest } = spec;
  const [primary, ...more] = nics.map((nic) => refTo(`nics/${nic}`));
  const [firewall] = firewallIds;
  return {
    ...rest,
    ...(primary ? { primaryNicRef: primary } : {}),
    ...(more.length > 0 ? { additionalNicRefs: more } : {}),
    ...(!primary && firewall ? { securityGroupRef: refTo(`security-groups/${whereOf(firewall).name}`) } : {}),
  } as WireInstance['spec'];
}

function publicKey(id: string, i: number): string {
  try {
    return keyIn(id).publicKey;
  } catch (error) {
    throw isCloudError(error) ? new CloudError(error.code, { ...error.details, attribute: ['sshKeyIds', i] }) : error;
  }
}

/** Deletes the NICs that a server has, but for those that it keeps. */
async function dropNics(
  api: SecaApi,
  { region }: Where,
  have: readonly WireNic[],
  kept: readonly string[],
  ctx: Ctx,
): Promise<void> {
  const names = have.map(({ metadata }) => metadata.name).filter((nic) => !kept.includes(nic));
  const paths = names.map((nic) => `nics/${nic}`);
  await Promise.all(paths.map((path) => api.delete(region, path)));
  await Promise.all(paths.map((path) => ctx.operation(operation('gone', region, path))));
}

/** Starts or stops, unless it is so already. */
async function switchTo(api: SecaApi, { region, name }: Where, power: 'on' | 'off', ctx: Ctx): Promise<void> {
  const path = `instances/${name}`;
  const now = await api.get<WireInstance>(region, path);
  if ((now?.status?.powerState ?? 'off') === power) return;
  try {
    await api.post(region, `${path}/${power === 'on' ? 'start' : 'stop'}`);
  } catch (error) {
    // Given already: by a request whose answer was lost, or by somebody else.
    if (!isCloudError(error, 'conflict')) throw error;
  }
  await ctx.operation(operation('rest', region, path));
}

function mustBeThere(parts: Parts | undefined, id: string): Parts {
  if (parts) return parts;
  throw new CloudError('not-found', {
    id,
    message: 'its boot volume is not there',
    retryable: true,
    next: ['run again: it is made anew'],
  });
}
