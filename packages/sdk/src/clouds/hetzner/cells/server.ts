import { CloudError, redact } from '../../../errors/index.js';
import { Server } from '../../../kinds/index.js';
import { type ChangeRule, cell, type Want, withNative } from '../../../runtime/driver/index.js';
import { finished, underWay } from '../actions.js';
import type { HetznerApi } from '../api.js';
import { owned } from '../owned.js';
import { path } from '../path.js';
import { rename } from '../rename.js';
import { setFirewalls } from '../server/firewalls.js';
import { joinNetworks } from '../server/networks.js';
import { observeAll } from '../server/observe.js';
import { switchPower } from '../server/power.js';
import { changeType } from '../server/size.js';
import type { WireServer, WireStarted } from '../wire.js';

/** Another type needs the power off; the disk is not grown along, so that the way back stays open to types that hold it. */
const RESIZE: ChangeRule = { needs: { power: 'off' } };
const MOST_USER_DATA = 32 * 1024;

/** Servers at Hetzner: name, labels, networks, firewalls and power change as they run; the type while they are off. */
export const server = cell(Server, {
  scope: 'zone',
  change: { size: RESIZE, vcpus: RESIZE, memoryGib: RESIZE },
  limits: {
    firewallIds: { maxItems: 5, because: 'docs.hetzner.cloud, apply a firewall to resources, read 2026-11' },
  },

  check({ userData }) {
    const bytes = Buffer.byteLength(userData ?? '');
    if (bytes <= MOST_USER_DATA) return;
    throw new CloudError('invalid', {
      attribute: ['userData'],
      message: `user_data has ${bytes} bytes, and Hetzner takes ${MOST_USER_DATA} (docs.hetzner.cloud, read 2026-11)`,
      next: ['let a short script fetch the rest'],
    });
  },

  async create(api: HetznerApi, want) {
    const made = await api.post<{ server: WireServer; root_password: string | null }>('/servers', toWire(want));
    redact(made.root_password);
    return String(made.server.id);
  },

  async complete(api, id, want, ctx) {
    await underWay(api, ctx, path`/servers/${id}`);
    const seen = await ctx.until(id, (now) => now !== undefined && now.statusText !== 'initializing');
    if (!seen) return;
    await joinNetworks(api, seen, want.networks ?? [], ctx);
    await setFirewalls(api, seen, want.firewallIds ?? [], ctx);
    await switchPower(api, seen, want.power ?? 'on', ctx);
  },

  async read(api, id) {
    const found = await api.find<{ server: WireServer }>(path`/servers/${id}`);
    return found && (await observeAll(api, [found.server]))[0];
  },

  async list(api, filter) {
    return observeAll(api, await api.list<WireServer>('/servers', 'servers', owned(filter)));
  },

  async update(api, id, change, ctx) {
    const { prior, want } = ctx;
    await rename(api, path`/servers/${id}`, change);
    if (change.power === 'off') await switchPower(api, prior, 'off', ctx);
    const resized = ['size', 'vcpus', 'memoryGib'].some((name) => name in change);
    if (resized && want.nativeSize) await changeType(api, prior, want.nativeSize.id, ctx);
    if (change.networks !== undefined) await joinNetworks(api, prior, change.networks ?? [], ctx);
    if (change.firewallIds !== undefined) await setFirewalls(api, prior, change.firewallIds ?? [], ctx);
    if (change.power === 'on') await switchPower(api, prior, 'on', ctx);
  },

  /** Hetzner detaches volumes, floating IPs and firewalls itself, and deletes the primary IPs that it made along. */
  async delete(api, id, { seen, ...ctx }) {
    if (seen?.statusText !== 'deleting') await finished(ctx, await api.delete<WireStarted>(path`/servers/${id}`));
  },
});

function toWire(want: Want<typeof Server>): Record<string, unknown> {
  const networks = want.networks ?? [];
  // Here networks are named without addresses; those with one are joined after, before the first start.
  const fixed = networks.some(({ ip }) => ip != null);
  const body = {
    name: want.name,
    labels: want.labels,
    server_type: want.nativeSize?.id ?? want.size,
    image: want.nativeImage?.id ?? want.image,
    location: want.place?.scopes.zone,
    ssh_keys: (want.sshKeyIds ?? []).map(Number),
    firewalls: (want.firewallIds ?? []).map((id) => ({ firewall: Number(id) })),
    networks: fixed ? [] : networks.map(({ networkId }) => Number(networkId)),
    start_after_create: want.power !== 'off' && !fixed,
    ...(want.userData ? { user_data: want.userData } : {}),
    ...(want.publicIpv4 == null ? {} : { public_net: { enable_ipv4: want.publicIpv4, enable_ipv6: true } }),
  };
  return withNative(body, want.native);
}
