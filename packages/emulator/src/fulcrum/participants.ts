import * as z from 'zod';
import type { Route } from '../core/http.js';
import { internal, invalid } from './errors.js';
import { byWord, contains, paged } from './paging.js';
import type { ParticipantRow } from './records.js';
import { created, done, ofAll, ofOne, ok, read, type Way, words } from './routes.js';
import * as views from './views.js';
import type { World } from './world.js';

const STATUSES = ['Enabled', 'Disabled'];

/** @throws Refusal */
function checked<T extends { name: string; status: string }>(row: T): T & Pick<ParticipantRow, 'status'> {
  if (!row.name) throw invalid('participant name cannot be empty');
  if (!STATUSES.includes(row.status)) throw invalid(`invalid participant status: ${row.status}`);
  return row as T & Pick<ParticipantRow, 'status'>;
}

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
          filters: {
            name: (row, values) => contains(row.name, values),
            status: byWord((row) => row.status, STATUSES, 'participant status'),
          },
          sorts: { name: ({ name }) => name },
          view: views.participant,
        },
      ),
    ),
    ofAll(world, ['POST', '/participants'], ['admin'], "'create' on object 'participant'", (request) => {
      const given = read(request, z.object({ name: words, status: words }));
      return created(views.participant(world.add(rows, checked(given))));
    }),
    ofOne(world, ['GET', '/participants/{id}'], way('read', 'admin', 'participant'), (row) =>
      ok(views.participant(row)),
    ),
    ofOne(world, ['PATCH', '/participants/{id}'], way('update', 'admin', 'participant'), (row, request) => {
      const { name, status } = read(request, z.object({ name: z.string().nullish(), status: z.string().nullish() }));
      const next = checked({ ...row, name: name ?? row.name, status: status ?? row.status });
      return ok(views.participant(world.save(rows, next)));
    }),
    ofOne(world, ['DELETE', '/participants/{id}'], way('delete', 'admin'), ({ id }) => {
      const agents = world.agents.filter(({ providerId }) => providerId === id).length;
      if (agents > 0)
        throw internal(`invalid input: cannot delete participant ${id}: ${agents} dependent agent(s) exist`);
      for (const token of world.tokens.filter(({ participantId }) => participantId === id))
        world.tokens.delete(token.id);
      rows.delete(id);
      return done;
    }),
  ];
}
