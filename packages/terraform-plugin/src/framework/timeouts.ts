import { DiagnosticError } from './diagnostics.js';
import { isDuration, millisecondsOf } from './duration.js';

/** What may have a time limit; the names are Terraform's convention. */
export type Operation = 'create' | 'read' | 'update' | 'delete' | 'open' | 'invoke';

/** The `timeouts` of a configuration, a plan or a state: what it leaves out has its default. */
export type Limits<O extends Operation> = { readonly [K in O]?: unknown } | null;

/** One type's time limits: the attribute that the user sets them by, and what heeds them. */
export interface Timeouts<O extends Operation> {
  /** For the schema, as `timeouts`. */
  readonly attribute: TimeoutsAttribute<O>;
  /** The same as a block, `timeouts { create = "1h30m" }`, for configurations that have it already. */
  readonly block: TimeoutsAttribute<O> & { readonly block: true };
  /**
   * Does the work with a signal that is aborted when the time is up, or by what aborts `signal`. Then the call ends with an error that names
   * the limit, also where the work goes on. What must not be lost has to be `saved` before.
   */
  within<T>(
    operation: O,
    limits: Limits<O>,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T>;
}

interface TimeoutsAttribute<O extends Operation> {
  readonly nested: 'single';
  readonly optional: true;
  readonly description: string;
  readonly attributes: { readonly [K in O]: TimeoutAttribute };
}

interface TimeoutAttribute {
  readonly type: 'string';
  readonly optional: true;
  readonly description: string;
  readonly validators: readonly [(value: string) => string | undefined];
}

/**
 * Time limits that users can change, with their defaults: `timeouts = { create = "1h30m" }`.
 *
 * @example
 * const limits = timeouts({ create: '20m', delete: '5m' });
 * const cluster = defineResource<Client>()({
 *   schema: defineSchema({ attributes: { name: attr.string({ required: true }), timeouts: limits.attribute } }),
 *   create: ({ plan }, { client, signal }) =>
 *     limits.within('create', plan.timeouts, signal, (signal) => client.create(plan.name, { signal })),
 *   …
 * });
 */
export function timeouts<const D extends { readonly [K in Operation]?: string }>(
  defaults: D,
): Timeouts<Extract<keyof D, Operation>> {
  type O = Extract<keyof D, Operation>;
  const all = Object.entries(defaults) as [O, string][];
  for (const [operation, text] of all) {
    if (!isDuration(text)) throw new TypeError(`The default of timeouts.${operation} is no duration: "${text}"`);
  }
  const attributes = all.map(([operation, text]): [O, TimeoutAttribute] => [operation, attributeOf(operation, text)]);
  const attribute = {
    nested: 'single',
    optional: true,
    description: 'How long operations may take.',
    attributes: Object.fromEntries(attributes) as { [K in O]: TimeoutAttribute },
  } as const;
  return {
    attribute,
    block: { ...attribute, block: true },
    within: (operation, limits, signal, work) => {
      const said = limits?.[operation];
      return limited(operation, typeof said === 'string' ? said : defaults[operation]!, signal, work);
    },
  };
}

const AS_IN = '"30s" or "1h30m"';

function attributeOf(operation: Operation, text: string): TimeoutAttribute {
  return {
    type: 'string',
    optional: true,
    description: `How long \`${operation}\` may take, as in ${AS_IN}. Default: \`"${text}"\`.`,
    validators: [(value) => (isDuration(value) ? undefined : `Must be a duration, as in ${AS_IN}.`)],
  };
}

async function limited<T>(
  operation: Operation,
  limit: string,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = new DiagnosticError(`It took longer than ${limit}, which is the limit for ${operation}`, {
    at: ['timeouts', operation],
    detail: `What was begun may still come to its end. Raise timeouts.${operation} if it needs more time.`,
  });
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      controller.abort(late);
      reject(late);
    }, millisecondsOf(limit));
  });
  try {
    const doing = work(AbortSignal.any([outer, controller.signal]));
    return await Promise.race([doing, end]);
  } finally {
    clearTimeout(timer);
  }
}
