import { keysWords, type Service } from '../../claims/index.js';
import { sourceOf } from '../finding.js';
import { type Rule, titleOf } from './rule.js';

/** It cannot be deleted by accident, or by somebody else. */
export const deletionProtection: Rule = ({ policy, candidate }) =>
  asked(policy.deletionProtection, candidate.service, candidate.deletionProtected, {
    yes: 'is protected from deletion',
    no: 'can be deleted',
    next: ['protect it from deletion'],
  });

/**
 * The cloud encrypts its data with keys that the customer alone holds. Where that cannot be had there, it is not so; where it can, or nobody
 * knows whether it can, only who made the thing could tell. What Hansa makes has no such key: no cloud that it has a driver for takes one for a
 * server or a volume (docs/sovereignty.md tells each), so that no model has an attribute for it.
 */
export const customerKeys: Rule = (question) => {
  const { policy, candidate, record } = question;
  const { service } = candidate;
  const fact = record?.keys?.find(({ services }) => service !== null && services.includes(service));
  const told = asked(policy.customerKeys, service, candidate.customerKeys, {
    yes: 'is encrypted with keys that the customer alone holds',
    no: 'is not encrypted with keys of the customer',
    next: INSIDE,
    reason: NO_KEY_FROM_US,
  });
  if (!fact || told.every(({ verdict }) => verdict !== 'unknown')) return told;
  const says = `at ${titleOf(question)} a ${service} ${keysWords(fact)}`;
  const evidence = [sourceOf(fact)];
  if (fact.keys !== 'customer') return [{ verdict: 'not-met', because: says, evidence, next: INSIDE }];
  const because = `${says}; whether this one is, is not known: ${NO_KEY_FROM_US}`;
  return [{ verdict: 'unknown', because, evidence, next: INSIDE }];
};

const NO_KEY_FROM_US = 'Hansa gives no cloud such a key';
const INSIDE = [
  'encrypt it inside the machine, with keys that lie elsewhere',
  'and say so in an exception: { rule = "customer-keys", because = "…" }',
];

function asked(
  services: readonly Service[] | undefined,
  service: Service | null,
  is: boolean | undefined,
  words: { yes: string; no: string; next: readonly string[]; reason?: string },
): ReturnType<Rule> {
  if (service === null || !services?.includes(service)) return [];
  if (is === true) return [{ verdict: 'met', because: `the ${service} ${words.yes}`, evidence: [], next: [] }];
  const { yes, no, next, reason } = words;
  const open = `whether the ${service} ${yes} is not known${reason ? `: ${reason}` : ''}`;
  const because = is === false ? `the ${service} ${no}` : open;
  return [{ verdict: is === false ? 'not-met' : 'unknown', because, evidence: [], next }];
}
