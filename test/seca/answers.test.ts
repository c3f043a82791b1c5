import { type Clock, jumpingClock } from '@hansa/sdk';
import { Client } from './client.fixture.js';
import { type Opened, openOver } from './gateway.fixture.js';

/** An answer waits a while for the work that follows from it: the published conformance suite wants some changes to be over by then. */

const STANDARD = { resource: 'skus/standard' };
const IP = 'workspaces/ws/public-ips/ip';
const IPV4 = { spec: { version: 'IPv4' } };
const BOOT = { sizeGB: 20, skuRef: STANDARD };
const WEB = 'workspaces/ws/instances/web';
const INSTANCE = {
  skuRef: { resource: 'skus/cx23' },
  zone: 'fsn1',
  bootVolume: { deviceRef: { resource: 'block-storages/boot' } },
};

/** A clock on which the gateway's patience never ends, while all else takes its time. */
function patient(): Clock {
  const clock = jumpingClock();
  return {
    now: clock.now,
    sleep: (ms, signal) => {
      if (ms !== 5000 || !signal) return clock.sleep(ms, signal);
      return new Promise((_, reject) => void signal.addEventListener('abort', () => reject(signal.reason)));
    },
  };
}

async function state(seca: Client, path: string, sent: object): Promise<string> {
  return (await seca.put(path, sent)).body.status.state;
}

async function over<T>(clock: Clock, act: (seca: Client, opened: Opened) => Promise<T>): Promise<T> {
  const opened = await openOver('hetzner', { clock });
  try {
    const seca = new Client(opened);
    await seca.put('workspaces/ws', {});
    return await act(seca, opened);
  } finally {
    await opened.close();
  }
}

test('work that ends in time is over when it is answered', () =>
  over(patient(), async (seca) => {
    expect(await state(seca, IP, IPV4)).toBe('active');
    expect(await state(seca, IP, { ...IPV4, labels: { env: 'prod' } })).toBe('active');
    const net = 'workspaces/ws/networks/net';
    const spec = { cidr: { ipv4: '10.1.0.0/16' }, skuRef: STANDARD };
    expect(await state(seca, net, { spec })).toBe('active');
    expect(await state(seca, net, { spec, labels: { env: 'prod' } })).toBe('active');
    expect(await state(seca, 'workspaces/ws/block-storages/boot', { spec: BOOT })).toBe('active');
    expect(await state(seca, WEB, { spec: INSTANCE })).toBe('active');
    expect(await seca.power(WEB, 'start')).toBe(202);
    expect((await seca.get(WEB)).status).toMatchObject({ state: 'active', powerState: 'on' });
    for (const path of [WEB, IP]) {
      expect((await seca.ask('DELETE', seca.url(path))).status).toBe(202);
      expect((await seca.ask('GET', seca.url(path))).status).toBe(404);
    }
  }));

test('a failure in time is told by the answer', () =>
  over(patient(), async (seca, opened) => {
    opened.emulator.faults.add({ kind: 'status', cloud: 'hetzner', method: 'POST', status: 403 });
    const { status, body } = await seca.put(IP, IPV4);
    expect({ status, body }).toMatchObject({ status: 201, body: { status: { state: 'error' } } });
  }));

test('work that takes longer goes on after the answer', () =>
  over(jumpingClock(), async (seca, opened) => {
    expect(await state(seca, 'workspaces/ws/block-storages/boot', { spec: BOOT })).toBe('active');
    expect(await state(seca, WEB, { spec: INSTANCE })).toBe('creating');
    await opened.gateway.gateway.rest();
    expect((await seca.get(WEB)).status.state).toBe('active');
  }));
