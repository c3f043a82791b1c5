import type { Server } from '../../../kinds/server/index.js';
import type { WirePort, WireServer } from '../../../openstack/wire.js';
import type { CellContext } from '../../../runtime/driver/cell.js';
import type { OpenStackApi } from '../api.js';
import { setCards } from './cards.js';

const SERVER = '11111111-1111-4111-8111-111111111111';
/** Ids of ports end in the name of their network. */
const PORT = '22222222-2222-4222-8222-22222222222';

const port = (network: string, ip: string): WirePort => ({
  id: `${PORT}${network}`,
  network_id: network,
  mac_address: `mac-${network}`,
  device_id: SERVER,
  device_owner: 'compute:nova',
  fixed_ips: [{ subnet_id: 'x', ip_address: ip }],
  security_groups: [],
});

/** What is done to a server with these cards to have those that are wanted. */
async function steps(cards: WirePort[], wanted: { networkId: string; ip?: string }[]): Promise<string[]> {
  const done: string[] = [];
  const api = {
    network: { pages: async () => cards },
    compute: {
      remove: async (at: string) => void done.push(`- ${at.split('/').at(-1)?.replace(PORT, 'port-')}`),
      post: async (_: string, body: { interfaceAttachment: { net_id: string; fixed_ips?: unknown } }) =>
        void done.push(
          `+ ${body.interfaceAttachment.net_id}${body.interfaceAttachment.fixed_ips ? ' at an address' : ''}`,
        ),
    },
  } as unknown as OpenStackApi;
  const addresses = Object.fromEntries(
    cards.map(({ network_id, mac_address }) => [
      network_id,
      [{ addr: '', version: 4 as const, 'OS-EXT-IPS-MAC:mac_addr': mac_address }],
    ]),
  );
  const ctx = { until: async () => undefined } as unknown as CellContext<typeof Server>;
  await setCards(api, { id: SERVER, addresses } as unknown as WireServer, wanted, ctx);
  return done;
}

const [A, B] = [port('a', '10.0.0.1'), port('b', '10.1.0.1')];

test.each([
  ['as it is', [A, B], [{ networkId: 'a' }, { networkId: 'b', ip: '10.1.0.1' }], []],
  ['one more', [A], [{ networkId: 'a' }, { networkId: 'b', ip: '10.1.0.9' }], ['+ b at an address']],
  ['the first goes, the second keeps its address', [A, B], [{ networkId: 'b' }], ['- port-a']],
  ['another address', [A], [{ networkId: 'a', ip: '10.0.0.9' }], ['- port-a', '+ a at an address']],
  ['the other way round', [A, B], [{ networkId: 'b' }, { networkId: 'a' }], ['- port-a', '+ a']],
  ['none', [A, B], [], ['- port-a', '- port-b']],
])('%s', async (_, cards, wanted, expected) => {
  expect(await steps(cards, wanted)).toEqual(expected);
});
