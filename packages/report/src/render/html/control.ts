import type { CloudReport, Report } from '../../model/schema.js';
import { type Html, html } from './escape.js';
import { DASH, proof, table } from './table.js';
import { countryName } from './tiles.js';

export function control(report: Report): Html {
  return html`<h2 id="control">Who controls it</h2>${report.clouds.map(cloud)}
${report.clouds.length === 0 ? html`<p>No cloud is named.</p>` : ''}`;
}

function cloud(report: CloudReport): Html {
  const { id, title, entity, owners, ownersKnownTo, claims, interfaces } = report;
  const known = {
    ultimate: 'Everyone who decides is listed.',
    partial: 'Not all owners are known: the list ends below those who decide.',
    unknown: 'Nobody has looked who owns it.',
  }[ownersKnownTo];
  return html`<h3>${title}${title === id ? '' : html` <small>(${id})</small>`}</h3>
<p>Contract with: ${entity ? html`<b>${entity.name}</b>, ${countryName(entity.country)} ${proof(entity.evidence)}` : html`<span class="verdict unknown">unknown</span>`}. ${known}</p>
${table(
  `Owners of ${title}`,
  ['owner', 'of', 'country', 'share', 'holds', 'evidence'],
  owners.map((one) => [
    one.entity,
    one.of,
    one.country === null ? 'unknown' : countryName(one.country),
    one.share === null ? 'unknown' : `${one.share} %`,
    one.holds,
    proof(one.evidence),
  ]),
)}
${statements(report)}
${table(
  `Certificates and declarations of ${title}`,
  ['scheme', 'level', 'status', 'holds for', 'assessed by', 'valid until', 'evidence'],
  claims.map((one) => [
    one.title,
    one.level ?? DASH,
    one.status,
    [one.services?.join(', ') ?? 'services not named', ...(one.regions ?? [])].join('; '),
    one.assessedBy,
    one.validUntil ?? 'not said',
    proof(one.evidence),
  ]),
)}
${interfaces.length > 0 ? html`<p>Open interfaces: ${interfaces.map((one, i) => html`${i > 0 ? ', ' : ''}${one.interface} ${proof(one.evidence)}`)}</p>` : ''}
${claims.length === 0 ? html`<p>No certificate is known.</p>` : ''}
${keys(report)}`;
}

/** What is said of owners without naming them, and whether the policy takes that word. */
function statements({ statements: said }: CloudReport): Html {
  if (said.length === 0) return html``;
  const lines = said.map(({ says, note, counts, evidence }) => {
    const word =
      counts === null ? '' : counts ? '; the policy takes that word' : '; the policy does not take that word';
    return html`<li>${capital(says)}${word}. ${note ?? ''} ${proof(evidence)}</li>`;
  });
  return html`<p>Said of its owners without naming them, which proves no chain:</p><ul>${lines}</ul>`;
}

/** Who can hold the keys of what lies there. */
function keys({ title, keys: facts }: CloudReport): Html {
  if (facts.length === 0) return html`<p>Who can hold the keys of what lies there is not known.</p>`;
  const rows = facts.map(({ services, says, note, wantedFor, evidence }) => [
    services.join(', '),
    html`${says}${note ? html`<br><small>${note}</small>` : ''}`,
    ...(facts.some(isAsked) ? [wantedFor?.join(', ') || DASH] : []),
    proof(evidence),
  ]);
  const head = [
    'service',
    'what lies there',
    ...(facts.some(isAsked) ? ['the policy wants keys of your own for'] : []),
    'evidence',
  ];
  return html`<p>Who can hold the keys:</p>${table(`Who can hold the keys at ${title}`, head, rows)}`;
}

const isAsked = ({ wantedFor }: CloudReport['keys'][number]) => (wantedFor ?? []).length > 0;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
