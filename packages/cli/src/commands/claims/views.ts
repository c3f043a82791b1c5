import { type CloudRecord, keysWords, statusOn } from '@hansa/sdk/claims';
import { csv } from '../../output/csv.js';
import { table } from '../../output/table.js';
import { chainLines, claimWords, countriesOf, decidedIn, scopeWords, sourceWords, statusWords } from './words.js';

/** A line for each cloud. */
export function overview(records: readonly CloudRecord[], day: string): string {
  const titles = ['cloud', 'contract partner', 'decided in', 'regions in', 'speaks', 'holds'];
  const rows = records.map((record) => [
    record.cloud,
    entityWords(record),
    decidedIn(record.control),
    countriesOf(record),
    record.interfaces.map((fact) => fact.interface).join(' ') || 'unknown',
    [...new Set(record.claims.filter((claim) => statusOn(claim, day) === 'held').map(({ scheme }) => scheme))].join(
      ' ',
    ) || 'nothing known',
  ]);
  return table(
    titles.map((title) => ({ title })),
    rows,
  );
}

function entityWords({ control }: CloudRecord): string {
  return control ? `${control.contractingEntity.name} (${control.contractingEntity.country})` : 'unknown';
}

/** A row for each claim. */
export function claimRows(records: readonly CloudRecord[], day: string): string[][] {
  return records.flatMap(({ cloud, claims }) =>
    claims.map((claim) => [
      cloud,
      claimWords(claim),
      statusWords(claim, day),
      scopeWords(claim) || 'the cloud as a whole',
      claim.assessedBy,
      claim.observedOn,
      claim.confidence,
      claim.evidenceUrl,
    ]),
  );
}

/** All that is known of a cloud, for people. */
export function details(record: CloudRecord, day: string): string {
  const { title, cloud, control, places, interfaces, keys = [], claims } = record;
  const section = (name: string, lines: readonly string[]) => [
    `${name}:`,
    ...indented(lines.length ? lines : ['unknown']),
  ];
  return [
    `${title} (${cloud})`,
    ...section('control', control ? [...chainLines(control, title), ...END_WORDS[control.knownTo]] : []),
    ...section(
      'places',
      places.map((p) => `${p.region}: ${p.city ? `${p.city}, ` : ''}${p.country ?? 'unknown'} (${sourceWords(p)})`),
    ),
    ...section(
      'open interfaces',
      interfaces.map((fact) => `${fact.interface}${of(fact.services)} (${sourceWords(fact)})`),
    ),
    ...section(
      'keys of your own',
      keys.map((fact) => `${fact.services.join(', ')}: ${keysWords(fact)} (${sourceWords(fact)})`),
    ),
    ...section(
      'claims',
      claims.flatMap((claim) => [
        `${claimWords(claim)}: ${statusWords(claim, day)}, for ${scopeWords(claim) || 'the cloud as a whole'}, assessed by ${claim.assessedBy}`,
        ...indented([...(claim.note ? [claim.note] : []), sourceWords(claim)]),
      ]),
    ),
  ].join('\n');
}

const END_WORDS = { ultimate: [], partial: ['Who stands above is not known to the end.'] };

const of = (services: readonly string[] | undefined) => (services ? ` for ${services.join(', ')}` : '');

const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}`);

/** The claims as comma-separated values. */
export function csvOf(records: readonly CloudRecord[], day: string): string {
  const head = [
    'cloud',
    'scheme',
    'level',
    'status',
    'services',
    'regions',
    'assessedBy',
    'validUntil',
    'evidenceUrl',
    'observedOn',
    'confidence',
    'note',
  ];
  const rows = records.flatMap(({ cloud, claims }) =>
    claims.map((claim) => [
      cloud,
      claim.scheme,
      claim.level ?? null,
      statusOn(claim, day),
      claim.scope.services?.join(' ') ?? null,
      claim.scope.regions?.join(' ') ?? null,
      claim.assessedBy,
      claim.validUntil,
      claim.evidenceUrl,
      claim.observedOn,
      claim.confidence,
      claim.note ?? null,
    ]),
  );
  return csv(head, rows);
}
