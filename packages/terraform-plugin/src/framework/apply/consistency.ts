import { concreteType, conformsTo, hasDynamic, unwrapped } from '../../cty/concrete.js';
import { valuesEqual } from '../../cty/equal.js';
import { formatPath, type Path } from '../../cty/path.js';
import type { Type } from '../../cty/type.js';
import { isUnknown } from '../../cty/unknown.js';
import type { ObjectValue, Value } from '../../cty/value.js';
import type { Diagnostics } from '../diagnostics.js';
import { type CompiledSchema, typeOf } from '../schema/compiled.js';

/** What was planned as known must have come out so: core's rule, said by path. Values are not shown: they may be secret. */
export function checkConsistency(schema: CompiledSchema, planned: Value, state: Value, diagnostics: Diagnostics): void {
  for (const [name, attribute] of Object.entries(schema.attributes)) {
    const type = typeOf(attribute);
    const [wanted, actual] = [planned, state].map((value) => (value as ObjectValue | null)?.[name] ?? null);
    for (const at of attributeDeviations(type, wanted!, actual!, [name])) {
      diagnostics.error(`${formatPath(at)} came out otherwise than planned`, {
        at,
        detail: 'The provider returned another value than it had planned: please report this to its authors.',
      });
    }
  }
}

function attributeDeviations(type: Type, wanted: Value, actual: Value, at: Path): Iterable<Path> {
  if (valuesEqual(type, wanted, actual)) return [];
  if (!hasDynamic(type)) return deviations(type, wanted, actual, at);
  // Types that values carry count as those of the schema do: what was planned to be a text comes out as one.
  const planned = concreteType(type, wanted);
  if (!conformsTo(concreteType(type, actual), planned)) return [at];
  return deviations(planned, unwrapped(wanted), unwrapped(actual), at);
}

/** The paths at which `actual` is not what `wanted` leaves open. */
function* deviations(type: Type, wanted: Value, actual: Value, at: Path): Generator<Path> {
  // Of what has no type yet, anything may come.
  if (type === 'dynamic' || isUnknown(wanted) || valuesEqual(type, wanted, actual)) return;
  if (typeof type === 'string' || wanted === null || actual === null) {
    yield at;
    return;
  }
  if (type[0] === 'set') {
    if (!setFits(type[1], wanted as Value[], actual as Value[])) yield at;
    return;
  }
  const [left, right] = [wanted as ObjectValue, actual as ObjectValue];
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length || !keys.every((key) => Object.hasOwn(right, key))) {
    yield at;
    return;
  }
  const list = Array.isArray(wanted);
  for (const key of keys) {
    const inner =
      type[0] === 'list' || type[0] === 'map' ? type[1] : (type[1] as { readonly [key: string]: Type })[key]!;
    yield* deviations(inner, left[key]!, right[key]!, [...at, list ? Number(key) : key]);
  }
}

/** Elements that turn out alike become one: each planned one needs some counterpart, none may be without, and they never get more. */
function setFits(type: Type, wanted: readonly Value[], actual: readonly Value[]): boolean {
  const fits = (one: Value, other: Value): boolean => deviations(type, one, other, []).next().done === true;
  return (
    actual.length <= wanted.length &&
    wanted.every((one) => actual.some((other) => fits(one, other))) &&
    actual.every((other) => wanted.some((one) => fits(one, other)))
  );
}
