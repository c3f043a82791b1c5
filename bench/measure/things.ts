import { type Emulator, startEmulator } from '@hansa/emulator';
import { hetznerOf, makeServers } from './emulated-servers.js';
import { concurrently, type Program, type Thing, withPlugin } from './plugin.js';

/** Machines of the toy provider, all there already. */
export async function toyMachines(program: Program, count: number): Promise<Thing[]> {
  return withPlugin(program, (client) =>
    concurrently([...Array(count).keys()], 20, async (i) => {
      const config = {
        name: `machine-${i}`,
        size: 'cx23',
        image: 'debian-12',
        labels: { stage: 'prod', team: 'web' },
        key_ids: ['1', '2'],
        networks: [{ id: 'net-1' }],
      };
      return { config, stored: await client.apply('toy_machine', await client.plan('toy_machine', config)) };
    }),
  );
}

/** Servers at the emulated Hetzner, imported into states. */
export async function emulatedServers(
  program: Program,
  count: number,
): Promise<{ emulator: Emulator; things: Thing[] }> {
  const emulator = await startEmulator({ clouds: ['hetzner'], rateLimit: false, durations: { hetzner: { '*': 0 } } });
  try {
    const ids = await makeServers(hetznerOf(emulator), count);
    const things = await withPlugin({ ...program, env: emulator.env }, (client) =>
      concurrently(ids, 20, async (id, i) => {
        const config = { cloud: 'hetzner', name: `server-${i}`, region: 'fsn1', size: 'cx23', image: 'debian-12' };
        return { config, stored: await client.import('hansa_server', `hetzner/${id}`) };
      }),
    );
    return { emulator, things };
  } catch (error) {
    await emulator.close();
    throw error;
  }
}
