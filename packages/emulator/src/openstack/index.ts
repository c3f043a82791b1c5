import { randomUUID } from 'node:crypto';
import type { CloudContext, CloudService, EmulatedCloud } from '../core/cloud.js';
import type { CloudRequest, Reply, Route } from '../core/http.js';
import { interfaceTransitions } from './compute/interfaces.js';
import { serverActionTransitions } from './compute/server-actions.js';
import { serverTransitions } from './compute/servers.js';
import { computeService } from './compute/service.js';
import { computeVersions } from './compute/versions.js';
import { bare, Refusal, type ServiceName } from './errors.js';
import { authenticate, tokens } from './identity/tokens.js';
import { identityVersions } from './identity/versions.js';
import { imageService, imageVersions } from './image/images.js';
import { seedNetworks } from './network/networks.js';
import { networkService, networkVersions } from './network/service.js';
import { VENDORS } from './vendors.js';
import { volumeTransitions } from './volume/attachment.js';
import { volumeVersion } from './volume/microversion.js';
import { volumeService, volumeVersions } from './volume/service.js';
import { World } from './world.js';

/** Nobody publishes a limit; what clouds put in front of their services differs. */
const NO_RATE = { limit: 1_000_000, perSecond: 1_000_000 };

/** One project in one region of an OpenStack cloud of the Zed release: Keystone, Nova, Neutron, Cinder and Glance. */
export const openstack: EmulatedCloud = {
  name: 'openstack',
  prefix: '/openstack',
  credentials: {
    username: 'emulator',
    password: 'fake-openstack-password',
    project: 'emulator',
    region: 'RegionOne',
    applicationCredentialId: '0a0b0c0d0e0f40008000000000000001',
    applicationCredentialSecret: 'fake-application-credential-secret',
  },
  env: (endpoint, { username = '', password = '', project = '', region = '' }) => ({
    OS_AUTH_URL: `${endpoint}/identity/v3`,
    OS_IDENTITY_API_VERSION: '3',
    OS_USERNAME: username,
    OS_PASSWORD: password,
    OS_USER_DOMAIN_NAME: 'Default',
    OS_PROJECT_NAME: project,
    OS_PROJECT_DOMAIN_NAME: 'Default',
    OS_REGION_NAME: region,
    OS_INTERFACE: 'public',
  }),
  branches: Object.entries(VENDORS).flatMap(([vendor, { regions, external }]) =>
    regions.map((region) => ({
      name: `openstack/${vendor}/${region}`,
      prefix: `/openstack/${vendor}/${region}`,
      create: (context) => serve({ ...context, credentials: { ...context.credentials, region } }, external),
    })),
  ),
  create: (context) => serve(context, ['public']),
};

/** @param external names of the networks that public addresses come from */
function serve(context: CloudContext, external: readonly string[]): CloudService {
  const world = new World(context);
  seedNetworks(world, external);
  for (const transitions of [serverTransitions, serverActionTransitions, interfaceTransitions, volumeTransitions]) {
    world.on(transitions(world));
  }
  const limiter = context.limiter(NO_RATE);
  const open = new Set(openRoutes(world).map(({ method, path }) => `${method} ${path}`));
  return {
    routes: [...openRoutes(world), ...routesOf(world)],
    before(request) {
      world.settle();
      if (!limiter.take().allowed) return refuse(429, request);
      if (!open.has(`${request.method} ${request.template}`)) authenticate(world, request);
      return undefined;
    },
    refuse,
    failed: (error) => (error instanceof Refusal ? error.reply() : undefined),
    after: (request, reply) => ({ ...reply, headers: { ...told(request, reply, open), ...reply.headers } }),
  };
}

/** What nobody has to log in for: the services' pages about themselves, and logging in. */
function openRoutes(world: World): Route[] {
  const login = tokens(world).filter(({ method, path }) => method === 'POST' && path === '/v3/auth/tokens');
  return [
    ...below('identity', [...identityVersions(), ...login]),
    ...below('compute', computeVersions()),
    ...below('network', networkVersions()),
    ...below('volumev3', volumeVersions()),
    ...below('image', imageVersions()),
  ];
}

function routesOf(world: World): Route[] {
  const identity = tokens(world).filter(({ method, path }) => method !== 'POST' || path !== '/v3/auth/tokens');
  return [
    ...below('identity', identity),
    ...below('compute', computeService(world)),
    ...below('network', networkService(world)),
    ...below('volumev3', volumeService(world)),
    ...below('image', imageService()),
  ];
}

function below(service: ServiceName, routes: readonly Route[]): Route[] {
  return routes.map((route) => ({ ...route, path: `/${service}${route.path}` }));
}

function refuse(status: number, request: CloudRequest): Reply {
  return bare(serviceOf(request), status, request);
}

function serviceOf({ path }: CloudRequest): ServiceName {
  return path.split('/')[1] as ServiceName;
}

/** What the services tell of a request itself: its id, which Nova and Cinder tell under two names; and Cinder's microversion. */
function told(request: CloudRequest, { status }: Reply, open: ReadonlySet<string>): Record<string, string> {
  const service = serviceOf(request);
  const id = `req-${randomUUID()}`;
  const version: Record<string, string> =
    service === 'volumev3' ? { 'OpenStack-API-Version': `volume ${volumeVersion(request)}` } : {};
  // What stands in front of the services' own code knows less.
  if (status === 401 && service === 'volumev3') return { 'X-Openstack-Request-Id': id };
  const isOpen = open.has(`${request.method} ${request.template}`);
  const isFront =
    (isOpen && ['compute', 'network', 'image'].includes(service)) || (service === 'image' && status === 401);
  if (isFront) return version;
  const isTwice = service === 'compute' || (service === 'volumev3' && !(request.method === 'DELETE' && status === 202));
  return { ...version, 'X-Openstack-Request-Id': id, ...(isTwice ? { 'X-Compute-Request-Id': id } : {}) };
}
