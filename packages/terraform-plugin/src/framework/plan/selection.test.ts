import fc from 'fast-check';
import { runs } from '../../../test/runs.js';
import type { ObjectValue, Value } from '../../cty/value.js';
import type { Attribute, Attributes } from '../schema/attribute.js';
import { selectionOf } from './selection.js';
import { DESCEND, type Step, transform } from './transform.js';

/** Attributes in which `sensitive` stands for what somebody has something to do with, and a value of each. */
const attributes: fc.Arbitrary<Attributes> = fc.letrec<{ attributes: Attributes }>((tie) => ({
  attributes: fc.dictionary(
    fc.stringMatching(/^[a-z]{1,3}$/),
    fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.boolean().map((sensitive): Attribute => ({ type: 'string', optional: true, sensitive })),
      fc
        .tuple(
          fc.boolean(),
          fc.constantFrom('single' as const, 'list' as const, 'map' as const, 'set' as const),
          tie('attributes'),
        )
        .map(([sensitive, nested, inner]): Attribute => ({ nested, attributes: inner, optional: true, sensitive })),
    ),
    { maxKeys: 5, noNullPrototype: true },
  ),
})).attributes;

function objectOf(all: Attributes): fc.Arbitrary<ObjectValue> {
  const values = Object.entries(all).map(([name, attribute]) => [name, someValue(attribute)] as const);
  return fc.record(Object.fromEntries(values), { noNullPrototype: true });
}

function someValue(attribute: Attribute): fc.Arbitrary<Value> {
  if (!('nested' in attribute)) return fc.option(fc.string({ maxLength: 3 }));
  const object = objectOf(attribute.attributes);
  const all: fc.Arbitrary<Value> =
    attribute.nested === 'single'
      ? object
      : attribute.nested === 'map'
        ? fc.dictionary(fc.string({ maxLength: 3 }), object, { maxKeys: 3, noNullPrototype: true })
        : fc.array(object, { maxLength: 3 });
  return fc.option(all);
}

const planned = attributes.chain((all) => objectOf(all).map((value) => ({ all, value })));

test('what is not selected is as it would be if it were looked at', () => {
  const selection = selectionOf(({ sensitive }) => sensitive === true);
  fc.assert(
    fc.property(planned, ({ all, value }) => {
      const seen: string[][] = [[], []];
      const step =
        (which: number): Step =>
        (attribute, moments, path) => {
          if (!attribute.sensitive) return DESCEND;
          seen[which]!.push(path.join('.'));
          return typeof moments.planned === 'string' ? `${moments.planned}!` : DESCEND;
        };
      const moments = { config: null, prior: null, planned: value };
      const before = structuredClone(value);
      expect(transform(all, moments, step(0), selection)).toEqual(transform(all, moments, step(1)));
      expect(seen[0]).toEqual(seen[1]);
      expect(value).toEqual(before);
    }),
    runs(300),
  );
});

test('a schema in which nothing is selected is not gone through', () => {
  const selection = selectionOf(() => false);
  const step: Step = () => {
    throw new Error('looked at');
  };
  const all: Attributes = {
    a: { nested: 'list', attributes: { b: { type: 'string', optional: true } }, optional: true },
  };
  const value = { a: [{ b: 'x' }] };
  expect(transform(all, { config: null, prior: null, planned: value }, step, selection)).toEqual(value);
});
