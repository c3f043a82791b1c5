import type { z } from 'zod';
import type { CloudRequest } from '../core/http.js';
import { fault, neutronError } from './errors.js';

/** The body of a request to Nova or Cinder. @throws Refusal in the words of their validation */
export function body<T extends z.ZodType>({ body: given }: CloudRequest, shape: T): z.output<T> {
  const parsed = shape.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  const [problem] = parsed.error.issues;
  const at = problem?.path.join('/');
  throw fault(400, `Invalid input for field/attribute ${at || 'body'}. Value: unknown. ${problem?.message}`);
}

/** The body of a request to Neutron, which takes no attribute that it does not know. @throws Refusal */
export function neutronBody<T extends z.ZodType>({ body: given }: CloudRequest, shape: T): z.output<T> {
  const parsed = shape.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  const [problem] = parsed.error.issues;
  if (problem?.code === 'unrecognized_keys')
    throw neutronError(400, 'HTTPBadRequest', `Unrecognized attribute(s) '${problem.keys.join(', ')}'`);
  throw neutronError(
    400,
    'HTTPBadRequest',
    `Invalid input for ${String(problem?.path.at(-1) ?? 'body')}. Reason: ${problem?.message}.`,
  );
}
