import * as z from 'zod';
import type { Route } from '../core/http.js';
import { EVERYBODY, mustBeAllowed } from './access.js';
import { forbidden, gone, internal, invalid } from './errors.js';
import { byId, contains, paged } from './paging.js';
import type { OptionRow, OptionTypeRow, Role } from './records.js';
import { created, done, ofAll, ofOne, ok, read, type Way, words } from './routes.js';
import * as views from './views.js';
import type { World } from './world.js';

const ANYBODY: readonly Role[] = ['admin', 'participant', 'agent'];

/** What providers offer to choose from: types for all, options of each provider, which it alone sees. */
export function serviceOptions(world: World): Route[] {
  const { optionTypes: types, options } = world;
  const typeWay = (verb: string, roles: readonly Role[]): Way<OptionTypeRow> => ({
    roles,
    what: `'${verb}' on object 'service_option_type'`,
    rows: types,
    whose: () => EVERYBODY,
    absent: gone,
  });
  const way = (verb: string): Way<OptionRow> => ({
    roles: ANYBODY,
    what: `'${verb}' on object 'service_option'`,
    rows: options,
    whose: ({ providerId }) => ({ providerId }),
    absent: () => forbidden('cannot load resource: resource not found: record not found'),
  });
  return [
    ofAll(world, ['GET', '/service-option-types'], ANYBODY, "'read' on object 'service_option_type'", (request) =>
      paged(request, types.list(), {
        filters: { name: (row, values) => contains(row.name, values), type: (row, v) => v.includes(row.type) },
        sorts: { name: ({ name }) => name, type: ({ type }) => type, createdAt: ({ createdAt }) => createdAt },
        view: views.optionType,
      }),
    ),
    ofAll(
      world,
      ['POST', '/service-option-types'],
      ['admin'],
      "'create' on object 'service_option_type'",
      (request) => {
        const given = read(request, z.object({ name: words, type: words, description: words }));
        if (!given.name) throw invalid('service option type name cannot be empty');
        if (!/^\w+$/.test(given.type))
          throw invalid('service option type type must contain only alphanumeric characters and underscores');
        if (types.find(({ type }) => type === given.type))
          throw internal(
            'ERROR: duplicate key value violates unique constraint "uni_service_option_types_type" (SQLSTATE 23505)',
          );
        return created(views.optionType(world.add(types, given)));
      },
    ),
    ofOne(world, ['GET', '/service-option-types/{id}'], typeWay('read', ANYBODY), (row) => ok(views.optionType(row))),
    ofOne(world, ['PATCH', '/service-option-types/{id}'], typeWay('update', ['admin']), (row, request) => {
      const given = read(request, z.object({ name: z.string().optional(), description: z.string().optional() }));
      return ok(views.optionType(world.save(types, { ...row, ...given })));
    }),
    ofOne(world, ['DELETE', '/service-option-types/{id}'], typeWay('delete', ['admin']), ({ id }) => {
      const count = options.filter(({ serviceOptionTypeId }) => serviceOptionTypeId === id).length;
      if (count > 0)
        throw internal(
          `invalid input: cannot delete service option type ${id}: ${count} dependent service option(s) exist`,
        );
      types.delete(id);
      return done;
    }),
    ofAll(world, ['GET', '/service-options'], ANYBODY, "'read' on object 'service_option'", (request, who) =>
      paged(
        request,
        options.filter(({ providerId }) => who.participantId === undefined || providerId === who.participantId),
        {
          filters: {
            name: (row, values) => contains(row.name, values),
            providerId: byId((row) => row.providerId),
            serviceOptionTypeId: byId((row) => row.serviceOptionTypeId),
            enabled: (row, values) => values.includes(String(row.enabled)),
          },
          sorts: {
            name: ({ name }) => name,
            displayOrder: ({ displayOrder }) => displayOrder,
            createdAt: ({ createdAt }) => createdAt,
          },
          view: views.option,
        },
      ),
    ),
    ofAll(world, ['POST', '/service-options'], ANYBODY, "'create' on object 'service_option'", (request, who) => {
      const shape = z.object({
        providerId: z.uuid(),
        serviceOptionTypeId: z.uuid(),
        name: words,
        value: z.unknown(),
        enabled: z
          .boolean()
          .nullish()
          .transform((on) => on ?? true),
        displayOrder: z.int().default(0),
      });
      const given = read(request, shape);
      mustBeAllowed(who, { providerId: given.providerId });
      if (!world.participants.get(given.providerId) || !types.get(given.serviceOptionTypeId)) throw gone();
      if (!given.name) throw invalid('service option name cannot be empty');
      if (given.value == null) throw invalid('service option value cannot be nil');
      return created(views.option(world.add(options, given)));
    }),
    ofOne(world, ['GET', '/service-options/{id}'], way('read'), (row) => ok(views.option(row))),
    ofOne(world, ['PATCH', '/service-options/{id}'], way('update'), (row, request) => {
      const shape = z.object({ name: z.string(), value: z.unknown(), enabled: z.boolean(), displayOrder: z.int() });
      const given = Object.entries(read(request, shape.partial())).filter(([, value]) => value != null);
      return ok(views.option(world.save(options, { ...row, ...Object.fromEntries(given) })));
    }),
    ofOne(world, ['DELETE', '/service-options/{id}'], way('delete'), ({ id }) => {
      options.delete(id);
      return done;
    }),
  ];
}
