import type { CloudReport, Evidence, Report, ResourceReport } from '../../model/schema.js';
import { type Bar, bars } from './bars.js';
import { type Html, html } from './escape.js';
import { map, stands } from './map.js';
import { amount, change, money } from './money.js';
import { countryName } from './tiles.js';

const DASH = '–';

/** What a reader wants to know first. */
export function summary(report: Report): Html {
  const { resources, clouds, cost, interruptions, policy } = report;
  const placed = resources.filter(stands);
  const countries = new Set(placed.flatMap(({ place }) => place.country ?? []));
  const nowhere = placed.filter(({ place }) => place.country === null).length;
  const facts: [string, string | number][] = [
    ['resources', resources.length],
    ['clouds', clouds.length],
    ['countries', countries.size],
    ...(nowhere > 0 ? [['in no known country', nowhere] as [string, number]] : []),
    ...cost.totals.flatMap(({ currency, planned, difference }): [string, string][] =>
      report.source.from === 'plan'
        ? [
            ['a month, planned, net', money(planned, currency)],
            ['to what is there now', change(difference, currency)],
          ]
        : [['a month, net', money(planned, currency)]],
    ),
    ['prices unknown', cost.unknown.length],
    ['interrupted', interruptions.length],
    ['policy', policy ? verdictWords(policy.verdict) : 'none given'],
  ];
  return html`<ul class="facts">${facts.map(([what, value]) => html`<li><b>${value}</b> <span>${what}</span></li>`)}</ul>
${cost.unknown.length > 0 ? html`<p class="note">The totals are too low: ${cost.unknown.length} of ${resources.length} resources cost something that nobody tells. They are marked <em>unknown</em> below.</p>` : ''}
${cost.totals.length > 1 ? html`<p class="note">Prices are in ${cost.totals.map(({ currency }) => currency).join(', ')}. They are not converted, and stand apart.</p>` : ''}`;
}

export function places(report: Report): Html {
  return html`<h2 id="places">Where it stands</h2>${map(report)}`;
}

export function costs({ cost, source, interruptions }: Report): Html {
  const compare = source.from === 'plan';
  const byCloud = cost.byCloud.map((sum): Bar => ({ ...sum, label: sum.cloud }));
  const byCountry = cost.byCountry.map((sum): Bar => ({ ...sum, label: countryName(sum.country) }));
  return html`<h2 id="costs">What it costs</h2>
<p>Net, a month, as each vendor gave its price when the resource was planned. A server's price is that of its size: disks, addresses and traffic that a vendor charges apart are not in it.</p>
<h3>By cloud</h3>${bars('by-cloud', 'Cost a month by cloud', byCloud, compare)}
<h3>By country</h3>${bars('by-country', 'Cost a month by country', byCountry, compare)}
${interruptions.length > 0 ? html`<h3>What the plan interrupts</h3><ul>${interruptions.map(({ address, disruption }) => html`<li>${address}: ${DISRUPTIONS[disruption] ?? disruption}</li>`)}</ul>` : ''}`;
}

const DISRUPTIONS: Readonly<Record<string, string>> = {
  reboot: 'rebooted',
  stop: 'stopped and started again',
  replace: 'deleted and made anew',
  delete: 'deleted',
};

export function control(report: Report): Html {
  return html`<h2 id="control">Who controls it</h2>${report.clouds.map(cloud)}
${report.clouds.length === 0 ? html`<p>No cloud is named.</p>` : ''}`;
}

function cloud({ id, title, entity, owners, ownersKnownTo, claims, interfaces }: CloudReport): Html {
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
${claims.length === 0 ? html`<p>No certificate is known.</p>` : ''}`;
}

export function resources({ resources, clouds, source }: Report): Html {
  const plan = source.from === 'plan';
  const byId = new Map(clouds.map((one) => [one.id, one]));
  const head = [
    'resource',
    'change',
    'carried by',
    'place',
    'size',
    'certificates',
    ...(plan ? ['now'] : []),
    'a month',
  ];
  const rows = resources.map((one) => [
    html`${one.address}${one.name ? html`<br><small>${one.name}</small>` : ''}`,
    one.action,
    carrier(one.cloud === null ? undefined : byId.get(one.cloud), one.cloud),
    placeWords(one.place),
    one.size ?? DASH,
    certificates(one, one.cloud === null ? undefined : byId.get(one.cloud)),
    ...(plan ? [amount(one.cost.now)] : []),
    amount(one.cost.planned),
  ]);
  return html`<h2 id="resources">Each resource</h2>${table('All resources', head, rows)}`;
}

function carrier(cloud: CloudReport | undefined, id: string | null): Html {
  if (!cloud) return html`${id ?? 'not known yet'}`;
  const { title, entity } = cloud;
  return html`${title}<br><small>${entity ? `${entity.name} (${entity.country})` : 'entity unknown'}</small>`;
}

/** What its cloud holds that speaks of it; what is more or less than held says so. */
function certificates({ claims }: ResourceReport, cloud: CloudReport | undefined): string {
  const words = claims.flatMap((i) => {
    const claim = cloud?.claims[i];
    if (!claim) return [];
    const title = claim.level ? `${claim.title} ${claim.level}` : claim.title;
    return claim.status === 'held' ? title : `${title} (${claim.status})`;
  });
  return words.join(', ') || DASH;
}

function placeWords({ id, country, city, evidence }: ResourceReport['place']): Html {
  if (id === null) return html`${DASH}`;
  if (id === 'global') return html`everywhere`;
  const where = country === null ? 'country unknown' : countryName(country);
  return html`${id}<br><small>${city ? `${city}, ` : ''}${where}</small> ${evidence ? proof(evidence) : ''}`;
}

export function policies({ resources, policy }: Report): Html {
  if (!policy) return html`<h2 id="policy">What the policy says</h2><p>No policy was given.</p>`;
  const said = [
    ...policy.together.map((one) => ({ address: 'all of it', one })),
    ...resources.flatMap(({ address, policy: findings }) => (findings ?? []).map((one) => ({ address, one }))),
  ];
  const rows = said.map(({ address, one }) => [
    address,
    one.rule,
    html`<span class="verdict ${one.verdict}">${verdictWords(one.verdict)}</span>`,
    html`${one.because}${one.accepted ? html`; accepted: ${one.accepted}` : ''} ${one.evidence.map((page) => html`${proof(page)} `)}`,
  ]);
  return html`<h2 id="policy">What the policy says</h2>
<p>All of it: <span class="verdict ${policy.verdict}">${verdictWords(policy.verdict)}</span>${policy.admitted ? '' : ', and so not admitted'}.</p>
${table('Findings', ['resource', 'rule', 'verdict', 'because'], rows)}`;
}

export function limits({ notCovered, cost }: Report): Html {
  return html`<h2 id="limits">What this does not say</h2><ul>
<li>Every fact stands with the page that says it and the day it was read. <em>Unknown</em> means that nobody was found who says it; it is no good sign and no bad one.</li>
${cost.unpriced.length > 0 ? html`<li>No price in the model: ${cost.unpriced.join(', ')}.</li>` : ''}
${notCovered.length > 0 ? html`<li>Other resources, of other providers or of no kind that stands at a cloud, of which nothing is said here: ${notCovered.map(({ type, count }) => `${type} (${count})`).join(', ')}.</li>` : ''}
</ul>`;
}

function verdictWords(verdict: string): string {
  return verdict === 'not-met' ? 'not met' : verdict;
}

/** The page that says it, and when it was read. No request is made until somebody follows it. */
function proof({ url, observedOn, confidence }: Evidence): Html {
  const words = `${confidence === 'low' ? 'said by a third party, ' : ''}read ${observedOn}`;
  // A link is one only to the web: `javascript:` in a file of one's own would be run.
  return /^https?:\/\//.test(url) ? html`<a href="${url}" rel="noreferrer">[${words}]</a>` : html`[${words}: ${url}]`;
}

function table(caption: string, head: readonly string[], rows: readonly (readonly (Html | string)[])[]): Html {
  if (rows.length === 0) return html``;
  const number = (i: number) =>
    head[i] === 'a month' || head[i] === 'now' || head[i] === 'share' ? ' class="number"' : '';
  return html`<div class="wide" tabindex="0" role="region" aria-label="${caption}"><table><thead><tr>${head.map((one, i) => cell('th', number(i), one))}</tr></thead>
<tbody>${rows.map(
    (row) => html`<tr>${row.map((one, i) => cell('td', number(i), one))}</tr>
`,
  )}</tbody></table></div>`;
}

function cell(tag: 'td' | 'th', number: string, content: Html | string): Html {
  const scope = tag === 'th' ? html` scope="col"` : html``;
  const classes = number ? html` class="number"` : html``;
  return tag === 'th' ? html`<th${scope}${classes}>${content}</th>` : html`<td${classes}>${content}</td>`;
}
