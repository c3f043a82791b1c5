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
      assertNone(await unlike(before, trial, id));
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

type Seen = { id: string; labels: Record<string, string>; serverId?: string | null };

/** All things of all kinds that the account has, but those of other owners, as a process that starts afresh sees them. */
async function everything({ restart, cloud, owner }: Trial): Promise<Map<string, Seen>> {
  const { cloud: driver, api } = await restart().cloud(cloud).connect();
  const seen = await Promise.all(
    KINDS.map(async ({ name }) => {
      const all = ((await driver.cells[name]?.list(api, {})) ?? []) as Seen[];
      return all
        .filter(({ labels }) => [undefined, owner].includes(labels['hansa-owner']))
        .map((one) => [`${name} ${one.id}`, one] as const);
    }),
  );
  return new Map(seen.flat());
}

/** How long somebody else's thing may look as if it were left behind, ms: until it is where it belongs. */
const NEIGHBOURS_MS = 120_000;
const AGAIN_MS = 5_000;

/**
 * What stands otherwise than before. At an emulator nobody else is; at a real account others come and go, and the cloud itself makes things
 * that carry nobody's name (the disk of a server): these are no leftover of ours where they are at another server, or go by themselves.
 */
async function unlike(before: ReadonlyMap<string, Seen>, trial: Trial, deleted: string): Promise<string[]> {
  const { emulated, owner, clock } = trial;
  const judged = ({ labels }: Seen) => emulated || labels['hansa-owner'] === owner;
  const elsewhere = ({ serverId }: Seen) => serverId != null && !deleted.endsWith(`/${serverId}`);
  const startedAt = clock.now();
  for (;;) {
    const after = await everything(trial);
    const left = [...after].filter(([name, one]) => !before.has(name) && (judged(one) || !elsewhere(one)));
    const went = [...before].filter(([name, one]) => !after.has(name) && judged(one));
    const doubtful = left.length > 0 && !left.some(([, one]) => judged(one));
    if (!doubtful || clock.now() - startedAt > NEIGHBOURS_MS)
      return [...left.map(([name]) => `${name} is left behind`), ...went.map(([name]) => `${name} went with it`)];
    await clock.sleep(AGAIN_MS, new AbortController().signal);
  }
}
