import * as z from 'zod';
import type { Route } from '../core/http.js';
import { type Identity, mustBeAllowed } from './access.js';
import { forbidden, inOneLine, internal, invalid } from './errors.js';
import { byId, byWord, contains, paged } from './paging.js';
import type { AgentRow, AgentStatus, AgentTypeRow, Json, Role } from './records.js';
import { created, done, ofAll, ofOne, ok, read, type Way, words } from './routes.js';
import { applied } from './schema/engine.js';
import type { Situation } from './schema/situation.js';
import * as views from './views.js';
import { must, mustExist, type World } from './world.js';

const STATUSES: readonly AgentStatus[] = ['New', 'Connected', 'Disconnected', 'Error', 'Disabled'];
const tags = z.array(z.string());
const json = z.record(z.string(), z.unknown());

/** Agents: who delivers, for one provider. */
export function agents(world: World): Route[] {
  const rows = world.agents;
  const way = (verb: string, ...roles: Role[]): Way<AgentRow> => ({
    roles,
    what: `'${verb}' on object 'agent'`,
    rows,
    whose: ({ id, providerId }) => ({ providerId, agentId: id }),
  });
  const me = (who: Identity): AgentRow => mustExist(rows.get(who.agentId ?? ''));
  const onlyAgents = (who: Identity) => {
    if (who.role !== 'agent') throw forbidden(`access denied: user role '${who.role}' is not authorized`);
  };
  return [
    ofAll(world, ['GET', '/agents'], ['admin', 'participant', 'agent'], "'read' on object 'agent'", (request, who) =>
      paged(
        request,
        rows.filter(({ providerId }) => who.participantId === undefined || providerId === who.participantId),
        {
          filters: {
            name: (row, values) => contains(row.name, values),
            status: byWord((row) => row.status, STATUSES, 'agent status'),
            providerId: byId((row) => row.providerId),
            agentTypeId: byId((row) => row.agentTypeId),
          },
          sorts: { name: ({ name }) => name },
          view: (row) => views.agent(world, row),
        },
      ),
    ),
    ofAll(world, ['POST', '/agents'], ['admin', 'participant'], "'create' on object 'agent'", (request, who) => {
      const shape = z.object({
        name: words,
        providerId: z.uuid(),
        agentTypeId: z.uuid(),
        tags: tags.nullish().transform((all) => all ?? null),
        configuration: json.optional(),
      });
      const given = read(request, shape);
      mustBeAllowed(who, { participantId: given.providerId });
      if (!world.participants.get(given.providerId))
        throw invalid(`provider with ID ${given.providerId} does not exist`);
      const type = world.agentTypes.get(given.agentTypeId);
      if (!type) throw invalid(`agent type with ID ${given.agentTypeId} does not exist`);
      mustBeNamed(given);
      const configuration = given.configuration && configured(world, type, undefined, given.configuration);
      return created(
        views.agent(
          world,
          world.add(rows, {
            ...given,
            ...(configuration ? { configuration } : {}),
            status: 'Disconnected',
            seenAt: world.now(),
          }),
          false,
        ),
      );
    }),
    ofAll(world, ['GET', '/agents/me'], ['admin', 'participant', 'agent'], "'read' on object 'agent'", (_, who) => {
      onlyAgents(who);
      return ok(views.agent(world, me(who)));
    }),
    ofAll(world, ['PUT', '/agents/me/status'], ['admin', 'participant', 'agent'], "'update_status'", (request, who) => {
      onlyAgents(who);
      const { status } = read(request, z.object({ status: words }));
      return ok(
        views.agent(world, world.save(rows, { ...me(who), status: mustBeStatus(status), seenAt: world.now() })),
      );
    }),
    ofOne(world, ['GET', '/agents/{id}'], way('read', 'admin', 'participant', 'agent'), (row) =>
      ok(views.agent(world, row)),
    ),
    ofOne(world, ['PATCH', '/agents/{id}'], way('update', 'admin', 'participant'), (row, request) => {
      const shape = z.object({ name: z.string(), status: z.string(), tags, configuration: json }).partial();
      const { configuration, status, ...named } = read(request, shape);
      const given = { ...named, ...(status === undefined ? {} : { status: mustBeStatus(status) }) };
      const type = must(world.agentTypes.get(row.agentTypeId));
      const next: AgentRow = {
        ...row,
        ...given,
        ...(configuration ? { configuration: configured(world, type, row.configuration, configuration) } : {}),
        ...(given.status ? { seenAt: world.now() } : {}),
      };
      mustBeNamed(next);
      return ok(views.agent(world, world.save(rows, next)));
    }),
    ofOne(world, ['DELETE', '/agents/{id}'], way('delete', 'admin', 'participant'), ({ id }) => {
      if (world.services.find(({ agentId }) => agentId === id))
        throw internal('cannot delete agent with associated services');
      for (const token of world.tokens.filter(({ agentId }) => agentId === id)) world.tokens.delete(token.id);
      rows.delete(id);
      return done;
    }),
  ];
}

/** @throws Refusal */
function mustBeStatus(text: string): AgentStatus {
  const status = STATUSES.find((one) => one === text);
  if (!status) throw invalid(`invalid agent status: ${text}`);
  return status;
}

function mustBeNamed({ name, tags }: { name: string; tags: readonly string[] | null }): void {
  if (!name) throw invalid('agent name cannot be empty');
  const all = tags ?? [];
  const at = all.findIndex((tag) => tag === '' || Buffer.byteLength(tag) > 100);
  if (at < 0) return;
  throw invalid(
    `tag at index ${at} ${all[at] === '' ? 'cannot be empty' : 'exceeds maximum length of 100 characters'}`,
  );
}

/** The configuration by the schema of the agent's type, secrets put away. */
function configured(world: World, type: AgentTypeRow, old: Json | undefined, given: Json): Json {
  const at: Situation = {
    actor: 'user',
    operation: old ? 'update' : 'create',
    status: '',
    consumerId: '',
    groupId: '',
    options: () => undefined,
    service: () => undefined,
    ...vaultOf(world),
  };
  return inOneLine(() => applied(type.configurationSchema, old, given, at), 'configuration: ');
}

/** Where secrets are put away. */
export function vaultOf(world: World): { keep(value: unknown): string; forget(reference: string): void } {
  return {
    keep: (value) => {
      const reference = crypto.randomUUID();
      world.secrets.put(reference, { value });
      return reference;
    },
    forget: (reference) => void world.secrets.delete(reference),
  };
}
