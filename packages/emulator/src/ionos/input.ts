import * as z from 'zod';
import type { CloudRequest } from '../core/http.js';
import { invalid } from './errors.js';

/** The request's body in that shape. @throws Refusal `422` at the first place that does not fit */
export function read<T extends z.ZodType>(request: CloudRequest, shape: T): z.output<T> {
  const parsed = shape.safeParse(request.body ?? {});
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  const path = (first?.path ?? []).map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`));
  throw invalid(path.join('').replace(/^\./, ''), first?.message ?? 'does not fit');
}

/** A thing as it is sent: its properties, and what shall be inside of it. What the API says of it is let pass, and not looked at. */
export function sent<P extends z.ZodType, E extends z.ZodType>(properties: P, entities: E) {
  return z.strictObject({
    id: z.string().nullish(),
    type: z.unknown().optional(),
    href: z.unknown().optional(),
    metadata: z.unknown().optional(),
    properties,
    entities: entities.optional(),
  });
}

export const collectionOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item).default([]) }).nullish();
export const nothing = z.strictObject({}).nullish();
export const text = z.string().nullish();
export const flag = z.boolean().nullish();
export const whole = z.int().nullish();
