import { CloudError } from '../../../errors/index.js';
import { Server } from '../../../kinds/server/index.js';
import { checkLabelRoom, writeDescription } from '../../../openstack/description.js';
import { cell, type Want } from '../../../runtime/driver/cell.js';
import type { OvhApi } from '../api.js';
import { regionOf, regionOfPlace, uuid } from '../places.js';
import { createServer } from '../server/create.js';
import { setFirewalls, untilItHasCards } from '../server/firewalls.js';
import { setNetworks } from '../server/networks.js';
import { observe, portsOf } from '../server/observe.js';
import { setPower } from '../server/power.js';
import { resize } from '../server/resize.js';
import type { WireInstance } from '../wire.js';
import { withOwner } from '../with-owner.js';

/**
 * Servers at OVHcloud: instances of its own API. They have a name and nothing else, so labels stand behind it: `web hansa-owner=shop env=prod`.
 * The host name is the name alone: see `server/hostname.ts`.
 */
export const server = cell<OvhApi, typeof Server>(Server, {
  scope: 'zone',
  takes: { create: 40_000, update: 20_000, delete: 10_000 },
  limits: {
    sshKeyIds: {
      maxItems: 1,
      because: 'an instance is made with one sshKeyId (description of /cloud, read 2026-11)',
      next: 'put further keys into user_data (ssh_authorized_keys of cloud-init)',
    },
  },
  change: {
    // Nova stops a running server for it, moves it and starts it again (docs.ovhcloud.com, "Resizing an instance", read 2026-11).
    size: {
      disruption: 'stop',
      irreversible: 'the root disk comes with the size, grows with it and does not shrink again',
    },
  },
  check: ({ labels, name, networks, publicIpv4 }) => {
    checkLabelRoom({ ...labels, ...(name ? { n: name } : {}) });
    if (publicIpv4 === false && networks && networks.length === 0) throw nowhere();
  },
  create: (api, want) => createServer(api, want),
  complete: async (api, id, want, ctx) => {
    const [region, firewallIds] = [regionOf(want.place), want.firewallIds ?? []];
    let behind = 0;
    if (firewallIds.length > 0) {
      await untilItHasCards(id, ctx);
      behind = await setFirewalls(api, region, id, firewallIds);
    }
    const seen = await ctx.until(id, (now) => now !== undefined && now.status !== 'changing', 20_000);
    if (seen?.status === 'failed') throw notMade();
    // A card that came after the others got the default group.
    if (firewallIds.length > 0 && behind < cardsOf(want)) await setFirewalls(api, region, id, firewallIds);
    if (want.power === 'off') await setPower(api, id, 'off', ctx);
  },
  read: async (api, id) => {
    const found = await api.find<WireInstance>(api.paths.instances(uuid(id)));
    return found && (await observe(api, [found], portsOf(api, id)))[0];
  },
  list: async (api, { place }) => {
    const region = place === undefined ? undefined : await regionOfPlace(api, place);
    return observe(api, await api.list<WireInstance>(api.paths.instances(), { region }), portsOf(api));
  },
  update: async (api, id, change, ctx) => {
    if (change.name !== undefined || change.labels) {
      const labels = change.labels ?? withOwner(ctx);
      await api.put(api.paths.instances(uuid(id)), { instanceName: writeDescription({ text: ctx.want.name, labels }) });
    }
    if (isResize(change) && ctx.want.nativeSize) await resize(api, id, ctx.want.nativeSize.id, ctx);
    if (change.networks !== undefined) await setNetworks(api, id, change.networks ?? [], ctx);
    // New cards come with the default group, whatever the others have.
    if (change.networks !== undefined || change.firewallIds !== undefined)
      await setFirewalls(api, await regionOfPlace(api, ctx.prior.place), id, ctx.want.firewallIds ?? []);
    if (change.power) await setPower(api, id, change.power, ctx);
  },
  delete: async (api, id) => void (await api.delete(api.paths.instances(uuid(id)))),
});

/** How many cards a server is made with. */
function cardsOf({ networks, publicIpv4 }: Want<typeof Server>): number {
  return (networks?.length ?? 0) + (publicIpv4 === false ? 0 : 1);
}

function isResize(change: object): boolean {
  return ['size', 'vcpus', 'memoryGib', 'nativeSize'].some((name) => name in change);
}

function nowhere(): CloudError {
  return new CloudError('invalid', {
    attribute: ['publicIpv4'],
    message: 'a server needs a card: this one is to have none, neither to the internet nor in a network',
    next: ['give it a network: networks = [{ network_id = … }]', 'or leave public_ipv4 out'],
  });
}

/** OVHcloud takes a create and tells afterwards that it did not work, without a reason. */
function notMade(): CloudError {
  return new CloudError('out-of-stock', {
    attribute: ['size'],
    message: 'OVHcloud could not make it and does not say why; mostly no host has room for this size',
    next: ['run again: it is replaced', 'or use another size or region'],
  });
}
