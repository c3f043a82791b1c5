import type { KindCapability } from './gather.js';

type Limit = KindCapability['limits'][number];

/** A limit as words: `size_gib 10 to 10240`, `firewall_ids at most 1`. */
export function limitWords({ attribute, min, max, minItems, maxItems, oneOf, of }: Limit): string {
  const said = [
    oneOf && `one of ${oneOf.join(', ')}`,
    min !== undefined && max !== undefined ? `${min} to ${max}` : undefined,
    min !== undefined && max === undefined ? `at least ${min}` : undefined,
    min === undefined && max !== undefined ? `at most ${max}` : undefined,
    minItems !== undefined && `at least ${minItems} ${of}`,
    maxItems !== undefined && `at most ${maxItems} ${of}`,
  ];
  return `${attribute} ${said.filter(Boolean).join(', ')}`;
}

/** What is not offered of a kind that is: `public_ipv4=true`. */
export function withoutWords({ what }: KindCapability['without'][number]): string {
  return `no ${what}`;
}

/** What is otherwise than the model promises: `rules: answers are let in by their ports`. */
export function partWords({ attribute, what }: KindCapability['partly'][number]): string {
  return `${attribute}: ${what}`;
}
