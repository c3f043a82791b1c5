import * as z from 'zod';
import type { Reply, Route } from '../core/http.js';
import type { Identity } from './access.js';
import { forbidden, inOneLine, internal, invalid } from './errors.js';
import { isTerminal, nextState } from './lifecycle.js';
import { byId, byWord, paged } from './paging.js';
import type { JobRow, Role, ServiceRow } from './records.js';
import { done, ofAll, ofOne, ok, read, type Way, words } from './routes.js';
import { applied, ephemeral, referencesIn } from './schema/engine.js';
import { scopeOf, seenBy, situation } from './services.js';
import * as views from './views.js';
import { must, type World } from './world.js';

const STATUSES = ['Pending', 'Processing', 'Completed', 'Failed'];
const ANYBODY: readonly Role[] = ['admin', 'participant', 'agent'];
const json = z.record(z.string(), z.unknown());

/** Jobs: what agents are to do. An agent claims one, does it, and says how it ended. */
export function jobs(world: World): Route[] {
  const rows = world.jobs;
  const way = (verb: string, roles: readonly Role[]): Way<JobRow> => ({
    roles,
    what: `'${verb}' on object 'job'`,
    rows,
    whose: scopeOf,
  });
  return [
    ofAll(world, ['GET', '/jobs'], ANYBODY, "'read' on object 'job'", (request, who) =>
      paged(request, rows.filter(seenBy(who)), {
        filters: {
          action: (row, values) => values.includes(row.action),
          status: byWord((row) => row.status, STATUSES, 'job status'),
          agentId: byId((row) => row.agentId),
          serviceId: byId((row) => row.serviceId),
        },
        sorts: {
          priority: ({ priority }) => priority,
          createdAt: ({ createdAt }) => createdAt,
          claimedAt: ({ claimedAt }) => claimedAt,
          completedAt: ({ completedAt }) => completedAt,
        },
        view: (row) => views.job(world, row),
      }),
    ),
    ofAll(world, ['GET', '/jobs/pending'], ANYBODY, "'list_pending' on object 'job'", ({ query }, who) => {
      mustBeAgent(who);
      const limit = Number(query.get('limit'));
      return ok(pending(world, who.agentId ?? '', limit > 0 ? limit : 10).map((row) => views.job(world, row, false)));
    }),
    ofOne(world, ['GET', '/jobs/{id}'], way('read', ANYBODY), (row) => ok(views.job(world, row))),
    ofOne(world, ['POST', '/jobs/{id}/claim'], way('claim', ANYBODY), (row, _, who) => {
      mustBeAgent(who);
      if (row.status !== 'Pending') throw invalid('cannot claim a job not in pending status');
      world.saveJob({ ...row, status: 'Processing', claimedAt: world.now() });
      return done;
    }),
    ofOne(world, ['POST', '/jobs/{id}/complete'], way('complete', ANYBODY), (row, request, who) => {
      mustBeAgent(who);
      const shape = z.object({
        agentInstanceData: json.nullish(),
        agentInstanceId: z.string().nullish(),
        properties: json.nullish(),
      });
      return complete(world, row, read(request, shape), who);
    }),
    ofOne(world, ['POST', '/jobs/{id}/fail'], way('fail', ANYBODY), (row, request, who) => {
      mustBeAgent(who);
      return fail(world, row, read(request, z.object({ errorMessage: words })).errorMessage);
    }),
  ];
}

function mustBeAgent({ role }: Identity): void {
  if (role !== 'agent') throw forbidden(`access denied: user role '${role}' is not authorized`);
}

/** One job of each group, the most urgent, and none of groups of which the agent has one under way. */
function pending(world: World, agentId: string, limit: number): JobRow[] {
  const mine = world.active().filter((job) => job.agentId === agentId);
  const groupOf = ({ serviceId }: JobRow) => world.services.get(serviceId)?.groupId ?? '';
  const taken = new Set(mine.filter(({ status }) => status === 'Processing').map(groupOf));
  const waiting = mine
    .filter((job) => job.status === 'Pending')
    .sort((a, b) => b.priority - a.priority || a.createdAt - b.createdAt);
  const first: JobRow[] = [];
  for (const job of waiting) {
    const group = groupOf(job);
    if (taken.has(group)) continue;
    taken.add(group);
    first.push(job);
  }
  return first.slice(0, limit);
}

interface Outcome {
  agentInstanceData?: Record<string, unknown> | null | undefined;
  agentInstanceId?: string | null | undefined;
  properties?: Record<string, unknown> | null | undefined;
}

function complete(world: World, job: JobRow, outcome: Outcome, who: Identity): Reply {
  if (job.status !== 'Processing') throw invalid('cannot complete a job not in processing status');
  const service = must(world.services.get(job.serviceId));
  const { propertySchema, lifecycleSchema } = world.typeOf(service);
  const told = outcome.properties ?? {};
  const properties =
    Object.keys(told).length === 0
      ? service.properties
      : {
          ...service.properties,
          ...inOneLine(() =>
            applied(propertySchema, service.properties, told, situation(world, service, 'update', who)),
          ),
        };
  const state = nextState(lifecycleSchema, service.status, job.action);
  if (state === undefined)
    throw invalid(
      `no valid transition found for action "${job.action}" from state "${service.status}": no lifecycle transition found`,
    );
  const over = isTerminal(lifecycleSchema, state);
  const { agentInstanceId = service.agentInstanceId, agentInstanceData = service.agentInstanceData } = outcome;
  const { agentInstanceId: _id, agentInstanceData: _data, ...rest } = service;
  const next: ServiceRow = {
    ...rest,
    status: state,
    // What the agent says of properties when it has updated is lost: what was asked for takes its place.
    properties: job.action === 'update' ? (job.params ?? {}) : properties,
    ...(agentInstanceData ? { agentInstanceData } : {}),
    // Given back at the end, so that a number of a machine can come again.
    ...(agentInstanceId && !over ? { agentInstanceId } : {}),
  };
  const twin = next.agentInstanceId && world.services.find((one) => one.agentInstanceId === next.agentInstanceId);
  if (twin && twin.id !== service.id)
    throw internal(
      'ERROR: duplicate key value violates unique constraint "service_agent_instance_id_uniq" (SQLSTATE 23505)',
    );
  world.save(world.services, next);
  world.saveJob({ ...job, status: 'Completed', completedAt: world.now() });
  forgetSecrets(world, over ? next.properties : ephemeral(propertySchema, next.properties));
  return done;
}

function fail(world: World, job: JobRow, errorMessage: string): Reply {
  if (job.status !== 'Processing') throw invalid('cannot fail a job not in processing status');
  const service = must(world.services.get(job.serviceId));
  const { propertySchema, lifecycleSchema } = world.typeOf(service);
  // Without a transition for it the service stays as it is.
  const state = nextState(lifecycleSchema, service.status, job.action, errorMessage);
  if (state !== undefined)
    world.save(world.services, {
      ...service,
      status: state,
      // A failed update that leads somewhere leaves what was asked for, as if it had been done.
      properties: job.action === 'update' ? (job.params ?? {}) : service.properties,
    });
  world.saveJob({ ...job, status: 'Failed', errorMessage });
  forgetSecrets(world, ephemeral(propertySchema, service.properties));
  return done;
}

function forgetSecrets(world: World, values: unknown): void {
  for (const reference of referencesIn(values)) world.secrets.delete(reference);
}
