import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { CloudRequest, Route } from '../../core/http.js';
import { fineDate } from '../dates.js';
import { imageUnauthorized, keystoneError, unauthorized } from '../errors.js';
import { keystoneId } from '../ids.js';
import type { TokenRecord } from '../records.js';
import { rootOf } from '../root.js';
import type { World } from '../world.js';
import { catalogue } from './catalogue.js';

/** Keystone's default (`[token] expiration`). */
const LIVES_MS = 3_600_000;

const domain = z.object({ id: z.string(), name: z.string() }).partial();
const user = z.object({ id: z.string(), name: z.string(), domain, password: z.string() }).partial();
const shape = z.object({
  auth: z.object({
    identity: z.object({
      methods: z.array(z.string()).min(1),
      password: z.object({ user }).optional(),
      application_credential: z
        .object({ id: z.string(), name: z.string(), secret: z.string(), user })
        .partial()
        .optional(),
      token: z.object({ id: z.string() }).optional(),
    }),
    scope: z
      .union([
        z.literal('unscoped'),
        z.object({ project: z.object({ id: z.string(), name: z.string(), domain }).partial() }).partial(),
      ])
      .optional(),
  }),
});

export function tokens(world: World): Route[] {
  return [
    {
      method: 'POST',
      path: '/v3/auth/tokens',
      handle: (request) => {
        const parsed = shape.safeParse(request.body);
        if (!parsed.success)
          throw keystoneError(400, 'Bad Request', `Invalid input: ${parsed.error.issues[0]?.message}`);
        const { identity, scope } = parsed.data.auth;
        const method = login(world, identity);
        if (method === 'application_credential' && scope !== undefined)
          throw keystoneError(401, 'Unauthorized', 'Application credentials cannot request a scope.');
        const project = typeof scope === 'object' ? scope.project : undefined;
        const { project: name, project: ours } = world.context.credentials;
        if (project && ![world.projectId, undefined].includes(project.id)) throw refused();
        if (project && !project.id && project.name !== name && project.name !== ours) throw refused();
        const now = world.now();
        const token = `gAAAAAB${randomBytes(90).toString('base64url')}`;
        const record = world.tokens.put(token, { token, method, issued: now, ends: now + LIVES_MS });
        return {
          status: 201,
          headers: { 'X-Subject-Token': token, Vary: 'X-Auth-Token' },
          body: { token: shown(world, record, request) },
        };
      },
    },
    {
      method: 'GET',
      path: '/v3/auth/tokens',
      handle: (request) => {
        const token = world.tokens.get(String(request.headers['x-subject-token'] ?? ''));
        if (!token || token.ends <= world.now()) throw keystoneError(404, 'Not Found', 'Could not find token.');
        return {
          status: 200,
          headers: { 'X-Subject-Token': token.token },
          body: { token: shown(world, token, request) },
        };
      },
    },
    {
      method: 'DELETE',
      path: '/v3/auth/tokens',
      handle: (request) => {
        world.tokens.delete(String(request.headers['x-subject-token'] ?? ''));
        return { status: 204 };
      },
    },
    {
      method: 'GET',
      path: '/v3/auth/catalog',
      handle: (request) => ({
        status: 200,
        body: { catalog: catalogue(world, request), links: { self: request.url.href } },
      }),
    },
    {
      method: 'GET',
      path: '/v3/auth/projects',
      handle: (request) => ({
        status: 200,
        body: {
          projects: [projectOf(world, request)],
          links: { self: request.url.href, previous: null, next: null },
        },
      }),
    },
    {
      method: 'GET',
      path: '/v3/projects/{id}',
      handle: (request) => {
        if (request.params['id'] !== world.projectId)
          throw keystoneError(
            403,
            'Forbidden',
            'You are not authorized to perform the requested action: identity:get_project.',
          );
        return { status: 200, body: { project: projectOf(world, request) } };
      },
    },
  ];
}

/** @throws Refusal where the request has no token that lives. Old ones are forgotten. */
export function authenticate(world: World, request: CloudRequest): void {
  const { headers } = request;
  const id = String(headers['x-auth-token'] ?? '');
  const token = world.tokens.get(id);
  if (token && token.ends > world.now()) return;
  if (token) world.tokens.delete(id);
  throw request.path.startsWith('/image') ? imageUnauthorized(request) : unauthorized();
}

type Identity = z.output<typeof shape>['auth']['identity'];

function login(world: World, identity: Identity): TokenRecord['method'] {
  const { username, password, applicationCredentialId, applicationCredentialSecret } = world.context.credentials;
  const [method] = identity.methods;
  const { user } = identity.password ?? {};
  if (method === 'password' && user) {
    const known = (user.id ?? user.name) === (user.id ? world.userId : username);
    if (known && user.password === password) return 'password';
    throw refused();
  }
  const credential = identity.application_credential;
  if (method === 'application_credential' && credential) {
    const known = credential.id ? credential.id === applicationCredentialId : credential.name === 'emulator';
    if (!known)
      throw keystoneError(
        404,
        'Not Found',
        `Could not find Application Credential: ${credential.id ?? credential.name}.`,
      );
    if (credential.secret === applicationCredentialSecret) return 'application_credential';
    throw refused();
  }
  throw keystoneError(401, 'Unauthorized', `Attempted to authenticate with an unsupported method.`);
}

const refused = unauthorized;
const DEFAULT = { id: 'default', name: 'Default' };

function shown(world: World, { method, issued, ends, token }: TokenRecord, request: CloudRequest) {
  const { credentials } = world.context;
  return {
    methods: [method],
    user: { domain: DEFAULT, id: world.userId, name: credentials['username'], password_expires_at: null },
    audit_ids: [token.slice(10, 32)],
    expires_at: fineDate(ends),
    issued_at: fineDate(issued),
    project: { domain: DEFAULT, id: world.projectId, name: credentials['project'] },
    is_domain: false,
    roles: ['member', 'reader'].map((name) => ({ id: keystoneId('role', name), name })),
    catalog: catalogue(world, request),
    ...(method === 'application_credential'
      ? { application_credential: { id: credentials['applicationCredentialId'], name: 'emulator', restricted: true } }
      : {}),
  };
}

function projectOf(world: World, request: CloudRequest) {
  return {
    id: world.projectId,
    name: world.context.credentials['project'],
    domain_id: 'default',
    description: '',
    enabled: true,
    parent_id: 'default',
    is_domain: false,
    tags: [],
    options: {},
    links: { self: `${rootOf(request)}/identity/v3/projects/${world.projectId}` },
  };
}
