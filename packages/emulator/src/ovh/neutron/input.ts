import type { z } from 'zod';
import type { CloudRequest } from '../../core/http.js';
import { badInput } from './errors.js';

/** The request's body in that shape. @throws Refusal that names the first field that does not fit. */
export function input<T extends z.ZodType>(request: CloudRequest, shape: T): z.output<T> {
  const parsed = shape.safeParse(request.body ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw badInput(`Invalid input for ${String(issue?.path.at(-1) ?? 'body')}. Reason: ${issue?.message}.`);
}
