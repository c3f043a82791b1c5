import type { Route } from '../core/http.js';
import { overLimit } from './errors.js';
import { depthOf } from './render.js';
import { baseOf, type World } from './world.js';

/** What a contract may have until somebody sets a quota of that name: the vendor's own limits differ by contract. */
const LIMITS = { cores: 1_000, ram: 4_000_000, hdd: 1_000_000, ssd: 1_000_000, ips: 500 } as const;
export const PER_SERVER = { cores: 60, ram: 230 * 1024 } as const;
/** GB. */
export const PER_VOLUME = 4_096;

/** docs.ionos.com, network security groups, FAQs, read 2026-11. */
export const SECURITY_GROUPS = { perDatacenter: 200, perNic: 10, rules: 100 } as const;

type Limited = keyof typeof LIMITS;

/** What of it is in use: cores, MB, GB, GB, addresses. */
function used(world: World): Record<Limited, number> {
  const sum = <T>(list: readonly T[], of: (one: T) => number) => list.reduce((total, one) => total + of(one), 0);
  const volumes = world.volumes.list();
  return {
    cores: sum(world.servers.list(), ({ cores }) => cores),
    ram: sum(world.servers.list(), ({ ram }) => ram),
    hdd: sum(volumes, ({ type, size }) => (type === 'HDD' ? size : 0)),
    ssd: sum(volumes, ({ type, size }) => (type === 'HDD' ? 0 : size)),
    ips: sum(world.ipBlocks.list(), ({ size }) => size),
  };
}

const limitOf = (world: World, name: Limited): number => world.context.quota(name) ?? LIMITS[name];

/** @throws Refusal where the contract would have more than it may */
export function checkLimit(world: World, name: Limited, more: number): void {
  const limit = limitOf(world, name);
  if (more > 0 && used(world)[name] + more > limit) throw overLimit(name, limit);
}

export function contracts(world: World): Route[] {
  return [
    {
      method: 'GET',
      path: '/contracts',
      handle: (request) => {
        const now = used(world);
        const properties = {
          contractNumber: Number(world.context.credentials['contractNumber']),
          owner: 'hansa@emulator.invalid',
          status: 'BILLABLE',
          regDomain: 'ionos.de',
          resourceLimits: {
            coresPerServer: PER_SERVER.cores,
            coresPerContract: limitOf(world, 'cores'),
            coresProvisioned: now.cores,
            ramPerServer: PER_SERVER.ram,
            ramPerContract: limitOf(world, 'ram'),
            ramProvisioned: now.ram,
            hddLimitPerVolume: PER_VOLUME,
            hddLimitPerContract: limitOf(world, 'hdd'),
            hddVolumeProvisioned: now.hdd,
            ssdLimitPerVolume: PER_VOLUME,
            ssdLimitPerContract: limitOf(world, 'ssd'),
            ssdVolumeProvisioned: now.ssd,
            dasVolumeProvisioned: 0,
            reservableIps: limitOf(world, 'ips'),
            reservedIpsOnContract: now.ips,
            reservedIpsInUse: world.nics.list().flatMap(({ automatic, ips }) => (automatic ? [] : ips)).length,
            k8sClusterLimitTotal: 0,
            k8sClustersProvisioned: 0,
            nlbLimitTotal: 0,
            nlbProvisioned: 0,
            natGatewayLimitTotal: 0,
            natGatewayProvisioned: 0,
            securityGroupsPerVdc: world.context.quota('security-groups') ?? SECURITY_GROUPS.perDatacenter,
            securityGroupsPerResource: SECURITY_GROUPS.perNic,
            rulesPerSecurityGroup: SECURITY_GROUPS.rules,
          },
        };
        const items = [depthOf(request) > 0 ? { type: 'contract', properties } : { type: 'contract' }];
        return {
          status: 200,
          body: { id: 'contracts', type: 'collection', href: `${baseOf(request)}/contracts`, items },
        };
      },
    },
  ];
}
