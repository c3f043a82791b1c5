import * as z from 'zod';
import type { Route } from '../core/http.js';
import { EVERYBODY } from './access.js';
import { gone, internal, invalid, malformed } from './errors.js';
import { byId, contains, paged } from './paging.js';
import type { MetricTypeRow, Role } from './records.js';
import { created, done, ofAll, ofOne, ok, read, type Way, words } from './routes.js';
import { seenBy } from './services.js';
import * as views from './views.js';
import type { World } from './world.js';

const ANYBODY: readonly Role[] = ['admin', 'participant', 'agent'];

const ENTITIES: readonly string[] = ['Agent', 'Service', 'Resource'];
const isEntity = (text: string): text is MetricTypeRow['entityType'] => ENTITIES.includes(text);

/** What agents measure of services. Consumers read it. */
export function metrics(world: World): Route[] {
  const { metricTypes: types, metricEntries: entries } = world;
  const way = (verb: string, roles: readonly Role[]): Way<MetricTypeRow> => ({
    roles,
    what: `'${verb}' on object 'metric_type'`,
    rows: types,
    whose: () => EVERYBODY,
    absent: gone,
  });
  return [
    ofAll(world, ['GET', '/metric-types'], ANYBODY, "'read' on object 'metric_type'", (request) =>
      paged(request, types.list(), {
        filters: { name: (row, values) => contains(row.name, values) },
        sorts: { name: ({ name }) => name, createdAt: ({ createdAt }) => createdAt },
        view: views.metricType,
      }),
    ),
    ofAll(world, ['POST', '/metric-types'], ['admin'], "'create' on object 'metric_type'", (request) => {
      const given = read(request, z.object({ name: words, entityType: words }));
      if (!given.name) throw invalid('metric type name cannot be empty');
      if (!isEntity(given.entityType))
        throw invalid(`invalid entity type: invalid ${given.entityType} metric entity type`);
      if (types.find(({ name }) => name === given.name))
        throw internal(
          'ERROR: duplicate key value violates unique constraint "uni_metric_types_name" (SQLSTATE 23505)',
        );
      return created(views.metricType(world.add(types, { ...given, entityType: given.entityType })));
    }),
    ofOne(world, ['GET', '/metric-types/{id}'], way('read', ANYBODY), (row) => ok(views.metricType(row))),
    ofOne(world, ['DELETE', '/metric-types/{id}'], way('delete', ['admin']), ({ id }) => {
      if (entries.find(({ typeId }) => typeId === id))
        throw internal('cannot delete metric type with associated entries');
      types.delete(id);
      return done;
    }),
    ofAll(
      world,
      ['GET', '/metric-entries'],
      ['admin', 'participant'],
      "'read' on object 'metric_entry'",
      (request, who) =>
        paged(request, entries.filter(seenBy(who)), {
          filters: {
            agentId: byId((row) => row.agentId),
            serviceId: byId((row) => row.serviceId),
            typeId: byId((row) => row.typeId),
            resourceId: (row, values) => contains(row.resourceId, values),
          },
          sorts: { createdAt: ({ createdAt }) => createdAt },
          view: (row) => views.metricEntry(world, row),
        }),
    ),
    ofAll(world, ['POST', '/metric-entries'], ['agent'], "'create' on object 'metric_entry'", (request, who) => {
      const shape = z.object({
        serviceId: z.uuid().nullish(),
        agentInstanceId: z.string().nullish(),
        resourceId: z.string().default(''),
        value: z.number().default(0),
        typeName: z.string().default(''),
      });
      const given = read(request, shape);
      if (!given.serviceId && given.agentInstanceId == null)
        throw malformed('serviceId or agent role and agentInstanceId are required');
      const service = given.serviceId
        ? world.services.get(given.serviceId)
        : world.services.find(
            (one) => one.agentInstanceId === given.agentInstanceId && one.agentId === (who.agentId ?? ''),
          );
      const type = types.find(({ name }) => name === given.typeName);
      if (!service || !type) throw gone();
      if (!given.resourceId) throw invalid('resource ID cannot be empty');
      const { agentId, providerId, consumerId, id: serviceId } = service;
      const { resourceId, value } = given;
      const entry = world.add(entries, {
        resourceId,
        value,
        typeId: type.id,
        agentId,
        serviceId,
        providerId,
        consumerId,
      });
      return created(views.measured(entry));
    }),
  ];
}
