import { KINDS } from '@hansa/sdk';
import { assertNone, assertThat } from '../equal.js';
import { type Law, stateOnly, type Trial } from '../law.js';

export const deleteLeavesNothing: Law = {
  number: 5,
  sentence: 'Delete leaves nothing behind, children included; delete again is quiet.',
  try: async (trial) => {
    const { kind, ground, handle, check } = trial;
    const kept = await stateOnly(trial);
    if (kept) {
      await check('deleting is quiet, and deleting again', async () => {
        const { id } = await handle.kind(kind.name).create(await ground.spec(kind));
        await handle.kind(kind.name).delete(id);
        await handle.kind(kind.name).delete(id);
      });
      return check('there is nothing to be left behind', async () => kept);
    }
    await check('after delete everything is as before create, and deleting again is quiet', async () => {
      const spec = await ground.spec(kind);
      const before = await everything(trial);
      const { id } = await handle.kind(kind.name).create(spec);
      await handle.kind(kind.name).delete(id);
      assertThat((await handle.kind(kind.name).read(id)) === null, 'read still finds it');
      const after = await everything(trial);
      assertNone([...after].filter((one) => !before.has(one)).map((one) => `${one} is left behind`));
      assertNone([...before].filter((one) => !after.has(one)).map((one) => `${one} went with it`));
      await handle.kind(kind.name).delete(id);
    });
    await check('what was deleted behind our back is gone, not an error', async () => {
      const { id } = await handle.kind(kind.name).create(await ground.spec(kind));
      await trial.restart().cloud(trial.cloud).kind(kind.name).delete(id);
      assertThat((await handle.kind(kind.name).read(id)) === null, 'read still finds it');
      await handle.kind(kind.name).delete(id);
    });
  },
};

/** All things of all kinds that the account has, but those of other owners, as a process that starts afresh sees them. */
async function everything({ restart, cloud, owner }: Trial): Promise<Set<string>> {
  const { cloud: driver, api } = await restart().cloud(cloud).connect();
  const seen = await Promise.all(
    KINDS.map(async ({ name }) => {
      const all = ((await driver.cells[name]?.list(api, {})) ?? []) as { id: string; labels: Record<string, string> }[];
      return all
        .filter(({ labels }) => [undefined, owner].includes(labels['hansa-owner']))
        .map(({ id }) => `${name} ${id}`);
    }),
  );
  return new Set(seen.flat());
}
