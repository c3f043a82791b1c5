import type { Type } from '../../cty/type.js';
import type { NumberValue } from '../../cty/value.js';
import type { AttributeOptions, Attributes, Schema } from './attribute.js';
import type { ObjectOf, ValueOf } from './infer.js';

type Single<A extends Attributes> = ObjectOf<A, 'state'>;

/** Options whose default the compiler checks; that of anything else is checked when the schema is first asked for. */
type Defaulted<V> = AttributeOptions<V> & { readonly default?: V | null };

/** What a block may say of itself: whether it is there is the user's business, and validators count how many. */
type BlockOptions<V> = Pick<
  AttributeOptions<V>,
  'description' | 'deprecated' | 'requiresReplace' | 'equal' | 'validators'
>;

/**
 * Builders for attributes, from which types are inferred. Their results are plain data: `{ type: 'string', … }`.
 *
 * @example
 * const server = defineSchema({
 *   attributes: {
 *     name: attr.string({ required: true, requiresReplace: true }),
 *     ports: attr.list('number', { optional: true }),
 *     id: attr.string({ computed: true, keepsPriorState: true }),
 *   },
 * });
 */
export const attr = {
  string: <const O extends Defaulted<string>>(options: O) => ({ ...options, type: 'string' as const }),
  bool: <const O extends Defaulted<boolean>>(options: O) => ({ ...options, type: 'bool' as const }),
  /** Any number, exactly: `number | bigint | Decimal`. */
  number: <const O extends Defaulted<NumberValue>>(options: O) => ({ ...options, type: 'number' as const }),
  /** A whole number within ±2^53: always a `number`. */
  integer: <const O extends Defaulted<number>>(options: O) => ({
    ...options,
    type: 'number' as const,
    integer: true as const,
  }),
  /** A value that carries its own type, held as `Dynamic`. */
  dynamic: <const O extends AttributeOptions<ValueOf<'dynamic'>>>(options: O) => ({
    ...options,
    type: 'dynamic' as const,
  }),
  list: <const T extends Type, const O extends AttributeOptions<ValueOf<T>[]>>(element: T, options: O) => ({
    ...options,
    type: ['list', element] as const,
  }),
  set: <const T extends Type, const O extends AttributeOptions<ValueOf<T>[]>>(element: T, options: O) => ({
    ...options,
    type: ['set', element] as const,
  }),
  map: <const T extends Type, const O extends AttributeOptions<{ [key: string]: ValueOf<T> }>>(
    element: T,
    options: O,
  ) => ({ ...options, type: ['map', element] as const }),
  /** A plain object type; use `nested.single` where its attributes have properties of their own. */
  object: <
    const T extends Readonly<Record<string, Type>>,
    const O extends AttributeOptions<ValueOf<readonly ['object', T]>>,
  >(
    fields: T,
    options: O,
  ) => ({ ...options, type: ['object', fields] as const }),
  nested: {
    single: <const A extends Attributes, const O extends AttributeOptions<Single<A>>>(attributes: A, options: O) => ({
      ...options,
      nested: 'single' as const,
      attributes,
    }),
    list: <const A extends Attributes, const O extends AttributeOptions<Single<A>[]>>(attributes: A, options: O) => ({
      ...options,
      nested: 'list' as const,
      attributes,
    }),
    set: <const A extends Attributes, const O extends AttributeOptions<Single<A>[]>>(attributes: A, options: O) => ({
      ...options,
      nested: 'set' as const,
      attributes,
    }),
    map: <const A extends Attributes, const O extends AttributeOptions<{ [key: string]: Single<A> }>>(
      attributes: A,
      options: O,
    ) => ({ ...options, nested: 'map' as const, attributes }),
  },
  /**
   * Blocks, `rule { port = 80 }`, for who takes over configurations that have them, as those of providers in Go do. For anything new take
   * `nested`: it can be required, computed or have a default, and be the result of any expression. There is never a null of a list or a set
   * of blocks, but an empty one. Blocks hold attributes and blocks; attributes hold no blocks.
   */
  block: {
    single: <const A extends Attributes, const O extends BlockOptions<Single<A>>>(
      attributes: A,
      options: O = {} as O,
    ) => ({ ...options, ...BLOCK, nested: 'single' as const, attributes }),
    list: <const A extends Attributes, const O extends BlockOptions<Single<A>[]>>(
      attributes: A,
      options: O = {} as O,
    ) => ({ ...options, ...BLOCK, nested: 'list' as const, attributes }),
    set: <const A extends Attributes, const O extends BlockOptions<Single<A>[]>>(
      attributes: A,
      options: O = {} as O,
    ) => ({ ...options, ...BLOCK, nested: 'set' as const, attributes }),
  },
};

const BLOCK = { block: true, optional: true } as const;

/** Keeps the literal types of a schema written as data or by {@link attr}, so that types can be inferred from it. */
export function defineSchema<const S extends Schema>(schema: S): S {
  return schema;
}
