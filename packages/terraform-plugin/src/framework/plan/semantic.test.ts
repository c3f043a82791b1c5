import fc from 'fast-check';
import { runs } from '../../../test/runs.js';
import { conform } from '../../cty/conform.js';
import { valuesEqual } from '../../cty/equal.js';
import type { ObjectValue, Value } from '../../cty/value.js';
import { appliedState, stateOf } from '../apply/result.js';
import { Diagnostics } from '../diagnostics.js';
import type { Attributes } from '../schema/attribute.js';
import { attr } from '../schema/builders.js';
import { compileSchema } from '../schema/compiled.js';
import { same } from '../schema/same.js';
import { checkPlan } from './check-plan.js';
import { propose } from './propose.js';
import { replacements } from './replacements.js';

// What means the same is no difference: at plan, at apply and at refresh the spelling that is there stays. Wherever the attribute stands.

const leaves = {
  region: attr.string({ optional: true, requiresReplace: true, equal: same.ignoringCase }),
  source: attr.string({ optional: true, requiresReplace: true, equal: same.network }),
  policy: attr.string({ optional: true, requiresReplace: true, equal: same.json }),
  tags: attr.list('string', { optional: true, requiresReplace: true, equal: same.ignoringOrder }),
};
const element = { name: attr.string({ required: true, requiresReplace: true }), ...leaves };
const attributes: Attributes = {
  ...leaves,
  one: attr.nested.single(leaves, { optional: true }),
  list: attr.nested.list(element, { optional: true }),
  map: attr.nested.map(leaves, { optional: true }),
  set: attr.nested.set(element, { optional: true }),
};
const schema = compileSchema({ attributes });

/** A value, and another one that means the same. */
type Pair = readonly [Value, Value];

const letters = fc.stringMatching(/^[a-z]{1,8}$/);
const region: fc.Arbitrary<Pair> = fc
  .tuple(letters, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }))
  .map(([text, capital]) => [text, [...text].map((one, i) => (capital[i] ? one.toUpperCase() : one)).join('')]);
const source: fc.Arbitrary<Pair> = fc.oneof(
  fc.tuple(fc.nat(0xffff_ffff), fc.nat(0xffff_ffff), fc.integer({ min: 0, max: 32 })).map(([ip, other, bits]): Pair => {
    const host = bits === 32 ? 0 : 2 ** (32 - bits) - 1;
    const dotted = (n: number) => [24, 16, 8, 0].map((shift) => (n >>> shift) & 255).join('.');
    return [`${dotted(ip)}/${bits}`, `${dotted(((ip & ~host) | (other & host)) >>> 0)}/${bits}`];
  }),
  fc.tuple(fc.array(fc.nat(0xffff), { minLength: 8, maxLength: 8 }), fc.boolean()).map(([groups, whole]): Pair => {
    const short = groups.map((group) => group.toString(16)).join(':');
    const long = groups.map((group) => group.toString(16).padStart(4, '0').toUpperCase()).join(':');
    return [`${short}/128`, whole ? long : `${long}/128`];
  }),
);
const policy: fc.Arbitrary<Pair> = fc
  .jsonValue({ maxDepth: 3 })
  .map((json) => [JSON.stringify(json), JSON.stringify(turned(json), null, 3)]);
const tags: fc.Arbitrary<Pair> = fc
  .tuple(fc.array(letters, { maxLength: 4 }), fc.nat())
  .map(([list, at]) => [list, [...list.slice(at % 4), ...list.slice(0, at % 4)]]);

function turned(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(turned);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  );
}

const pairs = { region, source, policy, tags };

/** Both spellings of an object, and of everything in it. */
function spelled(arbitraries: { readonly [name: string]: fc.Arbitrary<Pair> }): fc.Arbitrary<Pair> {
  const entries = Object.entries(arbitraries).map(([name, one]) =>
    fc.option(one, { nil: [null, null] as Pair, freq: 5 }).map((pair) => [name, pair] as const),
  );
  return fc.tuple(...entries).map((all): Pair => {
    const side = (index: 0 | 1): Value => Object.fromEntries(all.map(([name, pair]) => [name, pair[index]]));
    return [side(0), side(1)];
  });
}

const numbered = fc.array(spelled(pairs), { maxLength: 3 }).map((elements): Pair => {
  const side = (index: 0 | 1) => elements.map((pair, i) => ({ ...(pair[index] as ObjectValue), name: `n${i}` }));
  return [side(0), side(1)];
});
const keyed = fc.dictionary(fc.constantFrom('k', 'l'), spelled(pairs), { noNullPrototype: true }).map((map): Pair => {
  const side = (index: 0 | 1) => Object.fromEntries(Object.entries(map).map(([key, pair]) => [key, pair[index]]));
  return [side(0), side(1)];
});
const shuffled = fc.tuple(numbered, fc.boolean()).map(([[left, right], turn]): Pair => {
  return [left, turn ? [...(right as Value[])].reverse() : right];
});
const whole = spelled({ ...pairs, one: spelled(pairs), list: numbered, map: keyed, set: shuffled });

const canonical = (value: Value) =>
  conform(schema.type, value, ({ at, message }) => {
    throw new Error(`${at.join('.')} ${message}`);
  });

test('a configuration that means what is there plans nothing, and is no plan that core would refuse', () => {
  fc.assert(
    fc.property(whole, ([was, written]) => {
      const [prior, config] = [canonical(was), canonical(written)];
      const planned = propose(schema, { config, prior });
      expect(valuesEqual(schema.type, planned, prior)).toBe(true);
      expect(replacements(schema, { config, prior, planned }, { updatable: true, named: [] })).toEqual([]);
      const diagnostics = new Diagnostics();
      checkPlan(schema, { config, prior, planned }, diagnostics);
      expect(diagnostics.all).toEqual([]);
    }),
    runs(100),
  );
});

test('what comes back from create, update or read otherwise spelled is kept as it was', () => {
  fc.assert(
    fc.property(whole, ([was, given]) => {
      const prior = canonical(was);
      const diagnostics = new Diagnostics();
      expect(valuesEqual(schema.type, appliedState(schema, prior, given, diagnostics), prior)).toBe(true);
      expect(valuesEqual(schema.type, stateOf(schema, given, prior, diagnostics), prior)).toBe(true);
      expect(diagnostics.all).toEqual([]);
    }),
    runs(100),
  );
});

test('what means something else is planned as written', () => {
  fc.assert(
    fc.property(whole, whole, ([was], [, written]) => {
      const [prior, config] = [canonical(was), canonical(written)];
      const planned = propose(schema, { config, prior }) as ObjectValue;
      for (const [name, { equal }] of Object.entries(leaves)) {
        const [before, said] = [(prior as ObjectValue)[name]!, (config as ObjectValue)[name]!];
        const alike = before !== null && said !== null && (equal as (a: Value, b: Value) => boolean)(before, said);
        expect(planned[name]).toEqual(alike ? before : said);
      }
    }),
    runs(100),
  );
});
