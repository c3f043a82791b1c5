import type { ObjectValue, Value } from '../../cty/value.js';
import type { ApplyContext, ResourceContext } from '../context.js';
import { DiagnosticError } from '../diagnostics.js';
import type { Resource } from '../resource.js';
import type { Schema } from '../schema/attribute.js';
import type { CompiledSchema } from '../schema/compiled.js';
import { partialState } from './partial.js';
import { appliedState } from './result.js';

export interface ApplyRequest {
  readonly prior: Value;
  readonly planned: Value;
  readonly config: Value;
}

/**
 * Creates (`prior` null), deletes (`planned` null) or updates. `remember` is told the state to store should this fail
 * from here on.
 */
export async function applyChange(
  resource: Resource,
  schema: CompiledSchema,
  request: ApplyRequest,
  context: ResourceContext<unknown>,
  remember: (state: Value) => void,
): Promise<Value> {
  const { prior, planned } = request;
  if (planned === null) {
    await resource.delete?.(prior as ObjectValue, context);
    return null;
  }
  let stored: Value = prior ?? planned;
  const saving: ApplyContext<unknown, Schema> = Object.assign(context, {
    saved(state: { [name: string]: unknown }) {
      stored = partialState(schema, stored, state);
      remember(stored);
    },
  });
  const given = await perform(resource, request, saving);
  const state = appliedState(schema, planned, given, context.diagnostics);
  remember(state);
  return state;
}

async function perform(
  resource: Resource,
  { prior, planned, config }: ApplyRequest,
  context: ApplyContext<unknown, Schema>,
): Promise<object> {
  const input = { config: config as ObjectValue, plan: planned as ObjectValue };
  const [verb, given] =
    prior === null
      ? ['create', await resource.create(input, context)]
      : ['update', await resource.update?.({ ...input, state: prior as ObjectValue }, context)];
  if (typeof given === 'object' && given !== null) return given;
  throw new DiagnosticError(`The provider's ${verb} returned no state`, {
    detail: 'Please report this to its authors.',
  });
}
