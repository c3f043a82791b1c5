import { randomBytes } from 'node:crypto';
import type { CloudService, EmulatedCloud } from '../core/cloud.js';
import type { CloudRequest, Reply, Route } from '../core/http.js';
import { Refusal as OpenStackRefusal } from '../openstack/errors.js';
import { authenticate, authRoutes } from './auth.js';
import { catalogue } from './catalogue.js';
import { bare, noSuchService, Refusal } from './errors.js';
import { flavors } from './flavors.js';
import { floatingIps } from './floating-ips.js';
import { gateways, gatewayTransitions } from './gateways.js';
import { images } from './images.js';
import { instancePower, instancePowerTransitions } from './instance-power.js';
import { instances, instanceTransitions } from './instances.js';
import { interfaces, interfaceTransitions } from './interfaces.js';
import { networks, networkTransitions } from './networks.js';
import { authenticateAtNeutron, bareOfNeutron, neutron } from './neutron/routes.js';
import { operations } from './operations.js';
import { projects } from './projects.js';
import { publicNetworks } from './public-networks.js';
import { regions } from './regions.js';
import { sshKeys } from './ssh-keys.js';
import { subnets } from './subnets.js';
import { addUser, users } from './users.js';
import { volumes, volumeTransitions } from './volumes.js';
import { World } from './world.js';

/** Undocumented for the API itself; the smallest figure of the clouds behind it (support.us.ovhcloud.com, API rate limits, read 2026-11). */
const VENDORS_RATE = { limit: 60, perSecond: 1 };
/** The API's version has two names. */
const VERSIONS = ['/1.0', '/v1'] as const;
const OPENSTACK = /^\/openstack\//;

/** OVHcloud's own API of the Public Cloud, and behind it the project's Neutron. */
export const ovh: EmulatedCloud = {
  name: 'ovh',
  prefix: '/ovh',
  credentials: {
    applicationKey: 'fakeappkey000001',
    applicationSecret: 'fake-application-secret-of-hansa',
    consumerKey: 'fake-consumer-key-of-the-emulator',
    readOnlyConsumerKey: 'fake-consumer-key-that-only-reads',
    clientId: 'EU.fakeclient00001',
    clientSecret: 'fake-client-secret-of-the-emulator',
    projectId: '0f0f0f0f0f0f4e4e8d8d7c7c6b6b5a5a',
    username: 'user-fake0000001',
    password: 'fake-openstack-password-of-hansa',
  },
  env: (endpoint, credentials) => ({
    OVH_ENDPOINT: `${endpoint}/1.0`,
    OVH_APPLICATION_KEY: credentials['applicationKey'] ?? '',
    OVH_APPLICATION_SECRET: credentials['applicationSecret'] ?? '',
    OVH_CONSUMER_KEY: credentials['consumerKey'] ?? '',
    OVH_CLOUD_PROJECT_SERVICE: credentials['projectId'] ?? '',
    OVH_OPENSTACK_USERNAME: credentials['username'] ?? '',
    OVH_OPENSTACK_PASSWORD: credentials['password'] ?? '',
  }),
  create(context): CloudService {
    const world = new World(context);
    const { username = '', password = '' } = context.credentials;
    if (!world.users.find((one) => one.username === username))
      addUser(world, { username, password, description: 'emulated', roles: ['administrator'] });
    for (const transitions of [
      instanceTransitions,
      instancePowerTransitions,
      interfaceTransitions,
      networkTransitions,
      gatewayTransitions,
      volumeTransitions,
    ]) {
      world.on(transitions(world));
    }
    const limiter = context.limiter(VENDORS_RATE);
    return {
      routes: routesOf(world),
      before(request) {
        world.settle();
        const { allowed, waitMs } = limiter.take();
        if (!allowed) return { ...refuse(429, request), headers: { 'Retry-After': String(Math.ceil(waitMs / 1000)) } };
        if (OPENSTACK.test(request.path)) authenticateAtNeutron(world, request);
        else authenticate(world, request);
        return undefined;
      },
      refuse,
      failed: (error) => (error instanceof Refusal || error instanceof OpenStackRefusal ? error.reply() : undefined),
      after: (request, reply) => ({ ...reply, headers: { ...idOf(request), ...reply.headers } }),
    };
  },
};

function routesOf(world: World): Route[] {
  const auth = authRoutes(world);
  const own = [
    ...auth.versioned,
    ...catalogue(),
    ...projects(world),
    ...regions(),
    ...flavors(world),
    ...images(),
    ...sshKeys(world),
    ...instances(world),
    ...instancePower(world),
    ...interfaces(world),
    ...volumes(world),
    ...publicNetworks(world),
    ...networks(world),
    ...subnets(world),
    ...gateways(world),
    ...floatingIps(world),
    ...operations(world),
    ...users(world),
  ].map((route) => ({ ...route, handle: inProject(world, route.handle) }));
  return [
    ...VERSIONS.flatMap((version) => own.map((route) => ({ ...route, path: version + route.path }))),
    ...auth.bare,
    ...neutron(world),
  ];
}

function inProject(world: World, handle: (request: CloudRequest) => Reply): (request: CloudRequest) => Reply {
  return (request) => {
    const project = request.params['serviceName'];
    if (project !== undefined && project !== world.projectId) throw noSuchService();
    return handle(request);
  };
}

function refuse(status: number, request: CloudRequest): Reply {
  return OPENSTACK.test(request.path) ? bareOfNeutron(status, request) : bare(status);
}

/** The id of a request, by which the vendor's support finds it. */
function idOf({ path }: CloudRequest): Record<string, string> {
  const id = randomBytes(16).toString('hex');
  if (OPENSTACK.test(path))
    return { 'X-Openstack-Request-Id': `req-${id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}` };
  return { 'X-OVH-QUERYID': `EU.ext-3.${id.slice(0, 8)}.${id.slice(8, 12)}.${id}` };
}
