import { BlockList, isIP } from 'node:net';
import { Dynamic } from '../../cty/dynamic.js';
import { valuesEqual } from '../../cty/equal.js';
import { type Json, parseJson } from '../../cty/json-text.js';
import type { Value } from '../../cty/value.js';

/**
 * What counts as the same though it is written otherwise, for the `equal` of an attribute: then the spelling in the state stays, at plan, at
 * apply and at refresh.
 *
 * @example
 * attr.string({ optional: true, equal: same.json });
 */
export const same = {
  /** Letters in capitals or not: `EU-1` and `eu-1`. */
  ignoringCase: (prior: string, next: string): boolean => prior.toLowerCase() === next.toLowerCase(),

  /** The same elements as often, in any order. For lists; a set has no order anyway. */
  ignoringOrder: <T extends Value>(prior: readonly T[], next: readonly T[]): boolean => {
    const [left, right] = [prior, next].map((list) => list.map(spelled).sort());
    return left!.length === right!.length && left!.every((one, index) => one === right![index]);
  },

  /** The same network: `10.0.0.7/24` and `10.0.0.0/24`, `2001:DB8::/32` and `2001:db8:0::/32`, `10.0.0.1` and `10.0.0.1/32`. */
  network: (prior: string, next: string): boolean => {
    const [left, right] = [networkOf(prior), networkOf(next)];
    if (left === undefined || right === undefined) return prior === next;
    return left.bits === right.bits && left.family === right.family && left.holds(right.address);
  },

  /** The same JSON: keys in any order, spaces where they may be, numbers by what they are. */
  json: (prior: string, next: string): boolean => {
    try {
      return valuesEqual('dynamic', Dynamic.of(value(parseJson(prior))), Dynamic.of(value(parseJson(next))));
    } catch {
      return prior === next;
    }
  },
};

function spelled(element: Value): string {
  if (typeof element === 'string') return `s${element}`;
  return typeof element === 'object' && element !== null
    ? JSON.stringify(element, (_key, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner))
    : `${typeof element} ${String(element)}`;
}

function networkOf(text: string) {
  const [address = '', length, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return undefined;
  const most = version === 4 ? 32 : 128;
  const bits = length === undefined ? most : Number(length);
  if (!Number.isInteger(bits) || bits < 0 || bits > most || length === '') return undefined;
  const family = version === 4 ? ('ipv4' as const) : ('ipv6' as const);
  const list = new BlockList();
  list.addSubnet(address, bits, family);
  return { address, bits, family, holds: (other: string) => list.check(other, family) };
}

/** JSON's values are Terraform's. */
function value(json: Json): Value {
  return json as Value;
}
