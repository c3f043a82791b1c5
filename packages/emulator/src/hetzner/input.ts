import * as z from 'zod';
import type { CloudRequest } from '../core/http.js';
import { invalidInput } from './errors.js';
import { labelsShape } from './labels.js';

/**
 * The request's body in the given shape. Unknown fields are ignored.
 *
 * @throws HetznerError `invalid_input` naming every field that is wrong.
 */
export function read<S extends z.ZodType>(request: CloudRequest, shape: S): z.output<S> {
  const parsed = shape.safeParse(request.body ?? {});
  if (parsed.success) return parsed.data;
  const fields: Record<string, string[]> = {};
  for (const issue of parsed.error.issues) {
    const name = issue.path.join('.') || 'body';
    fields[name] = [...(fields[name] ?? []), issue.message];
  }
  throw invalidInput(fields);
}

export const id = z.int().min(1);
/** What may be given by id or by unique name. */
export const reference = z.union([z.string().min(1), id]);
export const labels = labelsShape;
export const name = z.string().min(1).max(255);
/** docs.hetzner.cloud, volumes, read 2026-11. */
export const volumeName = z.string().regex(/^[a-z0-9A-Z]([a-z0-9A-Z_.-]{0,62}[a-z0-9A-Z])?$/, 'invalid volume name');
/** RFC 1123: labels of letters, digits and dashes. */
export const hostname = z
  .string()
  .max(253)
  .regex(
    /^[a-z0-9A-Z]([a-z0-9A-Z-]{0,61}[a-z0-9A-Z])?(\.[a-z0-9A-Z]([a-z0-9A-Z-]{0,61}[a-z0-9A-Z])?)*$/,
    'must be a valid hostname',
  );
export const protectDelete = z.object({ delete: z.boolean().optional() });
export const dnsPtr = z.object({ ip: z.string(), dns_ptr: z.string().nullable() });
