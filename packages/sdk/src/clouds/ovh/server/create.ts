import { CloudError } from '../../../errors/index.js';
import type { Server } from '../../../kinds/server/index.js';
import { writeDescription } from '../../../openstack/description.js';
import { checkGroups } from '../../../openstack/network/groups.js';
import type { Want } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import type { OvhApi } from '../api.js';
import { regionalId, regionOf } from '../places.js';
import { flavorsOf } from '../sizes.js';
import type { WireInstance } from '../wire.js';
import { withHostname } from './hostname.js';
import { publicNetworkId } from './public-network.js';

/** Makes the server, by one request, with all its cards. */
export async function createServer(api: OvhApi, want: Want<typeof Server>): Promise<string> {
  const region = regionOf(want.place);
  await checkFirewalls(api, region, want.firewallIds ?? []);
  const [key] = want.sshKeyIds ?? [];
  const networks = await networksOf(api, region, want);
  const zone = want.place?.scopes.zone;
  const body = {
    name: writeDescription({ text: want.name, labels: want.labels }),
    region,
    flavorId: await flavorId(api, region, want.nativeSize?.id ?? ''),
    imageId: want.nativeImage?.id,
    userData: withHostname(want.userData, want.name),
    ...(zone && zone !== region ? { availabilityZone: zone } : {}),
    ...(networks ? { networks } : {}),
    ...(key ? { sshKeyId: key } : {}),
  };
  return (await api.post<WireInstance>(api.paths.instances(), withNative(body, want.native))).id;
}

/** OVHcloud's id of the flavour that a size names. */
export async function flavorId(api: OvhApi, region: string, name: string): Promise<string> {
  const flavor = (await flavorsOf(api, region)).find((one) => one.name === name);
  if (flavor) return flavor.id;
  throw new CloudError('invalid', {
    attribute: ['size'],
    message: `${region} no longer has the flavour ${name}`,
    next: ['plan again: another size is chosen'],
  });
}

/** The groups of a firewall id's region. @throws CloudError `invalid` for one that stands elsewhere */
export function groupIds(region: string, firewallIds: readonly string[]): string[] {
  return firewallIds.map((id, i) => inRegion(region, id, ['firewallIds', i]));
}

/** OVHcloud's own id of a thing that must stand in the server's region. */
export function inRegion(region: string, id: string, attribute: readonly (string | number)[]): string {
  const at = regionalId(id);
  if (at.region === region) return at.own;
  throw new CloudError('invalid', {
    attribute,
    message: `it is in ${at.region}, the server in ${region}`,
    next: ['make both in one region'],
  });
}

/** Found out before anything is made: whether there is a way to Neutron, and whether the groups are none that all servers have. */
async function checkFirewalls(api: OvhApi, region: string, firewallIds: readonly string[]): Promise<void> {
  if (firewallIds.length > 0) await checkGroups(await api.neutron.in(region), groupIds(region, firewallIds));
}

/** The cards to ask for; undefined for one to the internet alone, which is what a request without any gets. */
async function networksOf(api: OvhApi, region: string, { networks, publicIpv4 }: Want<typeof Server>) {
  const wanted = networks ?? [];
  if (wanted.length === 0) return undefined;
  const inside = wanted.map(({ networkId, ip }, i) => ({
    networkId: inRegion(region, networkId, ['networks', i, 'networkId']),
    ...(ip ? { ip } : {}),
  }));
  return publicIpv4 === false ? inside : [{ networkId: await publicNetworkId(api, region) }, ...inside];
}
