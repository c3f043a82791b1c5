import { type AnyKind, type Attributes, isCloudError } from '@hansa/sdk';
import { assertNone, assertThat, broken } from '../equal.js';
import { isWhole } from '../ground.js';
import type { Law, Trial } from '../law.js';

type Values = Record<string, unknown>;

export const changeAsDeclared: Law = {
  number: 3,
  sentence: 'Every attribute either updates in place, declares its disruption, or replaces; nothing changes silently.',
  try: async (trial) => {
    const { kind, ground, handle } = trial;
    const has = await ground.for(kind);
    let spec = await ground.spec(kind);
    let state = (await handle.kind(kind.name).create(spec as never)) as Values & { id: string };
    for (const change of kind.example.changes) {
      const given = typeof change.set === 'function' ? change.set(has) : change.set;
      const set = 'name' in given ? { ...given, name: ground.name(kind.name) } : given;
      const wanted = { ...spec, ...set };
      await trial.check(`${Object.keys(set).join(', ')} = ${brief(set)}`, async () => {
        if (!isWhole(set)) return { skip: `${trial.cloud} does not offer what it refers to`, source: 'its notOffered' };
        const refused = await refusal(trial, wanted, state);
        if (refused) return { skip: refused, source: `the driver's own limits for ${trial.cloud}` };
        [spec, state] = await applied(trial, wanted, state);
        return undefined;
      });
    }
    await handle.kind(kind.name).delete(state.id);
  },
};

/** The reason why this cloud does not offer the change, where it says so at plan time. */
async function refusal({ handle, kind }: Trial, spec: Values, prior: Values): Promise<string | undefined> {
  const plan = await handle.kind(kind.name).plan({ spec, prior });
  return plan.issues.find((i) => i.severity === 'error' && i.code === 'unsupported')?.message;
}

/** Makes the change as the plan says it, and holds the outcome against the plan. */
async function applied(
  { handle, kind }: Trial,
  spec: Values,
  prior: Values & { id: string },
): Promise<[Values, Values & { id: string }]> {
  const collection = handle.kind(kind.name);
  const plan = await collection.plan({ spec, prior });
  assertNone(plan.issues.filter((i) => i.severity === 'error').map((i) => i.message));
  if (plan.replace.length > 0) {
    assertThat(plan.disruption === 'replace', 'replaces without saying so in disruption');
    const inPlace = await collection.change({ spec, prior }).catch((error: unknown) => error);
    assertThat(isCloudError(inPlace, 'invalid'), 'an update in place is accepted although the plan replaces');
    await collection.delete(prior.id);
    const created = (await collection.create(spec as never)) as Values & { id: string };
    assertNone(broken(kind, spec, created));
    return [spec, created];
  }
  const state = (await collection.change({ spec, prior })) as Values & { id: string };
  assertThat(state.id === prior.id, 'the id changed although the plan did not replace');
  assertNone(broken(kind, spec, state));
  assertNone(silent(kind, [...plan.changed, ...plan.touched], plan.values, prior, state));
  const again = await collection.plan({ spec, prior: state });
  assertThat(again.changed.length === 0, `the plan after it would change ${again.changed.join(', ')}`);
  return [spec, state];
}

/** Attributes that changed though neither the user nor the plan said so. */
function silent(kind: AnyKind, changed: readonly string[], planned: Values, prior: Values, state: Values): string[] {
  return Object.entries(kind.attributes as Attributes)
    .filter(([name, { follows }]) => {
      const expected =
        changed.includes(name) || name in planned || follows?.some((other: string) => changed.includes(other));
      return !expected && JSON.stringify(prior[name]) !== JSON.stringify(state[name]);
    })
    .map(([name]) => `${name} changed silently from ${JSON.stringify(prior[name])} to ${JSON.stringify(state[name])}`);
}

function brief(set: Values): string {
  const text = Object.values(set)
    .map((value) => JSON.stringify(value))
    .join(', ');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
