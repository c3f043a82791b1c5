import { Hansa } from '../../hansa.js';
import { SshKey } from '../../kinds/index.js';
import { exampleKey } from '../../kinds/ssh-key/example.js';
import { jumpingClock } from '../clock.js';
import { cell } from '../driver/cell.js';
import { MemoryApi, memoryCloud } from '../testing/memory-cloud.js';

/** Keys that the cloud keeps nowhere: their ids hold them. */
const inIds = cell<MemoryApi, typeof SshKey>(SshKey, {
  scope: 'global',
  stateOnly: { because: 'it has no keys' },
  create: async (_, want) => `${want.name}/${want.publicKey}`,
  read: async (_, id) => {
    const [name = '', ...rest] = id.split('/');
    return { id, name, publicKey: rest.join('/'), labels: {}, status: 'ready' };
  },
  list: async () => [],
  delete: async () => {},
});

it('lives with the caller alone: nothing is asked of the cloud, and deleting waits for nothing', async () => {
  const api = new MemoryApi();
  const base = memoryCloud(api);
  const clock = jumpingClock();
  const clouds = { memory: { driver: { ...base, cells: { ...base.cells, ssh_key: inIds } } } };
  const keys = new Hansa({ owner: 'shop', env: {}, clock, clouds }).cloud('memory').sshKeys;
  const key = await keys.create({ name: 'me', publicKey: exampleKey('me') });
  expect(key).toMatchObject({ id: `memory/me/${exampleKey('me')}`, name: 'me', publicKey: exampleKey('me') });
  expect(await keys.read(key.id)).toMatchObject({ name: 'me' });
  const before = clock.now();
  await keys.delete(key.id);
  expect(clock.now() - before).toBeLessThan(1000);
  expect(api.calls).toEqual([]);
});
