import type { Attributes } from '@hansa/sdk';
import { assertNone, assertThat, broken } from '../equal.js';
import type { Law } from '../law.js';

export const createThenRead: Law = {
  number: 1,
  sentence: "Create, then read: what the model promises is there, in the model's units.",
  try: ({ kind, cloud, ground, handle, restart, check }) =>
    check('what was asked for is reported, by create and by a new process', async () => {
      const spec = await ground.spec(kind);
      const created = (await handle.kind(kind.name).create(spec)) as Record<string, unknown>;
      assertNone(broken(kind, spec, created));
      assertThat(String(created['id']).startsWith(`${cloud}/`), `id ${String(created['id'])} does not name the cloud`);
      for (const [name, attribute] of Object.entries(kind.attributes as Attributes)) {
        const value = created[name];
        if (value === null || value === undefined || attribute.writeOnly) continue;
        const parsed = attribute.type.safeParse(value);
        assertThat(parsed.success, `${name} = ${JSON.stringify(value)} is not of its own type`);
      }
      const read = (await restart().cloud(cloud).kind(kind.name).read(String(created['id']), created)) as Record<
        string,
        unknown
      > | null;
      assertThat(read !== null, 'read finds nothing');
      assertNone(broken(kind, spec, read ?? {}));
      await handle.kind(kind.name).delete(String(created['id']));
    }),
};
