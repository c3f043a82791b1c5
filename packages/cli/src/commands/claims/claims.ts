import { type CloudRecord, checkRecords, Day, loadClaims, SCHEME_IDS } from '@hansa/sdk/claims';
import { EXIT, UsageError } from '../../failure.js';
import { note, print, printJson } from '../../output/print.js';
import { table } from '../../output/table.js';
import type { ClaimsOptions } from './index.js';
import { claimRows, csvOf, details, overview } from './views.js';

export async function claims(clouds: readonly string[], options: ClaimsOptions): Promise<void> {
  const day = dayOf(options.on);
  const schemes = schemesOf(options.scheme);
  const all = await loadClaims({ overlay: options.overlay });
  const records = clouds.length === 0 ? all.records : clouds.map((cloud) => known(cloud, all.of(cloud), all.records));
  if (options.check) return check(records, day, options);
  const shown = schemes ? records.map((record) => only(record, schemes)) : records;
  if (options.json) printJson({ on: day, clouds: shown });
  else if (options.csv) process.stdout.write(csvOf(shown, day));
  else if (schemes) {
    const rows = claimRows(shown, day);
    if (rows.length > 0) print(table(CLAIM_COLUMNS, rows));
    else note('Nobody of these claims it, as far as is known.');
  } else if (clouds.length === 0) print(overview(shown, day));
  else print(shown.map((record) => details(record, day)).join('\n\n'));
}

const CLAIM_COLUMNS = ['cloud', 'scheme', 'status', 'holds for', 'assessed by', 'read', 'confidence', 'evidence'].map(
  (title) => ({ title }),
);

function check(records: readonly CloudRecord[], today: string, { json }: ClaimsOptions): void {
  const findings = checkRecords(records, { today });
  if (json) printJson({ on: today, checked: records.length, findings });
  else for (const { cloud, path, message, next } of findings) print(`${cloud}: ${path}: ${message}; ${next}`);
  if (findings.length > 0) process.exitCode = EXIT.failed;
  if (!json) note(`checked by ${today}: clouds ${records.length}, wrong ${findings.length}`);
}

/** The record with the claims to these schemes alone. */
function only(record: CloudRecord, schemes: ReadonlySet<string>): CloudRecord {
  return { ...record, claims: record.claims.filter(({ scheme }) => schemes.has(scheme)) };
}

function known(cloud: string, record: CloudRecord | undefined, all: readonly CloudRecord[]): CloudRecord {
  if (record) return record;
  throw new UsageError(`nothing is known of a cloud "${cloud}"`, [
    `use one of ${all.map((one) => one.cloud).join(', ')}`,
    'or tell it in a file of your own: --overlay (docs/sovereignty.md)',
  ]);
}

function schemesOf(names: readonly string[] | undefined): ReadonlySet<string> | undefined {
  const wrong = names?.find((name) => !(SCHEME_IDS as readonly string[]).includes(name));
  if (wrong) throw new UsageError(`there is no scheme "${wrong}"`, [`use one of ${SCHEME_IDS.join(', ')}`]);
  return names && new Set(names);
}

function dayOf(text: string | undefined): string {
  if (text === undefined) return new Date().toISOString().slice(0, 10);
  const { error } = Day.safeParse(text);
  if (error) throw new UsageError(`--on: ${error.issues[0]?.message}`);
  return text;
}
