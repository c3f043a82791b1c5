import type { Path } from '../../cty/path.js';
import type { Type } from '../../cty/type.js';
import type { Unknown } from '../../cty/unknown.js';
import type { Value } from '../../cty/value.js';

/** What is wrong with a part of a value, and with which. */
export interface Fault {
  readonly message: string;
  readonly at: Path;
}

/** Says what is wrong with a known, non-null value, or nothing; of several things or of its parts each with the path. */
export type Validator<V = never> = (value: V, at: Path) => string | readonly Fault[] | undefined;

/** What every attribute may say of itself. Just one of `required`, `optional`, `computed` or optional + computed. */
export interface AttributeOptions<V = never> {
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly sensitive?: boolean;
  /** Reaches `create` and `update` by `config` alone; never stands in plan or state. Needs Terraform 1.11. */
  readonly writeOnly?: boolean;
  readonly description?: string;
  /** Why it is deprecated and what to use instead. */
  readonly deprecated?: string;
  /** Planned where the configuration says nothing; makes the attribute optional + computed. */
  readonly default?: Value;
  /**
   * A change of this attribute replaces the resource. A function decides from the two values: null is absent, and
   * what is planned may not be known yet.
   */
  readonly requiresReplace?: boolean | ((prior: V | null, planned: V | null | Unknown) => boolean);
  /** A computed value that updates do not change: planned as it was, in place of "known after apply". */
  readonly keepsPriorState?: boolean;
  /** The two values mean the same: the one already in the state stays. Called with known, non-null values. */
  readonly equal?: (prior: V, next: V) => boolean;
  readonly validators?: readonly Validator<V>[];
}

/** An attribute of a plain type. */
export interface ValueAttribute<V = never> extends AttributeOptions<V> {
  readonly type: Type;
  /** For numbers: whole, and within ±2^53, so that a JS `number` holds it. Checked by the framework. */
  readonly integer?: boolean;
}

/** How nested objects are held: one, a list, a map by name, or a set. */
export type Nesting = 'single' | 'list' | 'map' | 'set';

/** An attribute that holds objects whose attributes have properties of their own. */
export interface NestedAttribute<V = never> extends AttributeOptions<V> {
  readonly nested: Nesting;
  readonly attributes: Attributes;
  /** Written as blocks, `rule { … }`, and not as an attribute: see `attr.block`. */
  readonly block?: boolean;
}

/** Plain data (functions aside): may be built by hand, by the builders in `attr`, or from generated JSON. */
export type Attribute = ValueAttribute | NestedAttribute;
export type Attributes = { readonly [name: string]: Attribute };

/** The attributes of a resource, a data source or a provider. */
export interface Schema {
  readonly description?: string;
  readonly deprecated?: string;
  readonly attributes: Attributes;
}

/** A schema, or how to get it when it is first asked for. */
export type SchemaSource<S extends Schema = Schema> = S | (() => S);
