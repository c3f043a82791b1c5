import { conform } from '../../cty/conform.js';
import { valuesEqual } from '../../cty/equal.js';
import { formatPath, type Path, typePath } from '../../cty/path.js';
import type { Type } from '../../cty/type.js';
import { isUnknown } from '../../cty/unknown.js';
import type { ObjectValue, Value } from '../../cty/value.js';
import type { PlanContext } from '../context.js';
import type { Diagnostics } from '../diagnostics.js';
import type { Resource } from '../resource.js';
import type { CompiledSchema } from '../schema/compiled.js';
import { blocksFilled } from './blocks.js';
import { checkPlan } from './check-plan.js';
import { markUnknown } from './mark-unknown.js';
import { overlay } from './overlay.js';
import { propose } from './propose.js';
import { replacements } from './replacements.js';

export interface PlanRequest {
  readonly config: Value;
  readonly prior: Value;
}

export interface PlanResult {
  /** `prior` itself where nothing changes. */
  readonly planned: Value;
  readonly replaces: readonly Path[];
}

/** What may come of it, without asking the resource: the configuration with its defaults, and unknown whatever it does not say. */
export function forecast(schema: CompiledSchema, request: PlanRequest): Value {
  const { config, prior } = request;
  return markUnknown(schema, { config, prior, planned: propose(schema, request) });
}

/** Plans a create (`prior` null) or a change. Every rule that core holds a plan to is kept here, for every resource. */
export async function planChange(
  resource: Resource,
  schema: CompiledSchema,
  request: PlanRequest,
  context: Omit<PlanContext<unknown>, 'requiresReplace'>,
): Promise<PlanResult> {
  const { config, prior } = request;
  let planned = propose(schema, request);
  const changed = prior === null || !valuesEqual(schema.type, planned, prior);
  // What is as it was is the very value that was: who encodes it can tell.
  planned = changed ? markUnknown(schema, { config, prior, planned }) : prior;

  const named: Path[] = [];
  if (resource.plan) {
    const input = { config: config as ObjectValue, prior: prior as ObjectValue | null, changed };
    const hooks = Object.assign(context, { requiresReplace: (path: Path) => void named.push(path) });
    const given = await resource.plan({ ...input, proposed: planned as ObjectValue }, hooks);
    if (given !== undefined && given !== null) {
      const whole = conformed(schema, overlay(schema.attributes, planned, given), context.diagnostics);
      planned = blocksFilled(schema, whole);
    }
    checkPlan(schema, { config, prior, planned }, context.diagnostics);
  }
  if (prior === null) return { planned, replaces: [] };
  for (const path of named) {
    if (leadsSomewhere(schema.type, prior, path) || leadsSomewhere(schema.type, planned, path)) continue;
    context.diagnostics.error(`${formatPath(path) || 'an empty path'} is said to replace, and is nowhere`, {
      detail: 'The provider named this path to requiresReplace: please report it to its authors.',
    });
  }
  if (planned === prior && named.length === 0) return { planned, replaces: [] };
  const updatable = resource.update !== undefined;
  return { planned, replaces: replacements(schema, { config, prior, planned }, { updatable, named }) };
}

/** Core takes no path that neither value has. Into a set it cannot point: there the set is meant. */
function leadsSomewhere(type: Type, value: Value, path: Path): boolean {
  const steps = typePath(type, path).length;
  let here: unknown = value;
  for (const step of path.slice(0, steps)) {
    if (isUnknown(here)) return true;
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return false;
    here = (here as { [key: string | number]: unknown })[step];
  }
  return steps > 0;
}

function conformed(schema: CompiledSchema, given: unknown, diagnostics: Diagnostics): Value {
  return conform(schema.type, given, ({ at, message }) => {
    diagnostics.error(`${at.at(-1) ?? 'the plan'} ${message}`, { at, detail: 'The provider returned this from plan.' });
  });
}
