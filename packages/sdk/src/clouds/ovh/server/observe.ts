import type { Server } from '../../../kinds/server/index.js';
import { readDescription } from '../../../openstack/description.js';
import { groupBy } from '../../../openstack/group.js';
import { firewallsOf } from '../../../openstack/network/groups.js';
import type { WirePort } from '../../../openstack/wire.js';
import type { Observed } from '../../../runtime/driver/cell.js';
import type { OvhApi } from '../api.js';
import { seenImage } from '../images.js';
import { places } from '../places.js';
import { flavorsOf, memoryGib } from '../sizes.js';
import type { WireInstance } from '../wire.js';
import { powerOf } from './power.js';

type Seen = Observed<typeof Server>;

const READY = /^(ACTIVE|SHUTOFF|STOPPED|PAUSED|SUSPENDED|SHELVED|SHELVED_OFFLOADED|RESCUE|RESCUED)$/;
const GONE = /^(DELETED|SOFT_DELETED)$/;

/** Servers in the model's words. Firewalls are told where there is a way to Neutron: by one list of ports a region. */
export async function observe(api: OvhApi, instances: readonly WireInstance[], ports: PortsOf): Promise<Seen[]> {
  const there = instances.filter(({ status }) => !GONE.test(status));
  const regions = [...new Set(there.filter(isAtRest).map(({ region }) => region))];
  const cards = new Map(await Promise.all(regions.map(async (region) => [region, await ports(region)] as const)));
  return Promise.all(
    there.map(async (instance) => ({
      ...(await bareServer(api, instance)),
      ...(isAtRest(instance) ? await inFull(api, instance, cards.get(instance.region)) : {}),
    })),
  );
}

/** Ports of servers in a region with what tells firewalls from none; undefined where nobody gave a user of OpenStack. */
export type PortsOf = (region: string) => Promise<Cards | undefined>;

interface Cards {
  byServer: ReadonlyMap<string, readonly WirePort[]>;
  defaultGroupId: string | undefined;
}

/** Asks Neutron for the ports of one server, or of all. */
export function portsOf(api: OvhApi, serverId?: string): PortsOf {
  return async (region) => {
    if (!api.neutron.possible) return undefined;
    const neutron = await api.neutron.in(region);
    const query = serverId ? { device_id: serverId } : { project_id: neutron.projectId };
    const [ports, defaultGroupId] = await Promise.all([
      neutron.network.pages<WirePort>('/ports', 'ports', query),
      neutron.defaultGroupId(),
    ]);
    return { byServer: groupBy(ports, ({ device_id }) => device_id), defaultGroupId };
  };
}

/** What the server itself tells: the rest is asked for when it stands still. */
async function bareServer(api: OvhApi, instance: WireInstance): Promise<Seen> {
  const { id, region, status, ipAddresses } = instance;
  const { text, labels } = readDescription(instance.name);
  const inside = ipAddresses.filter(({ type, version }) => type === 'private' && version === 4);
  return {
    id,
    name: text || id,
    labels,
    place: await placeOf(api, instance),
    power: powerOf(status),
    publicIpv4Address: ipAddresses.find(({ type, version }) => type === 'public' && version === 4)?.ip ?? null,
    networks: inside.map(({ networkId, ip }) => ({ networkId: `${region}/${networkId}`, ip })),
    ...statusOf(status),
  };
}

async function inFull(api: OvhApi, instance: WireInstance, cards: Cards | undefined): Promise<Partial<Seen>> {
  const { id, region } = instance;
  const ports = cards?.byServer.get(id) ?? [];
  return {
    ...(await sizeOf(api, instance)),
    ...(await seenImage(api, instance)),
    ...(cards ? { firewallIds: firewallsOf(ports, cards.defaultGroupId).map((group) => `${region}/${group}`) } : {}),
    ...publicSide(instance, cards && ports),
  };
}

/** The server's own addresses. The API lists floating IPs with them; where Neutron is asked, they are told apart: they are on no card. */
function publicSide({ ipAddresses }: WireInstance, ports: readonly WirePort[] | undefined): Partial<Seen> {
  const onCards = ports?.flatMap(({ fixed_ips }) => fixed_ips.map(({ ip_address }) => ip_address));
  const own = ipAddresses.filter(({ type, ip }) => type === 'public' && (onCards?.includes(ip) ?? true));
  const address = (wanted: 4 | 6) => own.find(({ version }) => version === wanted)?.ip ?? null;
  return { publicIpv4: address(4) !== null, publicIpv4Address: address(4), publicIpv6Address: address(6) };
}

async function placeOf(api: OvhApi, { region, availabilityZone }: WireInstance): Promise<string> {
  if (!availabilityZone) return region;
  const zoned = (await places(api)).some(({ id }) => id === availabilityZone);
  return zoned ? availabilityZone : region;
}

/** Of a flavour that is sold no more nothing is known here. */
async function sizeOf(api: OvhApi, { region, flavorId, flavor: told }: WireInstance): Promise<Partial<Seen>> {
  const flavor = told ?? (await flavorsOf(api, region)).find(({ id }) => id === flavorId);
  if (!flavor) return {};
  const { name, vcpus, disk } = flavor;
  return { nativeSize: name, vcpus, memoryGib: memoryGib(flavor), diskGib: disk, architecture: 'x86' };
}

function isAtRest({ status }: WireInstance): boolean {
  return READY.test(status);
}

function statusOf(status: string): Pick<Seen, 'status' | 'statusText'> {
  if (status === 'ERROR') return { status: 'failed', statusText: status };
  return { status: READY.test(status) ? 'ready' : 'changing', statusText: status };
}
