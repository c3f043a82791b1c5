import { createHash } from 'node:crypto';
import type { NetworkRecord, RouterRecord } from '../records.js';
import { zones } from './zones.js';

/** The same id in every run, in the form of the vendor's. */
function stableId(prefix: string, text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${prefix}${hex.slice(2, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The router of each zone's utility network, of the type "service" (recorded 2022-10). */
export const vendorRouters: readonly RouterRecord[] = zones.map(({ id }) => ({
  uuid: stableId('04', `router ${id}`),
  name: `Utility network router for zone ${id}`,
  type: 'service',
  labels: [],
  staticRoutes: [],
}));

/**
 * The networks that each zone comes with: public ones for both versions, and the utility one. Their blocks are of those that nobody
 * routes: benchmark networks (RFC 2544) and documentation prefixes (RFC 3849).
 */
export const vendorNetworks: readonly NetworkRecord[] = zones.flatMap(({ id: zone }, i) => {
  const block = (type: 'public' | 'utility', address: string, gateway: string, more: object): NetworkRecord => ({
    uuid: stableId('03', `${type} ${address}`),
    zone,
    name: `${type === 'public' ? 'Public' : 'Private'} ${address}`,
    type,
    router: type === 'utility' ? (vendorRouters[i]?.uuid ?? null) : null,
    labels: [],
    ipNetworks: [
      {
        address,
        family: address.includes(':') ? 'IPv6' : 'IPv4',
        dhcp: 'yes',
        dhcp_default_route: type === 'public' ? 'yes' : 'no',
        gateway,
        ...more,
      },
    ],
  });
  const dns4 = { dhcp_dns: ['94.237.127.9', '94.237.40.9'] };
  const dns6 = { dhcp_dns: ['2a04:3540:53::1', '2a04:3544:53::1'] };
  return [
    block('public', `198.18.${i * 4}.0/22`, `198.18.${i * 4}.1`, dns4),
    block('public', `2001:db8:${i + 1}::/64`, `2001:db8:${i + 1}::1`, dns6),
    block('utility', `10.${i + 1}.0.0/22`, `10.${i + 1}.0.1`, { dhcp_routes: ['10.0.0.0/8'] }),
  ];
});
