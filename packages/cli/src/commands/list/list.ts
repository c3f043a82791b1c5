import { tellProblems } from '../../clouds/ask.js';
import { openClouds } from '../../clouds/configured.js';
import { readKinds } from '../../clouds/kinds.js';
import { standing } from '../../clouds/standing.js';
import { note, print, printJson } from '../../output/print.js';
import { table } from '../../output/table.js';
import type { ListOptions } from './index.js';

export async function list({ cloud, kind, owner, json }: ListOptions): Promise<void> {
  const { hansa, ids, named } = await openClouds(cloud);
  const answers = await standing(hansa, ids, readKinds(kind), owner);
  const things = answers.values.flatMap(({ value }) => value);
  if (json)
    printJson({
      things: things.map(({ cloud, kind, state }) => ({ cloud, kind, ...state })),
      problems: answers.problems,
    });
  else if (things.length > 0) {
    const rows = things.map(({ cloud, kind, id, name, place }) => [cloud, kind, name, place ?? '', id]);
    print(
      table(
        ['cloud', 'kind', 'name', 'place', 'id'].map((title) => ({ title })),
        rows,
      ),
    );
  } else if (answers.values.length > 0) note(owner ? `Nothing stands that "${owner}" made.` : 'Nothing stands.');
  tellProblems(answers, named);
}
