import type { Route } from '../core/http.js';
import type { World } from './world.js';

/** The network to the internet, over all regions. */
export function publicNetworks(world: World): Route[] {
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
            regions: world.neutrons.map(({ region, publicNetworkId }) => ({
              region,
              status: 'ACTIVE',
              openstackId: publicNetworkId,
            })),
          },
        ],
      }),
    },
  ];
}
