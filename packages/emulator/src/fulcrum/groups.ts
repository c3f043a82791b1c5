import * as z from 'zod';
import type { Route } from '../core/http.js';
import { mustBeAllowed } from './access.js';
import { internal, invalid } from './errors.js';
import { byId, contains, paged } from './paging.js';
import type { GroupRow, Role } from './records.js';
import { created, done, ofAll, ofOne, ok, read, type Way, words } from './routes.js';
import * as views from './views.js';
import type { World } from './world.js';

const BOTH: readonly Role[] = ['admin', 'participant'];

/** Groups of services. Of one group an agent gets one job at a time. */
export function groups(world: World): Route[] {
  const rows = world.groups;
  const way = (verb: string): Way<GroupRow> => ({
    roles: BOTH,
    what: `'${verb}' on object 'service_group'`,
    rows,
    whose: ({ consumerId }) => ({ consumerId }),
  });
  return [
    ofAll(world, ['GET', '/service-groups'], BOTH, "'read' on object 'service_group'", (request, who) =>
      paged(
        request,
        rows.filter(({ consumerId }) => who.participantId === undefined || consumerId === who.participantId),
        {
          filters: {
            name: (row, values) => contains(row.name, values),
            consumerId: byId((row) => row.consumerId),
          },
          sorts: { name: ({ name }) => name },
          view: (row) => views.group(world, row),
        },
      ),
    ),
    ofAll(world, ['POST', '/service-groups'], BOTH, "'create' on object 'service_group'", (request, who) => {
      const given = read(request, z.object({ name: words, consumerId: z.uuid() }));
      mustBeAllowed(who, { participantId: given.consumerId });
      if (!world.participants.get(given.consumerId))
        throw invalid(`consumer with ID ${given.consumerId} does not exist`);
      if (!given.name) throw invalid('service group name cannot be empty');
      return created(views.newGroup(world.add(rows, given)));
    }),
    ofOne(world, ['GET', '/service-groups/{id}'], way('read'), (row) => ok(views.group(world, row))),
    ofOne(world, ['PATCH', '/service-groups/{id}'], way('update'), (row, request) => {
      const { name = row.name } = read(request, z.object({ name: z.string().optional() }));
      if (!name) throw invalid('service group name cannot be empty');
      return ok(views.group(world, world.save(rows, { ...row, name })));
    }),
    ofOne(world, ['DELETE', '/service-groups/{id}'], way('delete'), ({ id }) => {
      // Services are never forgotten, deleted ones neither.
      if (world.services.find(({ groupId }) => groupId === id))
        throw internal('cannot delete service group with associated services');
      rows.delete(id);
      return done;
    }),
  ];
}
