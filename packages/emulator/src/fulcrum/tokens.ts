import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import { hashOf, type Identity, identify, mustBeAllowed } from './access.js';
import { forbidden, gone, invalid, malformed, missingIn } from './errors.js';
import { byId, contains, paged } from './paging.js';
import type { Role, TokenRow } from './records.js';
import { created, done, ofAll, ofOne, ok, read, type Way, words } from './routes.js';
import * as views from './views.js';
import type { World } from './world.js';

const BOTH: readonly Role[] = ['admin', 'participant'];
const DAY_MS = 24 * 60 * 60_000;

/** @throws Refusal 400 */
function moment(text: string | null | undefined): number | undefined {
  if (text == null) return undefined;
  if (z.iso.datetime({ offset: true }).safeParse(text).success) return Date.parse(text);
  throw malformed(`parsing time "${text}" as a moment: it is none`);
}

/** Tokens, told once and kept as hashes, and the secrets that only agents may look up. */
export function tokens(world: World): Route[] {
  const rows = world.tokens;
  const way = (verb: string): Way<TokenRow> => ({
    roles: BOTH,
    what: `'${verb}' on object 'token'`,
    rows,
    whose: ({ participantId, agentId }) => ({
      ...(participantId ? { participantId } : {}),
      ...(agentId ? { agentId } : {}),
    }),
  });
  const fresh = () => randomBytes(32).toString('base64url');
  const secret = (route: Route): Route => ({ ...route, secretBodies: true });
  return [
    ofAll(world, ['GET', '/tokens'], BOTH, "'read' on object 'token'", (request, who) =>
      paged(
        request,
        rows.filter(({ participantId }) => who.participantId === undefined || participantId === who.participantId),
        {
          filters: {
            name: (row, values) => contains(row.name, values),
            role: (row, values) => values.includes(row.role),
            participantId: byId((row) => row.participantId),
            agentId: byId((row) => row.agentId),
          },
          sorts: {
            name: ({ name }) => name,
            expireAt: ({ expireAt }) => expireAt,
            createdAt: ({ createdAt }) => createdAt,
          },
          view: (row) => views.tokenWhole(world, row),
        },
      ),
    ),
    secret(
      ofAll(world, ['POST', '/tokens'], BOTH, "'create' on object 'token'", (request, who) => {
        const shape = z.object({
          name: words,
          role: words,
          scopeId: z.uuid().nullish(),
          expireAt: z.string().nullish(),
        });
        const given = read(request, shape);
        const expireAt = moment(given.expireAt);
        const scope = scopeOfNew(world, who, given.role, given.scopeId ?? undefined);
        if (!given.name) throw invalid('token name cannot be empty');
        const value = fresh();
        const row = world.add(rows, {
          name: given.name,
          role: given.role as Role,
          hash: hashOf(value),
          // A day, where nothing is said.
          expireAt: expireAt ?? world.now() + DAY_MS,
          ...scope,
        });
        return created(views.token(row, value));
      }),
    ),
    ofOne(world, ['GET', '/tokens/{id}'], way('read'), (row) => ok(views.tokenWhole(world, row))),
    ofOne(world, ['PATCH', '/tokens/{id}'], way('update'), (row, request) => {
      const { name, expireAt } = read(
        request,
        z.object({ name: z.string().nullish(), expireAt: z.string().nullish() }),
      );
      const next = { ...row, name: name ?? row.name, expireAt: moment(expireAt) ?? row.expireAt };
      if (!next.name) throw invalid('token name cannot be empty');
      return ok(views.tokenWhole(world, world.save(rows, next)));
    }),
    ofOne(world, ['DELETE', '/tokens/{id}'], way('delete'), ({ id }) => {
      rows.delete(id);
      return done;
    }),
    secret(
      ofOne(world, ['POST', '/tokens/{id}/regenerate'], way('generate_token'), (row) => {
        const value = fresh();
        return ok(views.tokenWhole(world, world.save(rows, { ...row, hash: hashOf(value) }), value));
      }),
    ),
    {
      method: 'GET',
      path: '/api/v1/vault/secrets/{reference}',
      secretBodies: true,
      handle: (request: CloudRequest) => {
        const who = identify(world, request);
        if (who.role !== 'agent') throw forbidden(`access denied: user role '${who.role}' is not authorized`);
        const secret = world.secrets.get(request.params['reference'] ?? '');
        if (!secret) throw gone();
        return ok({ value: secret.value });
      },
    },
  ];
}

/** Whose a new token is. @throws Refusal where the caller may not make such a one */
function scopeOfNew(
  world: World,
  who: Identity,
  role: string,
  scopeId: string | undefined,
): { participantId?: string; agentId?: string } {
  if (!['admin', 'participant', 'agent'].includes(role)) throw forbidden('invalid role');
  if (role !== 'admin' && !scopeId) throw forbidden(`scopeId required for ${role} tokens`);
  if (who.role === 'participant' && role === 'admin')
    throw forbidden('access denied: role participant cannot create tokens with role admin');
  if (role === 'admin') return {};
  if (role === 'participant') {
    mustBeAllowed(who, { participantId: scopeId! });
    if (!world.participants.get(scopeId!)) throw invalid(`invalid participant ID: ${scopeId}`);
    return { participantId: scopeId! };
  }
  const agent = world.agents.get(scopeId!);
  if (!agent) throw missingIn();
  mustBeAllowed(who, { providerId: agent.providerId, agentId: agent.id });
  return { agentId: agent.id, participantId: agent.providerId };
}
