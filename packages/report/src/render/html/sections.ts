import { hasNoCloudYet, mayMove } from '../../model/moves.js';
import type { Report } from '../../model/schema.js';
import { type Bar, bars } from './bars.js';
import { carrier, certificates, placeWords } from './cells.js';
import { type Html, html } from './escape.js';
import { map, stands } from './map.js';
import { amount, change, money } from './money.js';
import { movesBriefly } from './moves.js';
import { DASH, proof, table, verdictWords } from './table.js';
import { countryName } from './tiles.js';

/** What a reader wants to know first. */
export function summary(report: Report): Html {
  const { resources, clouds, cost, interruptions, policy } = report;
  const placed = resources.filter(stands);
  const countries = new Set(placed.flatMap(({ place }) => place.country ?? []));
  const nowhere = placed.filter(({ place }) => place.country === null).length;
  const movers = resources.filter(mayMove);
  const open = resources.filter(hasNoCloudYet);
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
    ...(movers.length > 0 ? [['may be made elsewhere', movers.length] as [string, number]] : []),
    ['prices unknown', cost.unknown.length],
    ['interrupted', interruptions.length],
    ['policy', policy ? verdictWords(policy.verdict) : 'none given'],
  ];
  return html`<ul class="facts">${facts.map(([what, value]) => html`<li><b>${value}</b> <span>${what}</span></li>`)}</ul>
${movers.length > 0 ? html`<p class="note">${movers.length} of ${resources.length} resources may be made elsewhere than where they are planned, where that has none left when the plan is carried out: <a href="#moves">each place is listed</a>. Sums, charts and the map count them where they are planned.</p>` : ''}
${open.length > 0 ? html`<p class="note">At which cloud these are made is known when the plan is carried out: ${open.map(({ address }) => address).join(', ')}.</p>` : ''}
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
    html`${carrier(one.cloud === null ? undefined : byId.get(one.cloud), one.cloud)}${movesBriefly(one)}`,
    placeWords(one.place),
    one.size ?? DASH,
    certificates(one, one.cloud === null ? undefined : byId.get(one.cloud)),
    ...(plan ? [amount(one.cost.now)] : []),
    amount(one.cost.planned),
  ]);
  return html`<h2 id="resources">Each resource</h2>${table('All resources', head, rows)}`;
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
<p>All of it: <span class="verdict ${policy.verdict}">${verdictWords(policy.verdict)}</span>${policy.admitted ? '' : ', and so not admitted'}.${resources.some(mayMove) ? html` What may be made elsewhere is held against it at each place, <a href="#moves">listed there</a>.` : ''}</p>
${policy.unjudged.length > 0 ? html`<p class="note">At which cloud it is made is known when the plan is carried out, and so nothing could be held against the policy: ${policy.unjudged.join(', ')}.</p>` : ''}
${table('Findings', ['resource', 'rule', 'verdict', 'because'], rows)}`;
}

export function limits({ notCovered, cost }: Report): Html {
  return html`<h2 id="limits">What this does not say</h2><ul>
<li>Every fact stands with the page that says it and the day it was read. <em>Unknown</em> means that nobody was found who says it; it is no good sign and no bad one.</li>
${cost.unpriced.length > 0 ? html`<li>No price in the model: ${cost.unpriced.join(', ')}.</li>` : ''}
${notCovered.length > 0 ? html`<li>Other resources, of other providers or of no kind that stands at a cloud, of which nothing is said here: ${notCovered.map(({ type, count }) => `${type} (${count})`).join(', ')}.</li>` : ''}
</ul>`;
}
