import { z } from 'zod';
import type { Route } from '../core/http.js';
import { invalid } from './errors.js';
import { contains, paged } from './paging.js';
import type { ParticipantRow } from './records.js';
import { created, done, ofAll, ofOne, ok, read, type Way } from './routes.js';
import * as views from './views.js';
import type { World } from './world.js';

const status = z.enum(['Enabled', 'Disabled']);

/** Participants: who provides and who consumes, which may be the same. Each sees itself. */
export function participants(world: World): Route[] {
  const rows = world.participants;
  const way = (verb: string, ...roles: Way<ParticipantRow>['roles']): Way<ParticipantRow> => ({
    roles,
    what: `'${verb}' on object 'participant'`,
    rows,
    whose: ({ id }) => ({ participantId: id }),
  });
  return [
    ofAll(world, ['GET', '/participants'], ['admin', 'participant'], "'read' on object 'participant'", (request, who) =>
      paged(
        request,
        rows.filter(({ id }) => who.participantId === undefined || id === who.participantId),
        {
          filters: { name: (row, values) => contains(row.name, values), status: (row, v) => v.includes(row.status) },
          sorts: { name: ({ name }) => name },
          view: views.participant,
        },
      ),
    ),
    ofAll(world, ['POST', '/participants'], ['admin'], "'create' on object 'participant'", (request) => {
      const given = read(request, z.object({ name: z.string(), status: status.default('Enabled') }));
      if (!given.name) throw invalid('participant name cannot be empty');
      return created(views.participant(world.add(rows, given)));
    }),
    ofOne(world, ['GET', '/participants/{id}'], way('read', 'admin', 'participant'), (row) =>
      ok(views.participant(row)),
    ),
    ofOne(world, ['PATCH', '/participants/{id}'], way('update', 'admin', 'participant'), (row, request) => {
      const given = read(request, z.object({ name: z.string().optional(), status: status.optional() }));
      return ok(views.participant(world.save(rows, { ...row, ...given })));
    }),
    ofOne(world, ['DELETE', '/participants/{id}'], way('delete', 'admin'), ({ id }) => {
      const agents = world.agents.filter(({ providerId }) => providerId === id).length;
      if (agents > 0) throw invalid(`cannot delete participant ${id}: ${agents} dependent agent(s) exist`);
      for (const token of world.tokens.filter(({ participantId }) => participantId === id))
        world.tokens.delete(token.id);
      rows.delete(id);
      return done;
    }),
  ];
}
