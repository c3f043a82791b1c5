import { CloudError } from '../../../errors/index.js';
import type { OvhApi } from '../api.js';
import type { WireWideNetwork } from '../wire.js';

/** Id of the network to the internet in a region. */
export async function publicNetworkId(api: OvhApi, region: string): Promise<string> {
  const all = await api.keep('public networks', () => api.list<WireWideNetwork>(api.paths.publicNetworks()));
  const there = all.flatMap(({ regions }) => regions).find((one) => one.region === region && one.openstackId);
  if (there?.openstackId) return there.openstackId;
  throw new CloudError('unsupported', {
    attribute: ['publicIpv4'],
    message: `${region} has no network to the internet`,
    next: ['set public_ipv4 = false', 'or use another region'],
  });
}
