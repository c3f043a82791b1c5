import type { Route } from '../core/http.js';
import { flavorById } from './flavors.js';
import { date } from './input.js';
import { REGIONS } from './regions.js';
import type { World } from './world.js';

const PROJECT = '/cloud/project/{serviceName}';
/** Where nobody set another figure: as a new project has them, of the right order and no more. */
const QUOTA = {
  instances: 200,
  cores: 1000,
  ram: 4_000_000,
  gigabytes: 100_000,
  volumes: 1000,
  networks: 500,
  floatingip: 200,
  key_pairs: 500,
};

/** The one project of the account, and what it may have. */
export function projects(world: World): Route[] {
  const limit = (name: keyof typeof QUOTA) => world.context.quota(name) ?? QUOTA[name];
  return [
    { method: 'GET', path: '/cloud/project', handle: () => ({ status: 200, body: [world.projectId] }) },
    {
      method: 'GET',
      path: PROJECT,
      handle: () => ({
        status: 200,
        body: {
          project_id: world.projectId,
          projectName: 'emulated',
          description: 'emulated',
          planCode: 'project.2018',
          status: 'ok',
          access: 'full',
          unleash: false,
          manualQuota: false,
          creationDate: date(Date.UTC(2026, 0, 1)),
          expiration: null,
          orderId: null,
          iam: null,
        },
      }),
    },
    {
      method: 'GET',
      path: `${PROJECT}/quota`,
      handle: () => ({
        status: 200,
        body: REGIONS.filter(({ services }) => services.includes('instance')).map(({ name }) => quotas(name)),
      }),
    },
    {
      method: 'GET',
      path: `${PROJECT}/region/{regionName}/quota`,
      handle: ({ params }) => ({ status: 200, body: quotas(params['regionName']!) }),
    },
  ];

  function quotas(region: string) {
    const here = <T extends { region: string }>(all: readonly T[]) => all.filter((one) => one.region === region);
    const neutron = world.neutron(region);
    const flavors = here(world.instances.list()).flatMap(({ flavorId }) => flavorById(flavorId) ?? []);
    const volumes = here(world.volumes.list());
    return {
      region,
      instance: {
        maxInstances: limit('instances'),
        usedInstances: flavors.length,
        maxCores: limit('cores'),
        usedCores: flavors.reduce((sum, { vcpus }) => sum + vcpus, 0),
        maxRam: limit('ram'),
        usedRAM: flavors.reduce((sum, { ram }) => sum + ram, 0),
      },
      volume: {
        maxGigabytes: limit('gigabytes'),
        usedGigabytes: volumes.reduce((sum, { size }) => sum + size, 0),
        maxVolumeCount: limit('volumes'),
        volumeCount: volumes.length,
        maxBackupGigabytes: 0,
        usedBackupGigabytes: 0,
        maxVolumeBackupCount: 0,
        volumeBackupCount: 0,
      },
      network: {
        maxNetworks: limit('networks'),
        usedNetworks: here(world.networks.list()).length,
        maxSubnets: limit('networks'),
        usedSubnets: neutron.subnets.filter(({ networkId }) => networkId !== neutron.publicNetworkId).length,
        maxFloatingIPs: limit('floatingip'),
        usedFloatingIPs: neutron.floatingIps.size,
        maxGateways: limit('networks'),
        usedGateways: here(world.gateways.list()).length,
      },
      keypair: { maxCount: limit('key_pairs') },
      loadbalancer: null,
      keymanager: null,
      share: null,
    };
  }
}
