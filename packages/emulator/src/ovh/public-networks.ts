import type { Route } from '../core/http.js';
import { stableId } from './ids.js';
import { REGIONS } from './regions.js';

/** The network to the internet: one in every region that has servers, all called alike. */
export const publicNetworkId = (region: string): string => stableId('Ext-Net', region);
export const publicSubnetId = (region: string): string => stableId('Ext-Net subnet', region);

export function publicNetworks(): Route[] {
  return [
    {
      method: 'GET',
      path: '/cloud/project/{serviceName}/network/public',
      handle: () => ({
        status: 200,
        body: [
          {
            id: '0',
            name: 'Ext-Net',
            status: 'ACTIVE',
            type: 'public',
            vlanId: 0,
            regions: REGIONS.filter(({ services }) => services.includes('instance')).map(({ name }) => ({
              region: name,
              status: 'ACTIVE',
              openstackId: publicNetworkId(name),
            })),
          },
        ],
      }),
    },
  ];
}
