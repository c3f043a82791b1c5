import { randomUUID } from 'node:crypto';
import type { CloudService, EmulatedCloud } from '../core/cloud.js';
import type { CloudRequest, Reply, Route } from '../core/http.js';
import { authenticate } from './auth.js';
import { blockSnapshots, blockSnapshotTransitions } from './block-snapshots.js';
import { blockVolumes, blockVolumeTransitions } from './block-volumes.js';
import { Refusal } from './errors.js';
import { images } from './images.js';
import { ipam } from './ipam.js';
import { ips } from './ips.js';
import { localVolumes } from './local-volumes.js';
import { checkLocality } from './localities.js';
import { marketplace } from './marketplace.js';
import { privateNetworks } from './private-networks.js';
import { privateNics, privateNicTransitions } from './private-nics.js';
import { products } from './products.js';
import { addProject, projects } from './projects.js';
import { publicCatalog } from './public-catalog.js';
import { refusal } from './refusals.js';
import { securityGroupRules } from './security-group-rules.js';
import { securityGroups, securityGroupTransitions } from './security-groups.js';
import { serverPowerTransitions } from './server-power.js';
import { serverVolumeTransitions } from './server-volumes.js';
import { servers } from './servers.js';
import { sshKeys } from './ssh-keys.js';
import { userData } from './user-data.js';
import { vpcs } from './vpcs.js';
import { World } from './world.js';

/** Undocumented; 100 a second is what the vendor's support said (scaleway/api.scaleway.com issue 50, 2017). */
const VENDORS_RATE = { limit: 100, perSecond: 100 };

/** Scaleway's API as its clients of November 2026 know it. */
export const scaleway: EmulatedCloud = {
  name: 'scaleway',
  prefix: '/scaleway',
  credentials: {
    accessKey: 'SCWEMULATOR000000000',
    secretKey: '5ec4e700-0000-4000-8000-000000000001',
    readOnlySecretKey: '5ec4e700-0000-4000-8000-000000000002',
    projectId: '9407ec70-0000-4000-8000-000000000001',
    organizationId: '046a0000-0000-4000-8000-000000000001',
  },
  env: (endpoint, { accessKey = '', secretKey = '', projectId = '', organizationId = '' }) => ({
    SCW_API_URL: endpoint,
    SCW_ACCESS_KEY: accessKey,
    SCW_SECRET_KEY: secretKey,
    SCW_DEFAULT_PROJECT_ID: projectId,
    SCW_DEFAULT_ORGANIZATION_ID: organizationId,
    SCW_DEFAULT_REGION: 'fr-par',
    SCW_DEFAULT_ZONE: 'fr-par-1',
  }),
  create(context): CloudService {
    const world = new World(context);
    if (!world.projects.get(world.projectId)) addProject(world, world.projectId, 'default');
    for (const transitions of [
      serverPowerTransitions,
      serverVolumeTransitions,
      blockVolumeTransitions,
      blockSnapshotTransitions,
      privateNicTransitions,
      securityGroupTransitions,
    ]) {
      world.on(transitions(world));
    }
    const limiter = context.limiter(VENDORS_RATE);
    return {
      routes: routesOf(world),
      before(request) {
        world.settle();
        if (!limiter.take().allowed) return refusal(429, request);
        authenticate(world, request);
        return undefined;
      },
      refuse: refusal,
      failed: (error) => (error instanceof Refusal ? error.reply() : undefined),
      after: (_request, reply) => ({ ...reply, headers: { 'X-Request-Id': randomUUID(), ...reply.headers } }),
    };
  },
};

function routesOf(world: World): Route[] {
  const routes = [
    ...servers(world),
    ...userData(world),
    ...privateNics(world),
    ...securityGroups(world),
    ...securityGroupRules(world),
    ...ips(world),
    ...localVolumes(world),
    ...images(world),
    ...products(world),
    ...blockVolumes(world),
    ...blockSnapshots(world),
    ...vpcs(world),
    ...privateNetworks(world),
    ...ipam(world),
    ...sshKeys(world),
    ...projects(world),
    ...marketplace(),
    ...publicCatalog(),
  ];
  return routes.map((route) => ({ ...route, handle: inKnownPlace(route.handle) }));
}

function inKnownPlace(handle: (request: CloudRequest) => Reply): (request: CloudRequest) => Reply {
  return (request) => {
    checkLocality(request.params);
    return handle(request);
  };
}
