import type { CloudHandle } from '../../cloud-handle.js';
import type { Link } from '../../runtime/transport/http.js';
import { type Emulated, emulated } from './testing/emulated.js';

let cloud: Emulated;
beforeAll(async () => {
  cloud = await emulated();
});
afterEach(() => {
  expect(cloud.emulator.failures).toEqual([]);
  cloud.emulator.reset();
});
afterAll(() => cloud.emulator.close());

describe('a create that is interrupted', () => {
  /** Kills the process right after Hetzner acted on the n-th request, which is also right before the next one. */
  const killAt = (step: number): { wiretap: Link; hits(): number } => {
    let n = 0;
    const wiretap: Link = (next) => async (request) => {
      n += 1;
      if (n > step) throw new Error('killed');
      const response = await next(request);
      if (n === step) throw new Error('killed');
      return response;
    };
    return { wiretap, hits: () => n };
  };
  const workload = async (hetzner: CloudHandle) => {
    const region = 'fsn1';
    const network = await hetzner.networks.begin({ spec: { name: 'net', region } });
    const firewall = await hetzner.firewalls.begin({ spec: { name: 'fw', region } });
    const server = await hetzner.servers.begin({
      spec: {
        name: 'web',
        region,
        size: 'cx23',
        image: 'debian-12',
        networks: [{ networkId: network.state['id'], ip: '10.0.0.9' }],
        firewallIds: [firewall.state['id']],
      },
    });
    const serverId = server.state['id'];
    const volume = await hetzner.volumes.begin({ spec: { name: 'data', region, sizeGib: 10, serverId } });
    const address = await hetzner.publicIps.begin({ spec: { name: 'front', region, serverId } });
    return [network, firewall, server, volume, address].map(({ state }) => state);
  };

  it('is taken up again, whatever the request after which it was killed', async () => {
    const whole = killAt(Number.POSITIVE_INFINITY);
    await workload(cloud.connect({ wiretap: whole.wiretap }));
    expect(whole.hits()).toBeGreaterThan(20);
    for (let step = 1; step < whole.hits(); step += 1) {
      cloud.emulator.reset();
      const { wiretap } = killAt(step);
      await expect(workload(cloud.connect({ wiretap }))).rejects.toThrow('killed');
      const states = await workload(cloud.connect());
      const server = { name: 'web', power: 'on', networks: [{ ip: '10.0.0.9' }] };
      expect({ step, states }).toMatchObject({ step, states: [{}, {}, server, {}, {}] });
      expect(states.slice(3).map((state) => state['serverId'])).toEqual([states[2]?.['id'], states[2]?.['id']]);
      for (const collection of ['servers', 'volumes', 'floating_ips', 'firewalls', 'networks']) {
        expect([step, collection, await cloud.count(collection)]).toEqual([step, collection, 1]);
      }
    }
  });
});
