import { type Choice, type Exclusion, type Placed, type Requirements, totalLines } from '@hansa/sdk/placement';
import { openClouds } from '../../clouds/configured.js';
import { EXIT, nextLines } from '../../failure.js';
import { note, print, printJson } from '../../output/print.js';
import { readPolicy } from '../../terraform/policy.js';
import type { OffersOptions } from './index.js';
import { refuseIdle } from './refuse.js';
import { rowOf } from './row.js';
import { snapshotNotes } from './snapshots.js';
import { tableOf } from './table.js';

/** Alternatives that people are shown; `--json` has all of them. */
const MOST = 5;

/** Chooses among what clouds sell, and says why: the choices on stdout, everything else beside. */
export async function place(options: OffersOptions): Promise<void> {
  refuseIdle(options);
  const { hansa, ids } = await openClouds(options.cloud);
  const policy = options.policy === undefined ? undefined : await readPolicy(options.policy);
  const snapshot = options.snapshot === undefined ? undefined : options.snapshot ? 'only' : 'never';
  const placed = await hansa.place({
    ...requirementsOf(options, options.cloud ? ids : undefined),
    ...(policy ? { policy } : {}),
    ...(snapshot ? { snapshot } : {}),
  });
  if (options.json) printJson(jsonOf(placed));
  else tell(placed, options);
  if (placed.problem) process.exitCode = EXIT.failed;
}

/** What is asked, in the model's words; what was not said is left to it. */
function requirementsOf(options: OffersOptions, clouds: readonly string[] | undefined): Requirements {
  const { size, vcpus, memoryGib, diskGib, arch, country, instances, near, spread, exclude, objective } = options;
  const said = {
    ...{ size, vcpus, memoryGib, diskGib, architecture: arch, clouds, countries: country, instances, spread, exclude },
    near: near === undefined ? undefined : { city: near },
    objective,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Requirements;
}

function tell(placed: Placed, options: OffersOptions): void {
  const { choices, alternatives, exclusions, total, problem, unanswered, snapshots } = placed;
  for (const { cloud, because } of unanswered) note(`${cloud}: ${because}`);
  if (problem) {
    note(problem.because);
    for (const line of problem.details) note(`  ${line}`);
    for (const line of nextLines(problem.next)) note(line);
  } else {
    print(tableOf(choices.map(({ offer }) => rowOf(offer))));
    for (const choice of new Set(choices)) sayDoubts(choice);
    for (const line of total ? totalLines(total) : []) note(line);
  }
  if (alternatives.length > 0)
    note(
      `Else: ${alternatives.slice(0, MOST).map(nameOf).join(', ')}${alternatives.length > MOST ? `, and ${alternatives.length - MOST} more` : ''}.`,
    );
  if (options.explain)
    for (const one of exclusions) note(`${nameOf(one)}: ${one.reasons.map(({ because }) => because).join('; ')}`);
  else if (exclusions.length > 0) note(`${exclusions.length} offers will not do; --explain says of each why.`);
  for (const line of snapshotNotes(snapshots)) note(line);
}

/** What the policy lets pass, though nobody can tell whether it is so. */
function sayDoubts(choice: Choice): void {
  for (const { verdict, because } of choice.findings)
    if (verdict === 'unknown') note(`${nameOf(choice)}: unknown: ${because}`);
}

const nameOf = ({ cloud, region, size }: Pick<Exclusion, 'cloud' | 'region' | 'size'>) => `${cloud}/${region}/${size}`;

/** As rows of `hansa offers --json`, each with what the policy says. */
function jsonOf({ choices, alternatives, ...rest }: Placed): object {
  const chosen = ({ offer, verdict, findings }: Choice) => ({ ...rowOf(offer), verdict, findings });
  return { choices: choices.map(chosen), alternatives: alternatives.map(chosen), ...rest };
}
