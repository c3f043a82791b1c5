import type { AnyKind } from '@hansa/sdk';
import { assertThat } from '../equal.js';
import type { Law, Trial } from '../law.js';

type Values = Record<string, unknown>;

export const notOfferedRefused: Law = {
  number: 7,
  sentence: "What the vendor doesn't offer is refused at plan time, with the clouds that do.",
  try: async (trial) => {
    const { handle, kind } = trial;
    const { cloud } = await handle.connect();
    const cell = cloud.cells[kind.name];
    for (const [what, { because }] of Object.entries((cell?.notOffered ?? {}) as Record<string, { because: string }>)) {
      await trial.check(`${what} is refused before anything is made`, () =>
        refused(trial, valueFor(kind, what), because),
      );
    }
    for (const [name, limit] of Object.entries(
      (cell?.limits ?? {}) as Record<string, { max?: number; maxItems?: number; because: string }>,
    )) {
      const over = beyond(kind, name, limit);
      if (over !== undefined)
        await trial.check(`${name} beyond the limit is refused before anything is made`, () =>
          refused(trial, { [name]: over }, limit.because),
        );
    }
    await trial.check('a place that is not there is refused with those that are', async () => {
      if (!('region' in kind.attributes)) return { skip: 'things of this kind stand at no place', source: 'the kind' };
      return refused(trial, { region: 'atlantis-1' }, 'use one of');
    });
    await trial.check('an attribute that is not in the model is refused', () =>
      refused(trial, { colour: 'red' }, 'no attribute'),
    );
  },
};

async function refused(trial: Trial, set: Values, words: string): Promise<undefined> {
  const changes: string[] = [];
  const fresh = trial.restart({
    onExchange: ({ method, path }) =>
      void (method !== 'GET' && !path.includes('/auth/tokens') && changes.push(`${method} ${path}`)),
  });
  const spec = { ...(await trial.ground.spec(trial.kind)), ...set };
  const { issues } = await fresh.cloud(trial.cloud).kind(trial.kind.name).plan({ spec, prior: null });
  const [first] = issues.filter((i) => i.severity === 'error');
  assertThat(first !== undefined, 'it is accepted');
  assertThat(
    first?.attribute[0] === Object.keys(set)[0],
    `the error stands at ${first?.attribute.join('.') || 'nothing'}`,
  );
  assertThat(
    `${first?.message} ${first?.next?.join(' ')}`.includes(words),
    `the error does not say "${words}": ${first?.message}`,
  );
  assertThat(changes.length === 0, `the plan sent ${changes.join(', ')}`);
  return undefined;
}

/** A specification of what is not offered: `publicIpv4=true` as it says, an attribute alone with any value of its type. */
function valueFor(kind: AnyKind, what: string): Values {
  const [name = what, value] = what.split('=');
  if (value !== undefined)
    return {
      [name]: value === 'true' ? true : value === 'false' ? false : /^\d+$/.test(value) ? Number(value) : value,
    };
  const samples: unknown[] = [{ key: 'value' }, 'text', '{"key":"value"}', true, 1, ['x']];
  return { [name]: samples.find((sample) => kind.attributes[name]?.type.safeParse(sample).success) };
}

function beyond(kind: AnyKind, name: string, limit: { max?: number; maxItems?: number }): unknown {
  if (limit.max !== undefined) return limit.max + 1;
  if (limit.maxItems === undefined) return undefined;
  const many = Array.from({ length: limit.maxItems + 1 }, (_, i) => `x${i}`);
  return kind.attributes[name]?.type.safeParse(many).success ? many : undefined;
}
