import { assertThat } from '../equal.js';
import type { Law } from '../law.js';

export const secondPlanEmpty: Law = {
  number: 2,
  sentence: 'The second plan is empty. The plan after import is empty.',
  try: async ({ kind, cloud, ground, handle, restart, check }) => {
    const spec = await ground.spec(kind);
    const created = (await handle.kind(kind.name).create(spec)) as Record<string, unknown> & { id: string };
    const planFrom = async (prior: Record<string, unknown> | null) => {
      assertThat(prior !== null, 'read finds nothing');
      const plan = await restart().cloud(cloud).kind(kind.name).plan({ spec, prior });
      assertThat(plan.issues.length === 0, JSON.stringify(plan.issues));
      assertThat(
        plan.changed.length === 0,
        `the plan would change ${plan.changed.map((name) => `${name} (${JSON.stringify(prior?.[name])} to ${JSON.stringify(spec[name])})`).join(', ')}`,
      );
    };
    const read = (prior: object) =>
      restart()
        .cloud(cloud)
        .kind(kind.name)
        .read(created.id, prior as never) as Promise<Record<string, unknown> | null>;
    await check('the plan after create is empty', () => planFrom(created));
    await check('the plan after a refresh is empty', async () => planFrom(await read(created)));
    await check('the plan after an import is empty', async () => planFrom(await read({})));
    await handle.kind(kind.name).delete(created.id);
  },
};
