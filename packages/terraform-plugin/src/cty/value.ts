import type { Decimal } from './decimal.js';
import type { Dynamic } from './dynamic.js';
import type { Unknown } from './unknown.js';

/** Numbers are exact: `number` where that is exact, `bigint` beyond 2^53, {@link Decimal} for what neither can hold. */
export type NumberValue = number | bigint | Decimal;

/** Any value of any type. Lists, sets and tuples are arrays; maps and objects are plain objects. */
export type Value = null | string | boolean | NumberValue | Unknown | Dynamic | Value[] | { [key: string]: Value };

/** An object value: the whole of a resource, a data source or a provider configuration. */
export type ObjectValue = { [key: string]: Value };
