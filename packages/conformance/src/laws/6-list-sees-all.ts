import type { CloudHandle } from '@hansa/sdk';
import { assertThat } from '../equal.js';
import { type Law, stateOnly, type Trial } from '../law.js';

/** More than any vendor puts on a page (Hetzner 50, Scaleway 100, Nova 1,000 by default: docs read 2026-11). */
const ACROSS_PAGES = 105;
const FEW = 3;
const AT_ONCE = 10;

export const listSeesAll: Law = {
  number: 6,
  sentence: 'List sees what create made, across pages; a filter by label returns exactly the labelled.',
  try: async (trial) => {
    const { kind, handle, emulated, check } = trial;
    const kept = await stateOnly(trial);
    if (kept) return check('there is nothing to be listed', async () => kept);
    const count = emulated ? ACROSS_PAGES : FEW;
    // Only how they are listed is looked at: making and deleting them need no socket.
    const many = trial.restart({ wire: trial.direct }).cloud(trial.cloud).kind(kind.name);
    const ids = await make(trial, many, count);
    await check(`list sees all ${count}`, async () => {
      const seen = new Set((await trial.restart().cloud(trial.cloud).kind(kind.name).list()).map((one) => one.id));
      const missing = ids.filter((id) => !seen.has(id));
      assertThat(missing.length === 0, `${missing.length} are missing, ${missing[0]} first`);
    });
    await check('a filter by label returns exactly the labelled', async () => {
      const refused = await handle
        .kind(kind.name)
        .plan({ spec: { ...(await trial.ground.spec(kind)), labels: { part: 'x' } }, prior: null });
      const why = refused.issues.find((i) => i.code === 'unsupported');
      if (why) return { skip: why.message, source: `the driver's own words for ${trial.cloud}` };
      // By the process that made the others: at SECA the client chooses free addresses, and remembers what it chose.
      const { id: labelled } = await many.create({ ...(await trial.ground.spec(kind)), labels: { part: 'only' } });
      const found = (await handle.kind(kind.name).list({ labels: { part: 'only' } })).map((one) => one.id);
      await many.delete(labelled);
      assertThat(
        found.length === 1 && found[0] === labelled,
        `found ${found.join(', ') || 'nothing'}, not ${labelled}`,
      );
      return undefined;
    });
    await check('a hundred reads are answered by a few lists', async () => {
      if (ids.length < ACROSS_PAGES)
        return { skip: 'takes more things than a real account should be charged for', source: 'this suite' };
      const { cloud } = await handle.connect();
      const more = cloud.cells[kind.name]?.listNeedsMore as { because: string } | undefined;
      if (more) return { skip: 'a list takes requests beyond its pages', source: more.because };
      let requests = 0;
      const fresh = trial
        .restart({ snapshotMs: 30_000, onExchange: () => (requests += 1) })
        .cloud(trial.cloud)
        .kind(kind.name);
      const read = await Promise.all(ids.map((id) => fresh.read(id)));
      assertThat(
        read.every((one) => one !== null),
        'a read finds nothing',
      );
      assertThat(requests <= 25, `${requests} requests for ${ids.length} reads`);
      return undefined;
    });
    for (let i = 0; i < ids.length; i += AT_ONCE)
      await Promise.all(ids.slice(i, i + AT_ONCE).map((id) => many.delete(id)));
  },
};

/** Makes many of a kind, without what can only be given to one thing at a time (an attachment). */
async function make({ kind, ground }: Trial, many: ReturnType<CloudHandle['kind']>, count: number): Promise<string[]> {
  const plain = async () => {
    const spec = await ground.spec(kind);
    return Object.fromEntries(Object.entries(spec).filter(([name]) => name !== 'serverId'));
  };
  const ids: string[] = [];
  for (let i = 0; i < count; i += AT_ONCE) {
    const size = Math.min(AT_ONCE, count - i);
    const specs = await Promise.all(Array.from({ length: size }, plain));
    ids.push(...(await Promise.all(specs.map((spec) => many.create(spec)))).map((one) => one.id));
  }
  return ids;
}
