import { CloudError, type CloudHandle, KINDS } from '@hansa/sdk';
import { Ground } from './ground.js';

interface Thing {
  id: string;
  name: string;
}

/** A cloud that has these things; a kind with an error in the place of its list cannot be listed. */
function cloud(has: Readonly<Record<string, Thing[] | Error>>, refuses: readonly string[] = []) {
  const deleted: string[] = [];
  const kind = (name: string) => ({
    list: async () => {
      const things = has[name] ?? [];
      if (things instanceof Error) throw things;
      return things;
    },
    delete: async (id: string) => {
      if (refuses.includes(id)) throw new Error('it is in use');
      deleted.push(id);
    },
  });
  return { ground: new Ground({ kind } as unknown as CloudHandle, undefined, 'run'), deleted };
}

const unsupported = new CloudError('unsupported', { cloud: 'x', kind: 'volume', message: 'there are none' });

test('clears away what this run made, and nothing else', async () => {
  const { ground, deleted } = cloud({
    server: [
      { id: 'x/1', name: 'run-server-1' },
      { id: 'x/2', name: 'somebody-elses' },
    ],
    volume: unsupported,
  });
  expect(await ground.clear()).toEqual([]);
  expect(deleted).toEqual(['x/1']);
});

test('says what is left, and what may be left because it could not be listed', async () => {
  const { ground, deleted } = cloud(
    {
      server: [{ id: 'x/1', name: 'run-server-1' }],
      network: new Error('connection reset'),
      firewall: [{ id: 'x/3', name: 'run-firewall-2' }],
    },
    ['x/1'],
  );
  expect(await ground.clear()).toEqual([
    'x/1: Error: it is in use',
    'network "run-…", if any, since they could not be listed: Error: connection reset',
  ]);
  expect(deleted).toEqual(['x/3']);
  expect(KINDS.map(({ name }) => name)).toEqual(expect.arrayContaining(['server', 'network', 'firewall']));
});
