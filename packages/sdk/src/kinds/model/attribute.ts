import * as z from 'zod';

/** Who sets an attribute: the user must, the user may, the user may and the cloud does otherwise, only the cloud. */
export type Role = 'required' | 'optional' | 'either' | 'computed';

/** What a kind says of an attribute besides its type. This is the only place where any of it stands. */
export interface AttributeFacts {
  /** One or two sentences for docs, schema and bindings: the meaning and the unit. */
  description: string;
  /** Value taken when the user gives none (role `optional` only). */
  default?: unknown;
  /** What a change does unless a cell says otherwise: `update` in place (default), or `replace`. */
  change?: 'update' | 'replace';
  /** Id of another resource of this kind at the same cloud. */
  ref?: string;
  /** Never shown in logs, plans or docs' examples. */
  secret?: boolean;
  /** Sent, never stored: not part of the state. */
  writeOnly?: boolean;
  /** Clouds do not give it back: the state keeps what the user said, and an import leaves it open. */
  unreadable?: boolean;
  /** Computed once, when the thing is made or changed; a later read does not move it (prices, resolved names). */
  pinned?: boolean;
  /** Words that the plan resolves to the value of that computed attribute; what counts as a change is that value. */
  decides?: string;
  /** The value follows from these other attributes: it is unknown at plan only when one of them changes. */
  follows?: readonly string[];
  /** Whether two written forms mean the same (order, case, comments). The older form is kept then. */
  same?: (a: never, b: never) => boolean;
  /** What is said is the least that is wanted: more is no difference. */
  atLeast?: boolean;
  /** Attributes of the objects, where the type is a list of objects. */
  fields?: Attributes;
}

/** One attribute: its zod type, who sets it, and its facts. */
export interface Attribute<T extends z.ZodType = z.ZodType, R extends Role = Role, W extends boolean = boolean>
  extends AttributeFacts {
  type: T;
  role: R;
  writeOnly?: W;
}

export interface Attributes {
  [name: string]: Attribute;
}

/** The user must give it. */
export function required<T extends z.ZodType>(type: T, facts: AttributeFacts): Attribute<T, 'required', false> {
  return { ...facts, type, role: 'required', writeOnly: false };
}

/** The user may give it; without a default its absence means "none". */
export function optional<T extends z.ZodType>(type: T, facts: AttributeFacts): Attribute<T, 'optional', false> {
  return { ...facts, type, role: 'optional', writeOnly: false };
}

/** The user may give it; otherwise the cloud or the plan fills it in. */
export function either<T extends z.ZodType>(type: T, facts: AttributeFacts): Attribute<T, 'either', false> {
  return { ...facts, type, role: 'either', writeOnly: false };
}

/** Only the cloud knows it. */
export function computed<T extends z.ZodType>(type: T, facts: AttributeFacts): Attribute<T, 'computed', false> {
  return { ...facts, type, role: 'computed', writeOnly: false };
}

/** Sent to the cloud and never stored. */
export function writeOnly<T extends z.ZodType>(type: T, facts: AttributeFacts): Attribute<T, 'optional', true> {
  return { ...facts, type, role: 'optional', writeOnly: true, unreadable: true };
}

/** A list of objects whose fields are attributes themselves. */
export function listOf<F extends Attributes>(fields: F): { type: z.ZodArray<ObjectOf<F>>; fields: F } {
  const shape = Object.fromEntries(
    Object.entries(fields).map(([name, f]) => [name, f.role === 'required' ? f.type : f.type.nullish()]),
  );
  return { type: z.array(z.strictObject(shape)) as never, fields };
}

type Given<F extends Attributes> = {
  [K in keyof F as F[K]['role'] extends 'required' ? K : never]: z.infer<F[K]['type']>;
} & {
  [K in keyof F as F[K]['role'] extends 'optional' | 'either' ? K : never]?: z.infer<F[K]['type']> | null;
};
type ObjectOf<F extends Attributes> = z.ZodType<Given<F>>;

/** What a user writes. */
export type SpecOf<A extends Attributes> = Given<A>;

/** What the SDK hands back: every attribute but the write-only ones, null where there is none. */
export type StateOf<A extends Attributes> = {
  [K in keyof A as true extends A[K]['writeOnly'] ? never : K]:
    | z.infer<A[K]['type']>
    | (A[K]['role'] extends 'required' ? never : null);
};
