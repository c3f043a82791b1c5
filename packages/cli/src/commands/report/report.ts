import { writeFileSync } from 'node:fs';
import { hasNoCloudYet, mayMove, type Report, toCycloneDx, toHtml } from '@hansa/report';
import { EXIT, Failure } from '../../failure.js';
import { note } from '../../output/print.js';
import { reportOn } from '../../terraform/report.js';
import type { ReportOptions } from './index.js';

const WRITE: Readonly<Record<ReportOptions['format'], (report: Report) => string>> = {
  html: toHtml,
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  cyclonedx: (report) => `${JSON.stringify(toCycloneDx(report), null, 2)}\n`,
};

/** Writes a report; what it could not find out is told on stderr too, for who reads no further than the exit code. */
export async function report(file: string | undefined, options: ReportOptions): Promise<void> {
  const made = await reportOn(file, options);
  const text = WRITE[options.format](made);
  if (options.out === undefined) process.stdout.write(text);
  else save(options.out, text);
  for (const { id, entity } of made.clouds)
    if (!entity)
      note(`${id}: nothing is known of who controls it (--cloud ${id}=<vendor> says whose it is, --claims adds facts)`);
  const { unknown } = made.cost;
  if (unknown.length > 0) note(`The price of ${unknown.length} of ${made.resources.length} resources is unknown.`);
  tellMoves(made);
  tellPolicy(made);
  if (made.resources.length === 0) note('There are no resources of Hansa in it.');
}

/** Nobody is to read where a thing is planned for where it will stand. */
function tellMoves({ resources }: Report): void {
  const movers = resources.filter(mayMove);
  if (movers.length > 0)
    note(
      `${movers.length} of ${resources.length} resources may be made elsewhere than planned; the report lists where.`,
    );
  const open = resources.filter(hasNoCloudYet);
  if (open.length > 0)
    note(`At which cloud these are made is known after the apply: ${open.map(({ address }) => address).join(', ')}.`);
}

/** What is not admitted fails the command, so that a pipeline stops there. */
function tellPolicy({ policy, resources }: Report): void {
  if (!policy || policy.admitted) return;
  for (const address of policy.unjudged)
    note(`${address}: unknown: at which cloud it is made is not known before the apply`);
  const said = resources.flatMap(({ address, policy: findings, mayMoveTo }) => [
    ...(findings ?? []).map((one) => ({ address, ...one })),
    ...(mayMoveTo ?? []).flatMap(({ cloud, place, policy: there }) =>
      (there ?? []).map((one) => ({ address: `${address}, if made at ${cloud} ${place.id}`, ...one })),
    ),
  ]);
  for (const { address, verdict, because, accepted } of [
    ...policy.together.map((one) => ({ address: 'all', ...one })),
    ...said,
  ])
    if (verdict !== 'met' && accepted === null)
      note(`${address}: ${verdict === 'unknown' ? 'unknown' : 'not met'}: ${because}`);
  process.exitCode = EXIT.failed;
}

/** A report tells of a whole estate: its owner alone may read it, as it is with a state. */
function save(file: string, text: string): void {
  try {
    writeFileSync(file, text, { mode: 0o600 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Failure(`${file} cannot be written (${code ?? 'unknown'})`, ['name a file in a folder that is there']);
  }
}
