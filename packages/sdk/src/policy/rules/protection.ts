import type { Service } from '../../claims/index.js';
import type { Rule } from './rule.js';

/** It cannot be deleted by accident, or by somebody else. */
export const deletionProtection: Rule = ({ policy, candidate }) =>
  asked(policy.deletionProtection, candidate.service, candidate.deletionProtected, {
    yes: 'is protected from deletion',
    no: 'can be deleted',
    next: 'protect it from deletion',
  });

/** Nobody but the customer can read its data. */
export const customerKeys: Rule = ({ policy, candidate }) =>
  asked(policy.customerKeys, candidate.service, candidate.customerKeys, {
    yes: 'is encrypted with keys that the customer alone holds',
    no: 'is not encrypted with keys of the customer',
    next: 'encrypt it inside the machine with keys of your own, and say so in an exception',
  });

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
