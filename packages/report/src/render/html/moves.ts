import { mayMove } from '../../model/moves.js';
import type { CandidateReport, CloudReport, Report, ResourceReport } from '../../model/schema.js';
import { carrier, certificates, placeWords } from './cells.js';
import { type Html, html } from './escape.js';
import { amount } from './money.js';
import { DASH, proof, table, verdictWords } from './table.js';

/** That it may, where it is told of the resource itself. */
export function movesBriefly({ mayMoveTo }: Pick<ResourceReport, 'mayMoveTo'>): Html {
  if (mayMoveTo === null) return html`<br><small>its candidates are not known yet</small>`;
  if (mayMoveTo.length === 0) return html``;
  const places = mayMoveTo.length === 1 ? '1 other place' : `${mayMoveTo.length} other places`;
  return html`<br><small>planned at; <a href="#moves">may move to ${places}</a></small>`;
}

/** Where each thing is planned and where it may be made in place of that, in the order in which that is tried; nothing where none may. */
export function moves({ resources, clouds, policy }: Report): Html {
  const movers = resources.filter(mayMove);
  if (movers.length === 0) return html``;
  const byId = new Map(clouds.map((one) => [one.id, one]));
  const head = [
    'resource',
    'where',
    'carried by',
    'place',
    'size',
    'certificates',
    ...(policy ? ['policy'] : []),
    'a month',
  ];
  const rows = movers.flatMap((one) => {
    const open = [[html`<b>may move</b>`, html`to what is known when the plan is carried out`]];
    const places = [
      line('planned at', one.cloud, { ...one, cost: one.cost.planned }, byId, policy !== null),
      ...(one.mayMoveTo ?? []).map((other) => line('may move to', other.cloud, other, byId, policy !== null)),
    ];
    const all = one.mayMoveTo === null ? open.map((cells) => filled(cells, head.length - 1)) : places;
    return all.map((cells, i) => [
      i === 0 ? html`${one.address}` : html`<span class="again">${one.address}</span>`,
      ...cells,
    ]);
  });
  return html`<h2 id="moves">Where it may move</h2>
<p>Each of these is made at the first of its candidates that is not sold out there and within the quota, and stays where it was made. It is planned at the first; the others follow in the order in which they are tried.</p>
${table('Where resources may move', head, rows)}`;
}

function line(
  where: string,
  cloud: string | null,
  one: Pick<CandidateReport, 'place' | 'size' | 'claims' | 'policy' | 'cost'>,
  clouds: ReadonlyMap<string, CloudReport>,
  judged: boolean,
): (Html | string)[] {
  const known = cloud === null ? undefined : clouds.get(cloud);
  return [
    html`<b>${where}</b>`,
    carrier(known, cloud),
    placeWords(one.place),
    one.size ?? DASH,
    certificates(one, known),
    ...(judged ? [verdictOf(cloud, one.policy ?? [])] : []),
    amount(one.cost),
  ];
}

/** All rules in one word, and whatever is not met by its sentence. */
function verdictOf(cloud: string | null, findings: NonNullable<CandidateReport['policy']>): Html {
  if (cloud === null) return html`<span class="verdict unknown">not known yet</span>`;
  const open = findings.filter(({ verdict }) => verdict !== 'met');
  if (open.length === 0) return html`<span class="verdict met">met</span>`;
  const lines = open.map(({ rule, verdict, because, accepted, evidence }) => {
    const pages = evidence.map((page) => html`${proof(page)} `);
    return html`<li><span class="verdict ${verdict}">${verdictWords(verdict)}</span> (${rule}): ${because}${accepted ? html`; accepted: ${accepted}` : ''} ${pages}</li>`;
  });
  return html`<ul class="plain">${lines}</ul>`;
}

function filled(cells: readonly Html[], length: number): (Html | string)[] {
  return [...cells, ...Array.from({ length: length - cells.length }, () => DASH)];
}
