import { type Hansa, KINDS, redactText } from '@hansa/sdk';
import { tellProblems } from '../../clouds/ask.js';
import { openClouds } from '../../clouds/configured.js';
import { readKinds } from '../../clouds/kinds.js';
import { standing, type Thing } from '../../clouds/standing.js';
import { EXIT } from '../../failure.js';
import { note, print, printJson } from '../../output/print.js';
import { Progress } from '../../output/progress.js';
import { table } from '../../output/table.js';
import type { SweepOptions } from './index.js';

/** A thing with what became of it. */
type Swept = Thing & { done: 'would' | 'deleted' | 'failed'; reason?: string };

export async function sweep({ cloud, kind, owner, yes = false, json }: SweepOptions): Promise<void> {
  const { hansa, ids, named } = await openClouds(cloud);
  const wanted = readKinds(kind);
  // A workload is made in the order of KINDS, so it is taken down in the other one.
  const order = [...KINDS].reverse().flatMap(({ name }) => (wanted.includes(name) ? [name as string] : []));
  const answers = await standing(hansa, ids, order, owner);
  const lists = answers.values.map(({ value }) => value);
  const swept = yes
    ? (await Promise.all(lists.map((things) => takeDown(hansa, order, things)))).flat()
    : lists.flat().map(would);
  if (json) {
    const shown = ({ cloud, kind, id, name, place, done, reason }: Swept) => ({
      cloud,
      kind,
      id,
      name,
      place,
      done,
      reason,
    });
    printJson({ owner, things: swept.map(shown), problems: answers.problems });
  } else tell(swept, owner);
  if (swept.some(({ done }) => done === 'failed')) process.exitCode = EXIT.failed;
  tellProblems(answers, named);
}

const would = (thing: Thing): Swept => ({ ...thing, done: 'would' });

/** Kind after kind; the things of one kind side by side, as fast as the cloud's limits let them. */
async function takeDown(hansa: Hansa, order: readonly string[], things: readonly Thing[]): Promise<Swept[]> {
  const progress = new Progress();
  const swept: Swept[] = [];
  for (const kind of order) {
    const some = things.filter((thing) => thing.kind === kind);
    swept.push(...(await Promise.all(some.map((thing) => takeAway(hansa, thing, progress)))));
  }
  return swept;
}

async function takeAway(hansa: Hansa, thing: Thing, progress: Progress): Promise<Swept> {
  const words = `${thing.cloud} ${thing.kind} ${thing.name} (${thing.id})`;
  progress.now(`deleting ${words}`);
  try {
    await hansa.cloud(thing.cloud).kind(thing.kind).delete(thing.id);
    progress.done(`deleted ${words}`);
    return { ...thing, done: 'deleted' };
  } catch (error) {
    const reason = redactText(error instanceof Error ? error.message : String(error));
    progress.done(`failed  ${words}: ${reason}`);
    return { ...thing, done: 'failed', reason };
  }
}

function tell(swept: readonly Swept[], owner: string): void {
  const columns = ['cloud', 'kind', 'name', 'place', 'id'].map((title) => ({ title }));
  const failed = swept.filter(({ done }) => done === 'failed').length;
  if (swept.length === 0) note(`Nothing stands that "${owner}" made.`);
  else if (swept[0]?.done === 'would') {
    const rows = swept.map(({ cloud, kind, name, place, id }) => [cloud, kind, name, place ?? '', id]);
    print(table(columns, rows));
    note(`${swept.length} would be deleted. Add --yes to delete them.`);
  } else print(`${swept.length - failed} deleted, ${failed} failed`);
}
