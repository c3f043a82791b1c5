import { createInterface } from 'node:readline/promises';
import { UsageError } from '../../failure.js';
import { note } from '../../output/print.js';
import type { ConformanceOptions } from './index.js';
import type { Plan } from './plan.js';

/**
 * Says what a run at a real account does, and asks. Where nobody can answer (a pipe, CI) it must have been said before.
 *
 * @throws UsageError where nobody said yes
 */
export async function consent({ title, cloud, kinds }: Plan, { yes }: ConformanceOptions): Promise<void> {
  note(
    `This makes things (${kinds.join(', ')}) in the real account at ${title} that the environment gives. They cost money while`,
  );
  note('they stand, and are deleted at the end. Nothing that is there already is touched.');
  if (yes || /^(1|true|yes)$/i.test(process.env['HANSA_YES'] ?? '')) return;
  const next = [`add --yes, or set HANSA_YES=1, to try the account at ${cloud}`];
  if (!process.stdin.isTTY) throw new UsageError('nobody is there to say yes', next);
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await asking.question('Go on? [y/N] ').finally(() => asking.close());
  if (!/^y(es)?$/i.test(answer.trim())) throw new UsageError('not done', next);
}
