import * as z from 'zod';
import type { CloudRequest } from '../core/http.js';
import { invalid, missing } from './errors.js';

/** What stands below `root` of the request's body, in that shape. @throws Refusal that names the first attribute that is wrong. */
export function read<S extends z.ZodType>(request: CloudRequest, root: string, shape: S): z.output<S> {
  const body = request.body as Record<string, unknown> | undefined;
  const parsed = shape.safeParse(body?.[root] ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = issue?.path.findLast((part) => typeof part === 'string') ?? root;
  const absent = issue?.code === 'invalid_type' && issue.message.endsWith('undefined');
  throw absent ? missing(String(name)) : invalid(String(name));
}

/** Numbers come as text or as numbers, whatever the documentation says. */
export const count = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).pipe(z.int().min(0));
export const yesNo = z.enum(['yes', 'no']);
export const text = z.string();
