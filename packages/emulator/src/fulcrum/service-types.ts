import * as z from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import { EVERYBODY } from './access.js';
import { gone, internal, invalid } from './errors.js';
import { type LifecycleSchema, mustBeLifecycle } from './lifecycle.js';
import { contains, paged } from './paging.js';
import type { AgentTypeRow, Role, ServiceTypeRow } from './records.js';
import { created, done, ofAll, ofOne, ok, read, type Way, words } from './routes.js';
import { mustBeSchema, type PropertySchema } from './schema/definition.js';
import * as views from './views.js';
import type { World } from './world.js';

const ANYBODY: readonly Role[] = ['admin', 'participant', 'agent'];
const list = <T extends z.ZodType>(of: T) =>
  z
    .array(of)
    .nullish()
    .transform((all) => all ?? []);

const propertySchema = z
  .object({
    properties: z
      .record(z.string(), z.looseObject({ type: z.string() }))
      .nullish()
      .transform((all) => all ?? {}),
    validators: z.array(z.looseObject({})).nullish(),
  })
  .nullish()
  .transform((schema) => (schema ?? { properties: {} }) as unknown as PropertySchema);
const lifecycleSchema = z
  .object({
    states: list(z.object({ name: z.string() })),
    actions: list(
      z.object({
        name: z.string(),
        requestSchemaType: z.string().optional(),
        transitions: list(
          z.object({
            from: z.string(),
            to: z.string(),
            onError: z.boolean().optional(),
            onErrorRegexp: z.string().optional(),
          }),
        ),
      }),
    ),
    initialState: words,
    terminalStates: list(z.string()),
    runningStates: list(z.string()),
  })
  .nullish()
  .transform((schema) => schema ?? { states: [], actions: [], initialState: '', terminalStates: [], runningStates: [] })
  .transform((schema) => schema as LifecycleSchema);

/** What can be ordered, and by what kind of agent it is delivered. Admins alone define them; everybody reads them. */
export function serviceTypes(world: World): Route[] {
  const { serviceTypes: types, agentTypes } = world;
  const way = (verb: string, roles: readonly Role[]): Way<ServiceTypeRow> => ({
    roles,
    what: `'${verb}' on object 'service_type'`,
    rows: types,
    whose: () => EVERYBODY,
    absent: gone,
  });
  const checked = (row: Omit<ServiceTypeRow, 'id' | 'createdAt' | 'updatedAt'>, id?: string) => {
    if (!row.name) throw invalid('service type name cannot be empty');
    mustBeSchema(row.propertySchema);
    mustBeLifecycle(row.lifecycleSchema);
    mustBeUnique(types.list(), row.name, id, 'service_types');
    return row;
  };
  const byName = {
    filters: { name: (row: { name: string }, values: readonly string[]) => contains(row.name, values) },
    sorts: { name: ({ name }: { name: string }) => name },
  };
  return [
    ofAll(world, ['GET', '/service-types'], ANYBODY, "'read' on object 'service_type'", (request) =>
      paged(request, types.list(), { ...byName, view: views.serviceType }),
    ),
    ofAll(world, ['POST', '/service-types'], ['admin'], "'create' on object 'service_type'", (request) => {
      const given = read(request, z.object({ name: words, propertySchema, lifecycleSchema }));
      return created(views.serviceType(world.add(types, checked(given))));
    }),
    ofOne(world, ['GET', '/service-types/{id}'], way('read', ANYBODY), (row) => ok(views.serviceType(row))),
    ofOne(world, ['PATCH', '/service-types/{id}'], way('update', ['admin']), (row, request) => {
      const given = read(request, z.object({ name: z.string().nullish(), propertySchema, lifecycleSchema }));
      const next = { ...row, ...said(request, given) };
      checked(next, row.id);
      return ok(views.serviceType(world.save(types, next)));
    }),
    ofOne(world, ['DELETE', '/service-types/{id}'], way('delete', ['admin']), ({ id }) => {
      const count = world.services.filter(({ serviceTypeId }) => serviceTypeId === id).length;
      if (count > 0)
        throw internal(`invalid input: cannot delete service type ${id}: ${count} dependent service(s) exist`);
      types.delete(id);
      return done;
    }),
    ...agentTypesOf(world, agentTypes, byName),
  ];
}

function agentTypesOf(
  world: World,
  rows: World['agentTypes'],
  byName: Pick<Parameters<typeof paged<AgentTypeRow>>[2], 'filters' | 'sorts'>,
): Route[] {
  const way = (verb: string, roles: readonly Role[]): Way<AgentTypeRow> => ({
    roles,
    what: `'${verb}' on object 'agent_type'`,
    rows,
    whose: () => EVERYBODY,
    absent: gone,
  });
  const shape = z.object({
    name: words,
    serviceTypeIds: list(z.uuid()),
    configurationSchema: propertySchema,
    configTemplate: z.string().default(''),
    cmdTemplate: z.string().default(''),
    configContentType: z.string().default('text/plain'),
  });
  const checked = (row: z.output<typeof shape>, id?: string) => {
    if (!row.name) throw invalid('agent type name cannot be empty');
    mustBeSchema(row.configurationSchema, 'configurationSchema');
    mustBeUnique(rows.list(), row.name, id, 'agent_types');
    const stray = row.serviceTypeIds.find((one) => !world.serviceTypes.get(one));
    if (stray) throw internal('ERROR: insert or update violates foreign key constraint (SQLSTATE 23503)');
    return row;
  };
  return [
    ofAll(world, ['GET', '/agent-types'], ANYBODY, "'read' on object 'agent_type'", (request) =>
      paged(request, rows.list(), { ...byName, view: views.agentType }),
    ),
    ofAll(world, ['POST', '/agent-types'], ['admin'], "'create' on object 'agent_type'", (request) =>
      created(views.agentType(world.add(rows, checked(read(request, shape))))),
    ),
    ofOne(world, ['GET', '/agent-types/{id}'], way('read', ANYBODY), (row) => ok(views.agentType(row))),
    ofOne(world, ['PATCH', '/agent-types/{id}'], way('update', ['admin']), (row, request) => {
      const next = { ...row, ...said(request, read(request, shape)) };
      checked(next, row.id);
      return ok(views.agentType(world.save(rows, next)));
    }),
    ofOne(world, ['DELETE', '/agent-types/{id}'], way('delete', ['admin']), ({ id }) => {
      const count = world.agents.filter(({ agentTypeId }) => agentTypeId === id).length;
      if (count > 0) throw internal(`invalid input: cannot delete agent type ${id}: ${count} dependent agent(s) exist`);
      rows.delete(id);
      return done;
    }),
  ];
}

function mustBeUnique(
  rows: readonly { id: string; name: string }[],
  name: string,
  id: string | undefined,
  table: string,
) {
  if (rows.some((one) => one.name === name && one.id !== id))
    throw internal(`ERROR: duplicate key value violates unique constraint "uni_${table}_name" (SQLSTATE 23505)`);
}

/** Of a change, what it says: the rest is left alone. */
function said<T extends object>({ body }: CloudRequest, given: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const there = Object.entries(given).filter(([name]) => (body as Record<string, unknown>)[name] != null);
  return Object.fromEntries(there) as { [K in keyof T]?: NonNullable<T[K]> };
}
