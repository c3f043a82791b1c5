import { createHash } from 'node:crypto';
import { CloudError } from '../../errors/index.js';
import { withNative } from '../../runtime/driver/native.js';
import { mustBeThere, type UpCloudApi } from './api.js';
import { toLabels } from './labels.js';
import { KIND, markNow, marks, relabel } from './marks.js';
import { path } from './path.js';
import type { WireIpAddress, WireServer } from './wire.js';

/** Labels of the server group that stands for a floating IP. */
export const ZONE = 'hansa-zone';
export const ADDRESS = 'hansa-address';
export const DELETING = 'hansa-deleting';
/** When an address was asked for (minutes since 1970), and digests of those that were there before. */
const ASKED_AT = 'hansa-asked-at';
const BEFORE = 'hansa-before-';

const MINUTE_MS = 60_000;
/** So long after it was asked for, an address that nobody has is still taken for the one that was asked for, minutes. Our choice. */
const TRUST_MINUTES = 60;
const DIGEST = 6;
/** Digests that fit into one label: 252 of 255 characters. */
const A_LABEL = 42;

type Labels = Record<string, string>;

export const addressPath = (address: string): string => `/ip_address/${encodeURIComponent(address)}`;

/** All addresses of the account that move from server to server. */
export async function floatingIps(api: UpCloudApi): Promise<WireIpAddress[]> {
  const all = await api.list<WireIpAddress>('/ip_address', ['ip_addresses', 'ip_address']);
  return all.filter(({ floating, access }) => floating === 'yes' && access === 'public');
}

/**
 * The address of a mark; asks for one where it has none. Nothing can be written on an address, so before it is asked for, the mark notes
 * which ones are there: when the answer is lost, the one that came since and that nobody has is ours. One at a time in this process.
 */
export function addressOf(api: UpCloudApi, id: string, native: Record<string, unknown> = {}): Promise<string> {
  return api.inTurn('floating ips', async () => {
    const group = mustBeThere(await markNow(api, id), id);
    const labels = toLabels(group.labels);
    const known = labels[ADDRESS];
    if (known !== undefined) return known;
    const zone = labels[ZONE] ?? '';
    const lost = await lostAddress(api, labels);
    if (lost === undefined) await relabel(api, id, { ...withoutNotes(labels), ...notes(api, await free(api, zone)) });
    const wish = withNative({ access: 'public', family: 'IPv4', floating: 'yes', zone }, native);
    const address = lost ?? (await api.post<WireIpAddress>('/ip_address', { ip_address: wish }, 'ip_address')).address;
    await relabel(api, id, { ...withoutNotes(labels), [ADDRESS]: address });
    return address;
  });
}

/** The address that was asked for and whose answer was lost; undefined where there is none. */
export async function lostAddress(api: UpCloudApi, labels: Labels): Promise<string | undefined> {
  const askedAt = Number(labels[ASKED_AT] ?? Number.NaN);
  if (Number.isNaN(askedAt)) return undefined;
  const before = digestsIn(labels);
  const fresh = (await free(api, labels[ZONE] ?? '')).filter((address) => !before.has(digest(address)));
  if (fresh.length === 0) return undefined;
  if (api.clock.now() / MINUTE_MS - askedAt <= TRUST_MINUTES) return fresh[0];
  throw new CloudError('conflict', {
    message: `an earlier run asked for an address and did not hear the answer; it may be ${fresh.join(' or ')}, or that is somebody's`,
    next: [
      'release what nobody needs at hub.upcloud.com, Network, Floating IPs, or attach it to a server',
      'then run again',
    ],
  });
}

/** Leads the address to a server, or to none. It goes by the card's MAC address, and to cards of public IPv4 alone. */
export async function assign(api: UpCloudApi, address: string, serverId: string | null): Promise<void> {
  const now = await api.get<WireIpAddress>(addressPath(address), 'ip_address');
  if ((now.server || null) === serverId) return;
  const mac = serverId === null ? null : await macOf(api, serverId);
  await api.patch(addressPath(address), { ip_address: { mac } });
}

async function macOf(api: UpCloudApi, serverId: string): Promise<string> {
  const server = await api.get<WireServer>(path`/server/${serverId}`, 'server');
  const cards = server.networking.interfaces.interface.filter(({ type }) => type === 'public');
  const card = cards.find(({ ip_addresses }) => ip_addresses.ip_address.some(({ family }) => family === 'IPv4'));
  if (card) return card.mac;
  throw new CloudError('invalid', {
    attribute: ['serverId'],
    message: `the server ${server.title} has no public IPv4 card, to which the address could lead`,
    next: ['make the server with public_ipv4 = true'],
  });
}

/** Addresses of a zone that are at no server and that no mark knows. */
async function free(api: UpCloudApi, zone: string): Promise<string[]> {
  const [all, groups] = await Promise.all([floatingIps(api), marks(api, { label: [`${KIND}=public_ip`] })]);
  const marked = new Set(groups.map(({ labels }) => toLabels(labels)[ADDRESS]));
  return all.filter((ip) => ip.zone === zone && !ip.server && !marked.has(ip.address)).map(({ address }) => address);
}

function notes(api: UpCloudApi, before: readonly string[]): Labels {
  const askedAt = String(Math.floor(api.clock.now() / MINUTE_MS));
  const digests = before.map(digest);
  const labels: Labels = { [ASKED_AT]: askedAt };
  for (let i = 0; i * A_LABEL < digests.length; i += 1) {
    labels[`${BEFORE}${i}`] = digests.slice(i * A_LABEL, (i + 1) * A_LABEL).join('');
  }
  return labels;
}

function withoutNotes(labels: Labels): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([key]) => key !== ASKED_AT && !key.startsWith(BEFORE)));
}

function digestsIn(labels: Labels): Set<string> {
  const all = Object.entries(labels).flatMap(([key, value]) => (key.startsWith(BEFORE) ? [value] : []));
  return new Set(all.flatMap((text) => text.match(/.{6}/g) ?? []));
}

function digest(address: string): string {
  return createHash('sha256').update(address).digest('hex').slice(0, DIGEST);
}
