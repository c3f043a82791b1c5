import {
  type Claim,
  holdsFor,
  placeFactOf,
  reachesLevel,
  SCHEMES,
  type Service,
  statusOn,
} from '../../claims/index.js';
import { sourceOf } from '../finding.js';
import type { CertificationRule } from '../model.js';
import { best, type Verdict } from '../verdict.js';
import { listed } from '../words.js';
import { type Question, type Rule, SAY_IT, titleOf } from './rule.js';

/** The service is covered by each certificate that the policy wants of it. */
export const certifications: Rule = (question) => {
  const { service } = question.candidate;
  if (service === null) return [];
  const wanted = (question.policy.certifications ?? []).filter(
    ({ services }) => services === undefined || services.includes(service),
  );
  return wanted.map((one) => judged(one, service, question));
};

function judged(wanted: CertificationRule, service: Service, question: Question): ReturnType<Rule>[number] {
  const name = `${SCHEMES[wanted.scheme].title}${wanted.level ? ` ${wanted.level}` : ''}`;
  const claims = (question.record?.claims ?? []).filter(({ scheme }) => scheme === wanted.scheme);
  const title = titleOf(question);
  if (claims.length === 0) {
    const because = `whether ${title} holds ${name} is not known: no claim to it is on record`;
    return { verdict: 'unknown', because, evidence: [], next: [SAY_IT] };
  }
  const seen = claims.map((claim) => ({ claim, ...claimSays(claim, wanted, service, question) }));
  const verdict = best(seen.map((one) => one.verdict));
  const telling = seen.filter((one) => one.verdict === verdict);
  // Of several that are good enough one is enough to say.
  const told = verdict === 'met' ? telling.slice(0, 1) : telling;
  return {
    verdict,
    because: `${title}, ${name}: ${told.map(({ says }) => says).join('; ')}`,
    evidence: told.map(({ claim }) => sourceOf(claim)),
    next:
      verdict === 'met'
        ? []
        : verdict === 'unknown'
          ? [SAY_IT]
          : [`use a cloud that holds ${name} for ${service}`, 'or accept another status or level in the policy'],
  };
}

/** What one claim is worth against what is wanted, and why. */
function claimSays(
  claim: Claim,
  { level, statuses = ['held'] }: CertificationRule,
  service: Service,
  { candidate: { place }, record, facts }: Question,
): { verdict: Verdict; says: string } {
  const { scope, validUntil } = claim;
  const status = statusOn(claim, facts.today);
  const by = claim.assessedBy === 'unknown' ? '' : `, assessed by ${claim.assessedBy}`;
  const until = validUntil === null ? '' : `, valid until ${validUntil}`;
  const has = `${STATUS_WORDS[status]}${claim.level ? ` at ${claim.level}` : ''}`;
  if (!holdsFor({ scope: { services: scope.services } }, service, undefined))
    return { verdict: 'not-met', says: `${has} for ${listed(scope.services ?? [])}, not for ${service}` };
  if (place && scope.regions) {
    const region = record && placeFactOf(record, place.id, ...(place.within ?? []))?.region;
    const there = [place.id, ...(place.within ?? []), ...(region ? [region] : [])];
    if (!there.some((id) => scope.regions?.includes(id)))
      return { verdict: 'not-met', says: `${has} for ${listed(scope.regions)}, not for ${place.id}` };
  }
  if (status === 'expired' && !statuses.includes('expired')) {
    const since = validUntil !== null && validUntil < facts.today ? `: it was valid until ${validUntil}` : '';
    return { verdict: 'not-met', says: `expired${since}${by}` };
  }
  if (!statuses.includes(status))
    return {
      verdict: 'not-met',
      says: `${has}, and the policy counts ${listed(
        statuses.map((one) => STATUS_WORDS[one]),
        'or',
      )} alone`,
    };
  const reached = reachesLevel(claim.scheme, claim.level, level);
  if (reached === null) return { verdict: 'unknown', says: `${has}, at a level that no source tells${by}` };
  if (!reached) return { verdict: 'not-met', says: `${has} alone${by}` };
  return { verdict: 'met', says: `${has} for ${scope.services ? service : 'the cloud as a whole'}${by}${until}` };
}

const STATUS_WORDS = {
  held: 'held',
  'third-party-assessment': 'assessed by a third party',
  'self-declared': 'self-declared',
  'in-process': 'in process',
  expired: 'expired',
} as const;
