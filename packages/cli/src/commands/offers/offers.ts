import { type CloudAnswer, isWithoutCredentials, type OfferWish, parseScs } from '@hansa/sdk';
import { type Answers, problemOf, tellProblems } from '../../clouds/ask.js';
import { openClouds } from '../../clouds/configured.js';
import { UsageError } from '../../failure.js';
import { csv } from '../../output/csv.js';
import { note, print, printJson } from '../../output/print.js';
import type { OffersOptions } from './index.js';
import { ordered } from './order.js';
import { refuseIdle } from './refuse.js';
import { FIELDS, rowOf } from './row.js';
import { snapshotNotes } from './snapshots.js';
import { tableOf } from './table.js';

/** Asks all clouds side by side, all places of each, and lists what fits. */
export async function offers(options: OffersOptions): Promise<void> {
  refuseIdle(options);
  const { hansa, ids, named } = await openClouds(options.cloud);
  const wish = await wishOf(options);
  const snapshot = options.snapshot === undefined ? undefined : options.snapshot ? 'only' : 'never';
  const answer = await hansa.offers({ ...wish, clouds: ids, ...(snapshot ? { snapshot } : {}) });
  const answered = answer.clouds.filter(({ origin }) => origin !== null);
  refuseUnknown(options, answered);
  const { offers: list, notes } = ordered(answer.offers, options);
  const rows = list.map(rowOf);
  const answers = answersOf(answer.clouds, options);
  if (options.json) printJson({ offers: rows, problems: answers.problems, snapshots: snapshotsOf(answered) });
  else if (options.csv)
    process.stdout.write(
      csv(
        FIELDS,
        rows.map((row) => FIELDS.map((name) => row[name])),
      ),
    );
  else if (rows.length > 0) print(tableOf(rows));
  else if (answered.length > 0) note('No offer fits.');
  for (const line of notes) note(line);
  for (const line of snapshotNotes(snapshotsOf(answered))) note(line);
  tellProblems(answers, named);
}

async function wishOf(options: OffersOptions): Promise<OfferWish> {
  const { region, country, size, vcpus, memoryGib, diskGib, arch, available } = options;
  const countries = country && (await codesOf(country));
  const wish = { region, countries, size, vcpus, memoryGib, diskGib, architecture: arch, available };
  return Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
}

/** `EU` and its like as the countries in them. @throws UsageError where it is neither */
async function codesOf(words: readonly string[]): Promise<string[]> {
  const { COUNTRY_SETS, countriesIn } = await import('@hansa/sdk/policy');
  const codes = words.map((word) => word.toUpperCase());
  const stray = codes.find((code) => !/^[A-Z]{2}$/.test(code) && !Object.hasOwn(COUNTRY_SETS, code));
  if (stray)
    throw new UsageError(`"${stray}" is no country`, [
      `use ISO 3166-1 codes, or ${Object.keys(COUNTRY_SETS).join(', ')}`,
    ]);
  return [...countriesIn(codes, new Date().toISOString().slice(0, 10))];
}

/** @throws UsageError when nobody who answered sells there, or knows the size */
function refuseUnknown({ region, size }: OffersOptions, answered: readonly CloudAnswer[]): void {
  if (answered.length === 0) return;
  if (region !== undefined && !answered.some(({ sellsThere }) => sellsThere))
    throw new UsageError(`no cloud that was asked sells in "${region}"`, ['hansa places lists where they sell']);
  if (size === undefined || parseScs(size) || answered.some(({ knowsSize }) => knowsSize)) return;
  const where = region ? `in ${region}` : 'at the clouds that were asked';
  throw new UsageError(`"${size}" is neither an SCS flavour name nor a size that is sold ${where}`, [
    'use an SCS name such as SCS-2V-4',
    'leave --size away: hansa offers lists the sizes there are',
  ]);
}

/** What is to be told as a problem: not that a snapshot spoke for who has no credentials. */
function answersOf(clouds: readonly CloudAnswer[], { snapshot }: OffersOptions): Answers<CloudAnswer> {
  const values = clouds.flatMap((one) => (one.origin === null ? [] : { cloud: one.cloud, value: one }));
  const problems = clouds.flatMap(({ cloud, origin, failures }) => {
    if (origin === null && failures.length === 0 && snapshot)
      return [{ cloud, code: 'unsupported', message: 'there is no snapshot of it', next: [], notInUse: true }];
    return failures
      .filter(({ error }) => origin !== 'snapshot' || !isWithoutCredentials(error))
      .map(({ place, error }) => {
        const problem = problemOf(cloud, error);
        return place === null ? problem : { ...problem, message: `${place}: ${problem.message}` };
      });
  });
  return { values, problems };
}

/** The snapshots that spoke, with where they are from. */
function snapshotsOf(answered: readonly CloudAnswer[]): Pick<CloudAnswer, 'cloud' | 'sources'>[] {
  return answered.flatMap(({ cloud, origin, sources }) => (origin === 'snapshot' ? { cloud, sources } : []));
}
