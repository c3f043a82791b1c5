import type { Type } from '../cty/type.js';
import type { Unknown } from '../cty/unknown.js';
import type { Logger } from '../goplugin/log.js';
import type { ValueOf } from './schema/infer.js';

/** A parameter of a function: plain data, so that types can be inferred from it. */
export interface Parameter {
  readonly name: string;
  readonly type: Type;
  /** For numbers: whole, and within ±2^53, so that a JS `number` holds it. Checked by the framework. */
  readonly integer?: boolean;
  readonly description?: string;
  /** Null may be given; otherwise core refuses it before the call. */
  readonly nullable?: boolean;
  /** Values that are not known yet may be given; otherwise core takes the result for unknown without a call. */
  readonly unknowns?: boolean;
}

type ArgumentOf<P> = P extends { type: infer T }
  ?
      | (P extends { integer: true } ? number : ValueOf<T, P extends { unknowns: true } ? 'config' : 'state'>)
      | (P extends { nullable: true } ? null : never)
      | (P extends { unknowns: true } ? Unknown : never)
  : never;

/** The arguments of a call, in order; those of the variadic parameter follow the others. */
export type ArgumentsOf<P extends readonly Parameter[], V extends Parameter | undefined> = [
  ...{ -readonly [K in keyof P]: ArgumentOf<P[K]> },
  ...(V extends Parameter ? ArgumentOf<V>[] : []),
];

export interface FunctionContext {
  readonly signal: AbortSignal;
  readonly log: Logger;
}

/** A function of the provider: `provider::acme::slug("Hello")`. Called without a configured provider; the same arguments give the same result. */
export interface ProviderFunction<
  P extends readonly Parameter[] = readonly Parameter[],
  V extends Parameter | undefined = Parameter | undefined,
  R extends Type = Type,
> {
  /** One line. */
  readonly summary?: string;
  readonly description?: string;
  /** Why it is deprecated and what to use instead. */
  readonly deprecated?: string;
  readonly parameters: P;
  /** Takes any number of further arguments. */
  readonly variadic?: V;
  readonly returns: R;
  /** Throw a {@link FunctionError} to say which argument is to blame. */
  run(
    args: ArgumentsOf<P, V>,
    context: FunctionContext,
  ): ValueOf<R> | null | Unknown | Promise<ValueOf<R> | null | Unknown>;
}

/**
 * Infers the types of the arguments and of the result from the parameters.
 *
 * @example
 * const slug = defineFunction({
 *   summary: 'A text as a part of a URL',
 *   parameters: [
 *     { name: 'text', type: 'string' },
 *     { name: 'most', type: 'number', integer: true },
 *   ],
 *   returns: 'string',
 *   run: ([text, most]) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, most),
 * });
 */
export function defineFunction<
  const P extends readonly Parameter[],
  const R extends Type,
  const V extends Parameter | undefined = undefined,
>(definition: ProviderFunction<P, V, R>): ProviderFunction {
  return definition as unknown as ProviderFunction;
}

/** Thrown by a function: what is wrong, and with which argument (from 0). */
export class FunctionError extends Error {
  readonly argument: number | undefined;

  constructor(message: string, { argument, cause }: { readonly argument?: number; readonly cause?: unknown } = {}) {
    super(message, { cause });
    this.name = 'FunctionError';
    this.argument = argument;
  }
}
