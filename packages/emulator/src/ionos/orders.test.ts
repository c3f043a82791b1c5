import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manualClock } from '../core/clock.js';
import { type Contract, newContract, web } from './ionos.fixture.js';

let contract: Contract;
beforeEach(async () => {
  contract = await newContract();
});
afterEach(() => contract.close());

const lan = (name: string) => ({ properties: { name } });
const state = async (path: string) => (await contract.call('GET', path)).body.metadata.state;

describe('orders', () => {
  it('are carried out one after the other in a data center, and side by side in two', async () => {
    const [one, two] = [await contract.datacenter(), await contract.datacenter()];
    const first = await contract.call('POST', `/datacenters/${one}/lans`, lan('a'));
    const second = await contract.call('POST', `/datacenters/${one}/lans`, lan('b'));
    const elsewhere = await contract.call('POST', `/datacenters/${two}/lans`, lan('c'));
    const all = () => Promise.all([first, second, elsewhere].map((order) => contract.status(order)));
    expect(await all()).toEqual(['RUNNING', 'QUEUED', 'RUNNING']);
    expect(await state(`/datacenters/${one}/lans/2`)).toBe('BUSY');
    expect(await state(`/datacenters/${one}`)).toBe('BUSY');
    contract.clock.advance(1_000);
    expect(await all()).toEqual(['DONE', 'RUNNING', 'DONE']);
    contract.clock.advance(1_000);
    expect(await all()).toEqual(['DONE', 'DONE', 'DONE']);
    expect(await state(`/datacenters/${one}`)).toBe('AVAILABLE');
  });

  it('tell what they are about, and are listed, the newest first', async () => {
    const dc = await contract.datacenter();
    const order = await contract.call('POST', `/datacenters/${dc}/lans`, lan('a'));
    const { body } = await contract.call('GET', order.headers.get('location') ?? '');
    expect(body).toMatchObject({
      type: 'request-status',
      metadata: { targets: [{ target: { id: '1', type: 'lan' } }] },
    });
    const list = (await contract.call('GET', '/requests?depth=1&filter.status=RUNNING')).body.items;
    expect(list).toMatchObject([{ properties: { method: 'POST', url: expect.stringContaining('/lans') } }]);
    await contract.refused(404, 'GET', '/requests/00000000-0000-4000-8000-000000000000/status');
  });

  it('that cannot be carried out say why, and leave nothing', async () => {
    const dc = await contract.datacenter();
    contract.emulator.stock.soldOut('ionos', 'VCPU', 'de/fra');
    const order = await contract.call('POST', `/datacenters/${dc}/servers`, web(1));
    expect(order.status).toBe(202);
    expect(await state(`/datacenters/${dc}/servers/${order.body.id}`)).toBe('BUSY');
    contract.clock.advance(60_000);
    const { metadata } = (await contract.call('GET', order.headers.get('location') ?? '')).body;
    expect(metadata).toMatchObject({ status: 'FAILED', message: expect.stringContaining('not enough resources') });
    await contract.refused(404, 'GET', `/datacenters/${dc}/servers/${order.body.id}`);
    expect((await contract.call('GET', `/datacenters/${dc}/volumes`)).body.items).toEqual([]);
    contract.emulator.stock.restock('ionos', 'VCPU', 'de/fra');
    await contract.done('POST', `/datacenters/${dc}/servers`, web(1));
  });

  it('to delete leave a thing to be seen until they are carried out, and not to be changed', async () => {
    const dc = await contract.datacenter();
    await contract.done('POST', `/datacenters/${dc}/lans`, lan('a'));
    const path = `/datacenters/${dc}/lans/1`;
    expect((await contract.call('DELETE', path)).status).toBe(202);
    expect((await contract.call('GET', path)).status).toBe(200);
    await contract.refused(404, 'PATCH', path, { name: 'b' });
    expect((await contract.call('DELETE', path)).status).toBe(202);
    contract.clock.advance(5_000);
    await contract.refused(404, 'GET', path);
  });

  it('to delete a data center take everything in it, and nothing new', async () => {
    const dc = await contract.datacenter();
    const server = await contract.done('POST', `/datacenters/${dc}/servers`, web(1));
    await contract.call('POST', `/datacenters/${dc}/servers/${server.id}/labels`, {
      properties: { key: 'a', value: 'b' },
    });
    await contract.call('DELETE', `/datacenters/${dc}`);
    await contract.refused(404, 'POST', `/datacenters/${dc}/lans`, lan('late'));
    contract.clock.advance(10_000);
    await contract.refused(404, 'GET', `/datacenters/${dc}/servers/${server.id}`);
    expect((await contract.call('GET', '/labels?depth=1')).body.items).toEqual([]);
  });

  it('under way go on after the emulator was stopped', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hansa-ionos-'));
    const [stateFile, clock] = [join(folder, 'state.json'), manualClock(Date.UTC(2026, 10, 23))];
    try {
      const before = await newContract({ stateFile, clock });
      const { body } = await before.call('POST', '/datacenters', { properties: { location: 'de/fra' } });
      clock.advance(5_000);
      const order = await before.call('POST', `/datacenters/${body.id}/servers`, web(1));
      await before.close();
      clock.advance(1_000);
      const after = await newContract({ stateFile, clock });
      const server = async () => (await after.call('GET', `/datacenters/${body.id}/servers/${order.body.id}`)).body;
      expect(await server()).toMatchObject({ metadata: { state: 'BUSY' }, properties: { vmState: 'NOSTATE' } });
      clock.advance(5_000);
      expect(await server()).toMatchObject({ metadata: { state: 'AVAILABLE' }, properties: { vmState: 'RUNNING' } });
      const request = order.headers.get('location')?.split('/v6')[1] ?? '';
      expect((await after.call('GET', request)).body.metadata.status).toBe('DONE');
      await after.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('limits of the contract', () => {
  it.each([
    ['cores', 1, '/servers', web(1, { cores: 2 })],
    ['ram', 1024, '/servers', web(1)],
    ['hdd', 4, '/volumes', { properties: { size: 5, type: 'HDD', licenceType: 'OTHER' } }],
    ['ssd', 4, '/volumes', { properties: { size: 5, type: 'SSD Standard', licenceType: 'OTHER' } }],
    ['security-groups', 0, '/securitygroups', { properties: { name: 'web' } }],
  ])('%s', async (name, limit, path, body) => {
    const dc = await contract.datacenter();
    contract.emulator.quotas.set('ionos', name, limit);
    expect(await contract.refused(422, 'POST', `/datacenters/${dc}${path}`, body)).toContain('resource limit');
    contract.emulator.quotas.set('ionos', name, undefined);
    await contract.done('POST', `/datacenters/${dc}${path}`, body);
  });

  it('are told with what is used of them', async () => {
    const dc = await contract.datacenter();
    await contract.done('POST', `/datacenters/${dc}/servers`, web(1));
    await contract.done('POST', '/ipblocks', { properties: { location: 'de/fra', size: 3 } });
    const [{ properties }] = (await contract.call('GET', '/contracts?depth=1')).body.items;
    expect(properties.resourceLimits).toMatchObject({
      coresProvisioned: 1,
      ramProvisioned: 2048,
      hddVolumeProvisioned: 10,
      reservedIpsOnContract: 3,
      reservedIpsInUse: 0,
    });
  });
});
