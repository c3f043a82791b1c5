import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import { stableId } from '../openstack/ids.js';
import { badRequest, notFound } from './errors.js';
import { date, read } from './input.js';
import type { UserRecord } from './records.js';
import { REGIONS } from './regions.js';
import type { World } from './world.js';

const USERS = '/cloud/project/{serviceName}/user';
/** A token of Keystone lives a day at OVHcloud. */
const LIVES_MS = 24 * 3600_000;

/** Users of the project's OpenStack, and tokens for their passwords. */
export function users(world: World): Route[] {
  const find = ({ params }: CloudRequest) => {
    const found = world.users.get(params['userId']!);
    if (!found) throw notFound('User does not exist');
    return found;
  };
  return [
    { method: 'GET', path: USERS, handle: () => ({ status: 200, body: world.users.list().map(shown) }) },
    {
      method: 'POST',
      path: USERS,
      handle: (request) => {
        const shape = z.object({
          description: z.string().nullish(),
          role: z.string().nullish(),
          roles: z.array(z.string()).nullish(),
        });
        const { description, role, roles } = read(request, shape);
        const user = addUser(world, { description: description ?? '', roles: roles ?? (role ? [role] : []) });
        return { status: 200, body: { ...shown(user), password: user.password } };
      },
    },
    { method: 'GET', path: `${USERS}/{userId}`, handle: (request) => ({ status: 200, body: shown(find(request)) }) },
    {
      method: 'DELETE',
      path: `${USERS}/{userId}`,
      handle: (request) => {
        const { id } = find(request);
        world.users.delete(id);
        for (const { token, userId } of world.tokens.list()) if (userId === id) world.tokens.delete(token);
        return { status: 200, body: null };
      },
    },
    {
      method: 'POST',
      path: `${USERS}/{userId}/token`,
      secretBodies: true,
      handle: (request) => {
        const user = find(request);
        const { password } = read(request, z.object({ password: z.string() }));
        if (password !== user.password) throw badRequest('Invalid user password');
        const token = `gAAAAAB${randomBytes(48).toString('base64url')}`;
        const now = world.now();
        world.tokens.put(token, { token, userId: user.id, ends: now + LIVES_MS });
        return { status: 200, body: { 'X-Auth-Token': token, token: tokenOf(world, user, request.url, now) } };
      },
    },
  ];
}

export function addUser(
  world: World,
  {
    description,
    roles,
    username,
    password,
  }: { description: string; roles: string[]; username?: string; password?: string },
): UserRecord {
  const id = world.context.store.next('user', 500_001);
  return world.users.put(id, {
    id,
    username:
      username ??
      `user-${randomBytes(6)
        .toString('base64url')
        .replace(/[^A-Za-z0-9]/g, 'x')}`,
    openstackId: stableId('user', String(id)).replaceAll('-', ''),
    description,
    roles,
    password: password ?? randomBytes(18).toString('base64url'),
    created: world.now(),
  });
}

function tokenOf(world: World, user: UserRecord, url: URL, now: number) {
  const domain = { id: 'default', name: 'Default' };
  const regions = REGIONS.filter(({ services }) => services.includes('network'));
  return {
    catalog: [
      {
        id: stableId('service', 'network').replaceAll('-', ''),
        type: 'network',
        endpoints: regions.map(({ name }) => ({
          id: stableId('endpoint', name).replaceAll('-', ''),
          interface: 'public',
          legacy_endpoint_id: '',
          region_id: name,
          service_id: stableId('service', 'network').replaceAll('-', ''),
          url: `${url.origin}/ovh/openstack/network/${name}`,
        })),
      },
    ],
    methods: ['password'],
    issued_at: date(now),
    expires_at: date(now + LIVES_MS),
    project: { id: world.projectId, name: '1234567890123456', domain },
    roles: user.roles.map((name) => ({ id: stableId('role', name).replaceAll('-', ''), name })),
    user: { id: user.openstackId, name: user.username, domain },
  };
}

function shown({ id, username, openstackId, description, roles, created }: UserRecord) {
  return {
    id,
    username,
    openstackId,
    description,
    status: 'ok',
    creationDate: date(created),
    roles: roles.map((name) => ({
      id: stableId('role', name).replaceAll('-', ''),
      name,
      description: name,
      permissions: [],
    })),
  };
}
