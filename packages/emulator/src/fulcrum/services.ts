import * as z from 'zod';
import type { Route } from '../core/http.js';
import { type Identity, mustBe, mustBeAllowed } from './access.js';
import { vaultOf } from './agents.js';
import { invalid, missingIn } from './errors.js';
import { isTerminal, mustAllow } from './lifecycle.js';
import { contains, paged } from './paging.js';
import type { AgentRow, Role, ServiceRow } from './records.js';
import { created, done, NOBODY, ofAll, ofOne, ok, read, type Way } from './routes.js';
import { applied } from './schema/engine.js';
import type { Situation } from './schema/situation.js';
import * as views from './views.js';
import { isActive, mustExist, type World } from './world.js';

const BOTH: readonly Role[] = ['admin', 'participant'];
const json = z.record(z.string(), z.unknown());

/** Services: ordered by consumers, delivered by agents. What changes them is a job; they change when it is over. */
export function services(world: World): Route[] {
  const rows = world.services;
  const way = (verb: string, roles: readonly Role[] = BOTH): Way<ServiceRow> => ({
    roles,
    what: `'${verb}' on object 'service'`,
    rows,
    whose: scopeOf,
  });
  return [
    ofAll(world, ['GET', '/services'], [...BOTH, 'agent'], "'read' on object 'service'", (request, who) =>
      paged(request, rows.filter(seenBy(who)), {
        filters: {
          name: (row, values) => contains(row.name, values),
          currentStatus: (row, values) => values.includes(row.status),
        },
        sorts: { name: ({ name }) => name },
        view: (row) => views.service(world, row),
      }),
    ),
    // Whose group it is, is looked at before who asks.
    ofAll(world, ['POST', '/services'], [...BOTH, 'agent'], "'create' on object 'service'", (request, who) => {
      const shape = z.object({
        groupId: z.uuid().default(NOBODY),
        serviceTypeId: z.uuid().default(NOBODY),
        agentId: z.uuid().nullish(),
        agentTags: z.array(z.string()).nullish(),
        name: z.string().default(''),
        properties: json.nullish(),
      });
      const { agentId, agentTags, ...given } = read(request, shape);
      const group = world.groups.get(given.groupId);
      if (!group) throw missingIn();
      mustBeAllowed(who, { consumerId: group.consumerId });
      mustBe(who, BOTH, "'create' on object 'service'");
      const agent = agentId ? byId(world, agentId) : byTags(world, given.serviceTypeId, agentTags ?? []);
      const type = mustExist(world.serviceTypes.get(given.serviceTypeId));
      const able = world.agentTypes.get(agent.agentTypeId);
      if (!able?.serviceTypeIds.includes(given.serviceTypeId))
        throw invalid(`agent type ${able?.name} does not support service type ${given.serviceTypeId}`);
      if (!given.name) throw invalid('service name cannot be empty');
      const draft = {
        name: given.name,
        status: type.lifecycleSchema.initialState,
        providerId: agent.providerId,
        consumerId: group.consumerId,
        groupId: group.id,
        agentId: agent.id,
        serviceTypeId: type.id,
      };
      const at = situation(world, { ...draft, status: '' }, 'create', who);
      const properties = applied(type.propertySchema, undefined, given.properties ?? {}, at);
      const service = world.add(rows, { ...draft, properties });
      world.addJob(service, 'create', properties);
      return created(views.service(world, service, false));
    }),
    ofOne(world, ['GET', '/services/{id}'], way('read', [...BOTH, 'agent']), (row) => ok(views.service(world, row))),
    ofOne(world, ['PATCH', '/services/{id}'], way('update'), (row, request, who) => {
      const { name, properties } = read(request, z.object({ name: z.string().nullish(), properties: json.nullish() }));
      const next = { ...row, ...(name == null ? {} : { name }) };
      if (!next.name) throw invalid('service name cannot be empty');
      const { propertySchema } = world.typeOf(row);
      const whole =
        properties && applied(propertySchema, row.properties, properties, situation(world, row, 'update', who));
      if (whole) mustBeFree(world, row, 'update');
      const saved = name == null ? row : world.save(rows, next);
      // The properties of the service stay what they were until the job is done.
      if (whole) world.addJob(saved, 'update', whole);
      return ok(views.service(world, saved));
    }),
    ofOne(world, ['DELETE', '/services/{id}'], way('delete'), (row) => {
      mustBeFree(world, row, 'delete');
      world.addJob(row, 'delete');
      return done;
    }),
    // A body is not looked at.
    ofOne(world, ['POST', '/services/{id}/{action}'], way('update'), (row, { params }) => {
      mustBeFree(world, row, params['action'] ?? '');
      world.addJob(row, params['action'] ?? '');
      return ok(views.service(world, row));
    }),
  ];
}

/** @throws Refusal where the state does not allow the action, or a job is under way */
function mustBeFree(world: World, service: ServiceRow, action: string): void {
  const { lifecycleSchema } = world.typeOf(service);
  if (isTerminal(lifecycleSchema, service.status))
    throw invalid(`cannot perform action on service in terminal state: ${service.status}`);
  mustAllow(lifecycleSchema, service.status, action);
  const job = world.lastJobOf(service.id);
  if (job && isActive(job)) throw invalid(`cannot update service ${service.id} while there is an active job ${job.id}`);
}

function byId(world: World, id: string): AgentRow {
  const agent = world.agents.get(id);
  if (!agent) throw invalid(`agent with ID ${id} does not exist`);
  return agent;
}

/** The first agent that has all the tags, whether it is there or not. */
function byTags(world: World, serviceTypeId: string, tags: readonly string[]): AgentRow {
  const found = world.agents.find(
    (agent) =>
      (world.agentTypes.get(agent.agentTypeId)?.serviceTypeIds.includes(serviceTypeId) ?? false) &&
      tags.every((tag) => agent.tags?.includes(tag)),
  );
  if (!found) throw invalid(`no agent found for service type ${serviceTypeId} with tags [${tags.join(' ')}]`);
  return found;
}

export function scopeOf({
  providerId,
  consumerId,
  agentId,
}: Pick<ServiceRow, 'providerId' | 'consumerId' | 'agentId'>) {
  return { providerId, consumerId, agentId };
}

/** What a list shows: an agent sees all that its provider has to do with. */
export function seenBy(who: Identity): (row: Pick<ServiceRow, 'providerId' | 'consumerId' | 'agentId'>) => boolean {
  return ({ providerId, consumerId, agentId }) => {
    if (who.participantId !== undefined) return [providerId, consumerId].includes(who.participantId);
    return who.agentId === undefined || agentId === who.agentId;
  };
}

/** What rules may look up for properties of a service. */
export function situation(
  world: World,
  service: Pick<ServiceRow, 'status' | 'consumerId' | 'groupId' | 'providerId'>,
  operation: Situation['operation'],
  who: Identity,
): Situation {
  return {
    actor: who.role === 'agent' ? 'agent' : 'user',
    operation,
    status: service.status,
    consumerId: service.consumerId,
    groupId: service.groupId,
    options: (type) => {
      const known = world.optionTypes.find((one) => one.type === type);
      const ours = (one: { serviceOptionTypeId: string; providerId: string; enabled: boolean }) =>
        one.serviceOptionTypeId === known?.id && one.providerId === service.providerId && one.enabled;
      return known && world.options.filter(ours).map(({ value }) => value);
    },
    service: (id) => {
      const other = world.services.get(id);
      return other && { type: world.typeOf(other).name, consumerId: other.consumerId, groupId: other.groupId };
    },
    ...vaultOf(world),
  };
}
