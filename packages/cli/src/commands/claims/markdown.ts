import { type CloudRecord, type Control, keysWords, statementWords } from '@hansa/sdk/claims';
import { claimWords, countriesOf, decidedIn, scopeWords, statusWords } from './words.js';

const FRONT = `# What is known of each cloud's sovereignty

Written from the records by \`npm run generate\`; \`hansa claims\` says the same, with \`--json\` for programs. What a claim is, what its status
means and how to correct or overlay it stands in [sovereignty.md](sovereignty.md). Every line links the page that says it and the day on
which it was read. What no source says is *unknown*. Nothing here is legal advice, and no line is our own judgement.`;

/** The page of the docs: an overview, then each cloud with its sources. */
export function page(records: readonly CloudRecord[]): string {
  return [FRONT, overview(records), NOTES, ...records.flatMap(cloudSection)].join('\n\n').concat('\n');
}

const NOTES = `*decided in*: the country of those at the top of the control chain who decide; "?" where the chain is not known to its end. *regions in*:
the countries of all its regions, those outside of Europe too. *holds*: what it is said to hold, of which services stands below.`;

function overview(records: readonly CloudRecord[]): string {
  const rows = records.map((record) => [
    `[${record.title}](#${anchor(record)})`,
    record.control?.contractingEntity.country ?? 'unknown',
    decidedIn(record.control),
    countriesOf(record),
    record.interfaces.map((fact) => fact.interface).join(', ') || 'unknown',
    [...new Set(record.claims.filter(({ status }) => status === 'held').map(claimWords))].join(', ') || 'nothing known',
  ]);
  return lines(['cloud', 'contract under', 'decided in', 'regions in', 'speaks', 'holds'], rows);
}

/** The heading's own anchor, as GitHub makes it. */
function anchor({ title, cloud }: CloudRecord): string {
  return `${title} (${cloud})`
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-');
}

function cloudSection(record: CloudRecord): string[] {
  const { title, cloud, control, places, interfaces, keys = [], claims } = record;
  return [
    `## ${title} (\`${cloud}\`)`,
    control ? controlLines(control, title) : 'Control: unknown.',
    ...listed(
      'places',
      places,
      (p) => `\`${p.region}\`: ${[p.city, p.country ?? 'unknown'].filter(Boolean).join(', ')}`,
    ),
    ...listed('open interfaces', interfaces, ({ interface: name, services }) =>
      services ? `${name} (${services.join(', ')})` : name,
    ),
    ...listed('keys of your own', keys, (fact) => `${fact.services.join(', ')}: ${keysWords(fact)}`),
    ...listed('claims', claims, (claim) => {
      const scope = scopeWords(claim);
      const by = claim.assessedBy === 'unknown' ? '' : `, by ${claim.assessedBy}`;
      return `${claimWords(claim)}: ${statusWords(claim, undefined)}${by}${scope ? `, for ${scope}` : ''}`;
    }),
  ];
}

type Sourced = { evidenceUrl: string; observedOn: string; confidence: string; note?: string };

function listed<T extends Sourced>(name: string, facts: readonly T[], words: (fact: T) => string): string[] {
  if (facts.length === 0) return [`${name[0]?.toUpperCase()}${name.slice(1)}: unknown.`];
  return [
    `${name[0]?.toUpperCase()}${name.slice(1)}:`,
    facts.map((fact) => `- ${words(fact)}${source(fact)}`).join('\n'),
  ];
}

function controlLines({ contractingEntity: entity, chain, knownTo, statements = [] }: Control, title: string): string {
  const owners = chain.map(({ of, entity: owner, country, share, holds, ...fact }) => {
    const power = { control: 'decides', minority: 'does not decide alone', unknown: 'power unknown' }[holds];
    return `- of ${of}: ${owner} (${country ?? 'country unknown'}), ${power}, ${share === null ? 'share unknown' : `${share} %`}${source(fact)}`;
  });
  const end = knownTo === 'ultimate' ? [] : ['- who stands above is not known to the end'];
  const said = statements.map((one) => `- said, without owners or shares: ${statementWords(one, title)}${source(one)}`);
  const contract = `- contract with ${entity.name} (${entity.country})${source(entity)}`;
  return [`Control:\n`, contract, ...owners, ...end, ...said].join('\n');
}

function source({ evidenceUrl, observedOn, confidence, note }: Sourced): string {
  return ` ([${observedOn}](${evidenceUrl}), ${confidence})${note ? `. ${note}` : ''}`;
}

function lines(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
