import { keysWords, type Service } from '../../claims/index.js';
import { sourceOf } from '../finding.js';
import { type Rule, titleOf } from './rule.js';

/** It cannot be deleted by accident, or by somebody else. */
export const deletionProtection: Rule = ({ policy, candidate }) =>
  asked(policy.deletionProtection, candidate.service, candidate.deletionProtected, {
    yes: 'is protected from deletion',
    no: 'can be deleted',
    next: 'protect it from deletion',
  });

/**
 * The cloud encrypts its data with keys that the customer alone holds. Where that cannot be had there, it is not so; where it can, or nobody
 * knows whether it can, only who made the thing could tell, and no model has an attribute that says so.
 */
export const customerKeys: Rule = (question) => {
  const { policy, candidate, record } = question;
  const { service } = candidate;
  const fact = record?.keys?.find(({ services }) => service !== null && services.includes(service));
  const told = asked(policy.customerKeys, service, candidate.customerKeys, {
    yes: 'is encrypted with keys that the customer alone holds',
    no: 'is not encrypted with keys of the customer',
    next: INSIDE,
  });
  if (!fact || told.every(({ verdict }) => verdict !== 'unknown')) return told;
  const says = `at ${titleOf(question)} a ${service} ${keysWords(fact)}`;
  const evidence = [sourceOf(fact)];
  if (fact.keys !== 'customer') return [{ verdict: 'not-met', because: says, evidence, next: [INSIDE] }];
  const because = `${says}; whether this one is, is not known`;
  return [{ verdict: 'unknown', because, evidence, next: [INSIDE] }];
};

const INSIDE = 'encrypt it inside the machine with keys of your own, and say so in an exception';

function asked(
  services: readonly Service[] | undefined,
  service: Service | null,
  is: boolean | undefined,
  words: { yes: string; no: string; next: string },
): ReturnType<Rule> {
  if (service === null || !services?.includes(service)) return [];
  if (is === true) return [{ verdict: 'met', because: `the ${service} ${words.yes}`, evidence: [], next: [] }];
  const because = is === false ? `the ${service} ${words.no}` : `whether the ${service} ${words.yes} is not known`;
  return [{ verdict: is === false ? 'not-met' : 'unknown', because, evidence: [], next: [words.next] }];
}
