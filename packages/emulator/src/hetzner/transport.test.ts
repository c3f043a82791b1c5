import { newProject, type Project } from './hetzner.fixture.js';

let project: Project;
afterEach(() => project.close());

describe('authentication', () => {
  beforeEach(async () => {
    project = await newProject();
  });

  it('refuses what has no token, or a wrong one', async () => {
    for (const token of ['', 'wrong', 'x'.repeat(64)]) {
      const answer = await project.call('GET', '/servers', undefined, token);
      expect(answer).toMatchObject({
        status: 401,
        body: { error: { code: 'unauthorized', message: 'unable to authenticate' } },
      });
    }
  });

  it('lets a read-only token read only', async () => {
    const token = 'fake-token-that-can-only-read-!!'.repeat(2);
    expect((await project.call('GET', '/servers', undefined, token)).status).toBe(200);
    const refused = await project.call('POST', '/networks', { name: 'n', ip_range: '10.0.0.0/16' }, token);
    expect(refused).toMatchObject({ status: 401, body: { error: { code: 'token_readonly' } } });
    expect((await project.call('GET', '/networks')).body.networks).toEqual([]);
  });
});

describe('rate limit', () => {
  it('allows 3,600 requests and one more each second, and says so in headers', async () => {
    project = await newProject({ rateLimit: true });
    const first = await project.call('GET', '/locations');
    expect(first.headers.get('ratelimit-limit')).toBe('3600');
    expect(first.headers.get('ratelimit-remaining')).toBe('3599');
    expect(Number(first.headers.get('ratelimit-reset'))).toBe(project.clock.now() / 1000 + 1);
    for (let n = 0; n < 60; n += 1) await Promise.all(Array.from({ length: 60 }, () => project.call('GET', '/isos/1')));
    const over = await project.call('GET', '/locations');
    expect(over).toMatchObject({ status: 429, body: { error: { code: 'rate_limit_exceeded' } } });
    expect(over.headers.get('ratelimit-remaining')).toBe('0');
    project.clock.advance(2000);
    const statuses = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await project.call('GET', '/locations')).status);
    expect(statuses).toEqual([200, 200, 429]);
  });
});

describe('errors', () => {
  beforeEach(async () => {
    project = await newProject();
  });

  it('names each wrong field', async () => {
    const error = await project.refused('invalid_input', 'POST', '/ssh_keys', { name: '', labels: { 'a b': 'c' } });
    expect(error.details.fields.map((field: { name: string }) => field.name).sort()).toEqual([
      'labels',
      'name',
      'public_key',
    ]);
    expect(error.message).toMatch(/^invalid input in fields /);
    const one = await project.refused('invalid_input', 'POST', '/ssh_keys', { name: 'k', public_key: 'no key' });
    expect(one.message).toBe("invalid input in field 'public_key': not a valid SSH public key");
  });

  it('answers bad JSON, unknown paths and wrong methods in the vendor’s form', async () => {
    expect(await project.call('POST', '/networks', '{"name"')).toMatchObject({
      status: 400,
      body: { error: { code: 'json_error' } },
    });
    expect(await project.call('GET', '/nothing')).toMatchObject({
      status: 404,
      body: { error: { code: 'not_found' } },
    });
    expect(await project.call('PATCH', '/networks')).toMatchObject({
      status: 405,
      body: { error: { code: 'method_not_allowed' } },
    });
    expect((await project.call('GET', '/servers/4711')).body.error).toEqual({
      code: 'not_found',
      message: "server with ID '4711' not found",
      details: null,
    });
  });

  it('gives injected statuses the vendor’s body', async () => {
    project.emulator.faults.add({ kind: 'status', status: 503, path: '/servers' });
    project.emulator.faults.add({ kind: 'status', status: 429, path: '/networks', headers: { 'Retry-After': '3' } });
    expect((await project.call('GET', '/servers')).body.error.code).toBe('unavailable');
    const limited = await project.call('GET', '/networks');
    expect(limited.body.error.code).toBe('rate_limit_exceeded');
    expect(limited.headers.get('retry-after')).toBe('3');
  });

  it('marks each answer with a correlation id', async () => {
    const ids = await Promise.all(
      [1, 2].map(async () => (await project.call('GET', '/servers')).headers.get('x-correlation-id')),
    );
    expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(ids[0]).not.toBe(ids[1]);
  });
});

describe('lists', () => {
  beforeEach(async () => {
    project = await newProject();
    for (let n = 0; n < 60; n += 1) {
      await project.call('POST', '/firewalls', {
        name: `f${String(n).padStart(2, '0')}`,
        labels: { even: n % 2 ? '' : 'yes', n: String(n) },
      });
      project.clock.advance(1000);
    }
  });

  it('come in pages of 25, at most 50, with links', async () => {
    const first = await project.call('GET', '/firewalls');
    expect(first.body.firewalls).toHaveLength(25);
    expect(first.body.meta.pagination).toEqual({
      page: 1,
      per_page: 25,
      previous_page: null,
      next_page: 2,
      last_page: 3,
      total_entries: 60,
    });
    const { url } = project.emulator;
    const second = await project.call('GET', '/firewalls?page=2&per_page=50&sort=name');
    expect(second.body.firewalls).toHaveLength(10);
    expect(second.headers.get('link')).toBe(
      [
        `<${url}/hetzner/v1/firewalls?page=1&per_page=50&sort=name>; rel="prev"`,
        `<${url}/hetzner/v1/firewalls?page=2&per_page=50&sort=name>; rel="last"`,
      ].join(', '),
    );
    expect((await project.call('GET', '/firewalls?page=9')).body.firewalls).toEqual([]);
    for (const bad of ['per_page=51', 'per_page=0', 'page=0', 'page=x']) {
      await project.refused('invalid_input', 'GET', `/firewalls?${bad}`);
    }
  });

  it('sort by several keys, and filter by name and labels', async () => {
    const names = async (query: string) =>
      (await project.call('GET', `/firewalls?${query}`)).body.firewalls.map(
        (firewall: { name: string }) => firewall.name,
      );
    expect(await names('sort=name:desc&per_page=2')).toEqual(['f59', 'f58']);
    expect(await names('sort=created:desc&sort=id&per_page=1')).toEqual(['f59']);
    expect(await names('name=f07')).toEqual(['f07']);
    expect(await names('label_selector=even%3Dyes,n+in+(1,2,3,4)')).toEqual(['f02', 'f04']);
    expect(await names('label_selector=!n')).toEqual([]);
    await project.refused('invalid_input', 'GET', '/firewalls?label_selector=a+b');
    await project.refused('invalid_input', 'GET', '/firewalls?sort=size');
  });
});

describe('actions', () => {
  beforeEach(async () => {
    project = await newProject();
  });

  it('run on the clock from 0 to 100, and are asked for by id', async () => {
    const { body } = await project.call('POST', '/volumes', { name: 'v', size: 10, location: 'fsn1' });
    expect(body.action).toMatchObject({
      command: 'create_volume',
      status: 'running',
      progress: 0,
      finished: null,
      error: null,
    });
    project.clock.advance(400);
    const half = await project.call('GET', `/actions/${body.action.id}`);
    expect(half.body.action).toMatchObject({ status: 'running', progress: 50 });
    project.clock.advance(400);
    const many = await project.call('GET', `/actions?id=${body.action.id}&id=1`);
    expect(many.body.actions).toHaveLength(1);
    expect(many.body.actions[0]).toMatchObject({ status: 'success', progress: 100, finished: '2026-11-23T00:00:00Z' });
    await project.refused('invalid_input', 'GET', '/actions');
    await project.refused('not_found', 'GET', '/actions/1');
  });

  it('are listed by kind and by resource', async () => {
    const { volume, action } = await project.done('POST', '/volumes', { name: 'v', size: 10, location: 'fsn1' });
    await project.done('POST', `/volumes/${volume.id}/actions/resize`, { size: 20 });
    const commands = async (path: string) =>
      (await project.call('GET', path)).body.actions.map((item: { command: string }) => item.command);
    expect(await commands(`/volumes/${volume.id}/actions?sort=command:desc`)).toEqual([
      'resize_volume',
      'create_volume',
    ]);
    expect(await commands('/volumes/actions?status=success')).toEqual(['create_volume', 'resize_volume']);
    expect(await commands('/servers/actions')).toEqual([]);
    expect((await project.call('GET', `/volumes/${volume.id}/actions/${action.id}`)).status).toBe(200);
    expect((await project.call('GET', `/volumes/actions/${action.id}`)).status).toBe(200);
    await project.refused('not_found', 'GET', `/servers/actions/${action.id}`);
    await project.refused('not_found', 'GET', '/volumes/1/actions');
  });

  it('take as long as set', async () => {
    await project.close();
    project = await newProject({ durations: { hetzner: { create_volume: 69_000 } } });
    const { body } = await project.call('POST', '/volumes', { name: 'v', size: 10, location: 'fsn1' });
    project.clock.advance(68_999);
    expect((await project.call('GET', `/actions/${body.action.id}`)).body.action.status).toBe('running');
    project.clock.advance(1);
    expect((await project.call('GET', `/actions/${body.action.id}`)).body.action.status).toBe('success');
  });
});
