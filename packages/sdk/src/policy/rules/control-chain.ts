import {
  type Control,
  type ControlLink,
  type ControlStatement,
  type Evidence,
  ownersOf,
  statementWords,
} from '../../claims/index.js';
import { countriesHold, countryName } from '../countries.js';
import { exceptionFor } from '../exceptions.js';
import { statementSuffices } from '../statements.js';
import type { Verdict } from '../verdict.js';
import { listed } from '../words.js';
import { type Question, titleOf } from './rule.js';

/** What is to be said of one entity in the chain. */
export interface Point {
  verdict: Verdict;
  /** A sentence, for whoever reads it alone. */
  says: string;
  /** The country that is to blame. */
  country?: string;
  evidence: readonly Evidence[];
  /** A statement that would settle it, if its kind counted. */
  uncounted?: ControlStatement['status'];
}

/** A point with the entities that whoever it is about stands behind. */
type Placed = Point & { below: readonly string[] };

/** What is to be said of a cloud's control: of the contracting party first, then of each who has power over it, then of what is missing. */
export function chainPoints(control: Control, question: Question): Point[] {
  const { contractingEntity: party, knownTo } = control;
  const accepted = isAccepted(party.country, party.name, question);
  const contract: Placed = {
    below: [],
    verdict: accepted ? 'met' : 'not-met',
    says: `the contract is with ${party.name} in ${countryName(party.country)}`,
    country: party.country,
    evidence: [party],
  };
  const above = owners(control, party.name, [party.name], question);
  const below = [party.name];
  const says = `who stands behind ${party.name} is not known to the end`;
  const end: Placed[] = knownTo === 'partial' ? [{ verdict: 'unknown', says, evidence: [party], below }] : [];
  return settled([contract, ...above, ...end], control, question);
}

/** What is unknown, settled by what is said of those owners where the policy lets that count, and told beside it where not. */
function settled(points: readonly Placed[], { statements = [] }: Control, question: Question): Point[] {
  const { policy, facts } = question;
  const good = statements.filter((one) => statementSuffices(policy, one, facts.today));
  const told = new Map<ControlStatement, Point>();
  const rest = points.flatMap(({ below, ...point }): Point[] => {
    const about = point.verdict === 'unknown' ? good.filter(({ of }) => below.includes(of)) : [];
    const counted = about.find(({ status }) => policy.control?.statements.includes(status));
    const one = counted ?? about[0];
    if (!one) return [point];
    const says = statementWords(one, titleOf(question));
    if (counted) told.set(one, { verdict: 'met', says, evidence: [one] });
    else
      told.set(one, {
        ...{ verdict: 'unknown', evidence: [one], uncounted: one.status },
        says: `${says}, which this policy does not count`,
      });
    return counted ? [] : [point];
  });
  return [...rest, ...told.values()];
}

/** Who has power over an entity, and over those in turn. A holder of unknown power is followed too, but can do no more than raise doubt. */
function owners(control: Control, entity: string, seen: readonly string[], question: Question): Placed[] {
  const holders = ownersOf(control, entity).filter(
    ({ sort, entity: owner }) => sort !== 'free-float' && !seen.includes(owner),
  );
  const points = holders.flatMap((link): Placed[] => {
    const power = powerOf(link, question);
    if (power === 'none') return [];
    const above = owners(control, link.entity, [...seen, link.entity], question);
    const all = [{ ...pointOf(link, seen, question), below: seen }, ...above];
    return power === 'unknown' ? all.map(doubtful) : all;
  });
  return [...points, ...jointly(entity, holders, question).map((point) => ({ ...point, below: seen }))];
}

/** Whether a holder decides: because a source says so, or by a share that the policy no longer takes for an investment. */
function powerOf({ holds, share }: ControlLink, { policy }: Question): 'power' | 'none' | 'unknown' {
  if (holds === 'control') return 'power';
  if (share === null) return 'unknown';
  return share > (policy.control?.maxSharePercent ?? 0) ? 'power' : 'none';
}

/** @param below those whom the holder stands behind, the contracting party first and the entity that is held last */
function pointOf(link: ControlLink, below: readonly string[], question: Question): Point {
  const { entity, country, share, holds, of } = link;
  const held = share === null ? 'an unknown share' : percent(share);
  const how = holds === 'control' ? `controls ${of}${share === null ? '' : ` with ${held}`}` : `has ${held} of ${of}`;
  const way = below.length > 1 ? `, which stands behind ${listed(below.slice(0, -1).reverse())}` : '';
  const says = (where: string) => `${entity}${where} ${how}${way}`;
  const evidence = [link];
  if (country === null) {
    const verdict = isExcepted(entity, question) ? 'met' : 'unknown';
    return { verdict, says: says(', of a country that is not known,'), evidence };
  }
  const accepted = isAccepted(country, entity, question);
  return { verdict: accepted ? 'met' : 'not-met', says: says(` in ${countryName(country)}`), country, evidence };
}

/** Holders from elsewhere who together have more than the policy lets them. */
function jointly(entity: string, holders: readonly ControlLink[], question: Question): Point[] {
  const limit = question.policy.control?.maxJointSharePercent ?? 100;
  const foreign = holders.filter(
    ({ country, entity: owner }) => country !== null && !isAccepted(country, owner, question),
  );
  const sum = foreign.reduce((total, { share }) => total + (share ?? 0), 0);
  const [alone] = foreign.length === 1 ? foreign : [];
  // One who decides by that share is named already.
  if (sum <= limit || (alone && powerOf(alone, question) === 'power')) return [];
  const names = foreign.map(({ entity: owner, country }) => `${owner} in ${countryName(country ?? '')}`).join(', ');
  const says = `${names} ${alone ? 'has' : 'have'} ${percent(sum)} of ${entity}${alone ? '' : ' together'}, more than ${percent(limit)}`;
  return [{ verdict: 'not-met', says, evidence: foreign }];
}

function doubtful(point: Placed): Placed {
  return point.verdict === 'not-met' ? { ...point, verdict: 'unknown' } : point;
}

function isAccepted(country: string, entity: string, question: Question): boolean {
  const { policy, facts } = question;
  return countriesHold(policy.control?.countries ?? [], country, facts.today) || isExcepted(entity, question);
}

function isExcepted(entity: string, { policy, candidate, facts }: Question): boolean {
  return exceptionFor(policy, { rule: 'control', cloud: candidate.cloud, entity }, facts.today) !== undefined;
}

function percent(share: number): string {
  return `${Number(share.toFixed(2))} %`;
}
