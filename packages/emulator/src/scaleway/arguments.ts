import * as z from 'zod';
import type { CloudRequest } from '../core/http.js';
import { type BadArgument, invalidArguments } from './errors.js';

/** The request's body in that shape. @throws Refusal that names every argument that does not fit. */
export function read<T extends z.ZodType>(request: CloudRequest, shape: T): z.output<T> {
  const parsed = shape.safeParse(request.body ?? {});
  if (parsed.success) return parsed.data;
  throw invalidArguments(...parsed.error.issues.map(badArgument));
}

function badArgument(issue: z.core.$ZodIssue): BadArgument {
  const argument_name = issue.path.join('.');
  if (issue.code === 'invalid_type' && issue.message === REQUIRED) return { argument_name, reason: 'required' };
  const reason = issue.code === 'invalid_type' || issue.code === 'invalid_format' ? 'format' : 'constraint';
  return { argument_name, reason, help_message: issue.message };
}

const REQUIRED = 'required';
const required = { error: (issue: { input?: unknown }) => (issue.input === undefined ? REQUIRED : undefined) };

/** A string that must be there. */
export const text = () => z.string(required);
export const tags = z.array(z.string());
export const bytes = z.int().min(0);
