import * as z from 'zod';
import type { CloudRequest } from '../core/http.js';
import { badRequest } from './errors.js';

/** The request's body in that shape. @throws Refusal that names the first field that does not fit. */
export function read<T extends z.ZodType>(request: CloudRequest, shape: T): z.output<T> {
  const parsed = shape.safeParse(request.body ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') || (issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : 'body');
  throw badRequest(`[${field}] ${issue?.message ?? 'is not valid'}`);
}

/** RFC 3339, as OVHcloud writes moments. */
export function date(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}

export const name = z.string().min(1).max(255);
