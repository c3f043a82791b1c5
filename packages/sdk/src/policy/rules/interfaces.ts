import { sourceOf } from '../finding.js';
import { best, type Verdict } from '../verdict.js';
import { listed } from '../words.js';
import { type Rule, SAY_IT, titleOf } from './rule.js';

/** The service speaks one of the open interfaces, so that others can take its place. */
export const interfaces: Rule = (question) => {
  const { policy, candidate, record } = question;
  const { service } = candidate;
  const wanted = policy.interfaces ?? [];
  if (wanted.length === 0 || service === null) return [];
  const title = titleOf(question);
  const facts = (record?.interfaces ?? []).filter((fact) => wanted.includes(fact.interface));
  const speaks = facts.find(({ services }) => services === undefined || services.includes(service));
  if (speaks) {
    const because = `${title} offers ${service} by ${speaks.interface}, an open interface`;
    return [{ verdict: 'met', because, evidence: [sourceOf(speaks)], next: [] }];
  }
  // Who is known to speak each of them for other services alone speaks none here.
  const verdict: Verdict = best(
    wanted.map((one) => (facts.some((fact) => fact.interface === one) ? 'not-met' : 'unknown')),
  );
  const others = facts.map((fact) => `${fact.interface} for ${listed(fact.services ?? [])}`);
  const elsewhere = others.length > 0 ? `; it has ${others.join(', ')}` : '';
  const because =
    verdict === 'unknown'
      ? `whether ${title} offers ${service} by ${listed(wanted, 'or')} is not known${elsewhere}`
      : `${title} offers ${service} by none of ${listed(wanted)}${elsewhere}`;
  const next = verdict === 'unknown' ? [SAY_IT] : [`use a cloud that offers ${service} by ${listed(wanted, 'or')}`];
  return [{ verdict, because, evidence: facts.map(sourceOf), next }];
};
