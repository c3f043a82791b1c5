import type { Decimal } from '../../cty/decimal.js';
import type { Dynamic } from '../../cty/dynamic.js';
import type { Type } from '../../cty/type.js';
import type { Unknown } from '../../cty/unknown.js';
import type { NumberValue, ObjectValue, Value } from '../../cty/value.js';
import type { Attributes, Schema } from './attribute.js';

/**
 * The five moments of a value.
 * `config`: as written, unknowns anywhere. `settings`: the configuration at apply, all known. `plan`: while planning,
 * unknowns anywhere. `planned`: the plan at apply, only computed values unknown. `state`: all known.
 */
export type Moment = 'config' | 'settings' | 'plan' | 'planned' | 'state';

/** What the user wrote; anything may be unknown. */
export type ConfigOf<S extends Schema> = ObjectOf<S['attributes'], 'config'>;
/** What the user wrote, at apply: all known. */
export type SettingsOf<S extends Schema> = ObjectOf<S['attributes'], 'settings'>;
/** The plan in the making; anything may be unknown. */
export type PlanOf<S extends Schema> = ObjectOf<S['attributes'], 'plan'>;
/** The plan at apply: computed values may be unknown. */
export type PlannedOf<S extends Schema> = ObjectOf<S['attributes'], 'planned'>;
/** What is stored: all known. */
export type StateOf<S extends Schema> = ObjectOf<S['attributes'], 'state'>;

export type ObjectOf<A extends Attributes, M extends Moment> = string extends keyof A
  ? ObjectValue
  : { -readonly [K in keyof A]: AttributeValue<A[K], M> };

type AttributeValue<A, M extends Moment> = A extends { writeOnly: true }
  ? M extends 'config' | 'settings'
    ? Bare<A, M> | Absent<A, M> | Undecided<A, M>
    : null
  : Bare<A, M> | Absent<A, M> | Undecided<A, M>;

type Absent<A, M extends Moment> = A extends { required: true } | { block: true; nested: 'list' | 'set' }
  ? never
  : A extends { default: infer D }
    ? D extends null | undefined
      ? null
      : M extends 'config' | 'settings'
        ? null
        : never
    : null;

type Undecided<A, M extends Moment> = M extends 'config' | 'plan'
  ? Unknown
  : M extends 'planned'
    ? A extends { computed: true }
      ? Unknown
      : never
    : never;

type Bare<A, M extends Moment> = A extends { nested: infer N; attributes: infer As extends Attributes }
  ? N extends 'single'
    ? ObjectOf<As, M>
    : N extends 'map'
      ? { [key: string]: ObjectOf<As, M> | Inner<M> }
      : (ObjectOf<As, M> | Inner<M>)[]
  : A extends { integer: true }
    ? number
    : A extends { type: infer T }
      ? ValueOf<T, M>
      : Value;

type Inner<M extends Moment> = M extends 'config' | 'plan' ? Unknown : never;

/** The JS value of a type; `Type` itself, not known in detail, gives any value. */
export type ValueOf<T, M extends Moment = 'state'> = [Type] extends [T]
  ? Exclude<Value, null | Unknown>
  : T extends 'string'
    ? string
    : T extends 'number'
      ? NumberValue
      : T extends 'bool'
        ? boolean
        : T extends 'dynamic'
          ? Dynamic
          : T extends readonly ['list' | 'set', infer E]
            ? (ValueOf<E, M> | Inner<M>)[]
            : T extends readonly ['map', infer E]
              ? { [key: string]: ValueOf<E, M> | Inner<M> }
              : T extends readonly ['object', infer O]
                ? { -readonly [K in keyof O]: ValueOf<O[K], M> | Inner<M> | null }
                : T extends readonly ['tuple', infer Es]
                  ? { -readonly [K in keyof Es]: ValueOf<Es[K], M> | Inner<M> | null }
                  : Decimal;
