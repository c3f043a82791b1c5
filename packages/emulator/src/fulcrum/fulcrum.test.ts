import { type Core, NOBODY, newCore } from './fulcrum.fixture.js';

let core: Core;
beforeEach(async () => {
  core = await newCore();
});
afterEach(() => core.close());

describe('life of a service', () => {
  it('is ordered, made, stopped and deleted by jobs, and stays readable', async () => {
    const { id } = await core.order();
    expect(await core.service(id)).toMatchObject({
      status: 'New',
      properties: { cpus: 2, image: 'debian' },
      agent: { name: 'berlin', status: 'Disconnected' },
      serviceType: { name: 'vm' },
    });
    const told = { agentInstanceId: 'de:1', agentInstanceData: { disk: 'a' }, properties: { ip: '10.0.0.1' } };
    expect((await core.work(id, 'complete', told)).status).toBe(204);
    expect(await core.service(id)).toMatchObject({
      status: 'Started',
      ...told,
      properties: { cpus: 2, ip: '10.0.0.1' },
    });
    await core.done('POST', `/services/${id}/stop`);
    await core.work(id, 'complete');
    expect((await core.service(id)).status).toBe('Stopped');
    expect((await core.call('DELETE', `/services/${id}`)).status).toBe(204);
    await core.work(id, 'complete');
    const { status, agentInstanceId } = await core.service(id);
    expect([status, agentInstanceId]).toEqual(['Deleted', undefined]);
    expect(await core.call('DELETE', `/services/${id}`)).toMatchObject({ status: 400 });
    expect((await core.call('DELETE', `/service-groups/${core.group.id}`)).status).toBe(500);
  });

  it('goes where its schema says when a job fails, and stays where it says nothing', async () => {
    const [first, second] = [await core.order(), await core.order({ name: 'db' })];
    await core.work(first.id, 'fail', { errorMessage: 'sold out' });
    expect((await core.service(first.id)).status).toBe('Broken');
    await core.work(second.id, 'fail', { errorMessage: 'the network broke' });
    expect((await core.service(second.id)).status).toBe('New');
    expect(await core.job(second.id)).toMatchObject({ status: 'Failed', errorMessage: 'the network broke' });
    // Tried again, the job has no parameters.
    await core.done('POST', `/services/${second.id}/create`);
    expect(await core.job(second.id)).toMatchObject({ action: 'create', status: 'Pending', service: { name: 'db' } });
    expect((await core.job(second.id)).params).toBeUndefined();
  });

  it('has one job at a time, and the group too', async () => {
    const [web, db] = [await core.order(), await core.order({ name: 'db' })];
    const pending = async () =>
      (await core.done('GET', '/jobs/pending?limit=5', undefined, core.berlin.token)).map(
        (one: { serviceId: string }) => one.serviceId,
      );
    expect(await pending()).toEqual([web.id]);
    expect(await core.call('PATCH', `/services/${web.id}`, { properties: { cpus: 4 } })).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(/not allowed from state|active job/) },
    });
    const { id } = await core.job(web.id);
    await core.done('POST', `/jobs/${id}/claim`, undefined, core.berlin.token);
    expect(await pending()).toEqual([]);
    expect((await core.call('POST', `/jobs/${id}/claim`, undefined, core.berlin.token)).status).toBe(400);
    await core.done('POST', `/jobs/${id}/complete`, {}, core.berlin.token);
    expect(await pending()).toEqual([db.id]);
    // A name alone is no job.
    await core.done('PATCH', `/services/${db.id}`, { name: 'data' });
    expect(await core.service(db.id)).toMatchObject({ name: 'data', status: 'New' });
  });
});

describe('quirks', () => {
  it('a missing id is refused, a wrong one malformed, and errors are text', async () => {
    expect(await core.call('GET', `/services/${NOBODY}`)).toMatchObject({
      status: 403,
      type: 'text/plain; charset=utf-8',
      body: { status: 'Forbidden', error: 'cannot load resource: resource not found: sql: no rows in result set' },
    });
    expect((await core.call('GET', '/services/7')).status).toBe(400);
    expect((await core.call('GET', '/agents', undefined, 'wrong-token')).status).toBe(403);
    expect((await core.call('GET', '/services?pageSize=101')).body.error).toMatch(/must not exceed 100/);
    expect((await core.call('GET', '/services?agentId=1')).status).toBe(500);
  });

  it('unknown properties are dropped, wrong ones all told at once, and nothing can be unset', async () => {
    const { id, properties } = await core.order({ properties: { cpus: 2, colour: 'red', net: { v4: 'a', v6: 'b' } } });
    expect(properties).toEqual({ cpus: 2, image: 'debian', net: { v4: 'a', v6: 'b' } });
    const wrong = { groupId: core.group.id, serviceTypeId: core.type.id, agentId: core.berlin.id, name: 'x' };
    expect(await core.call('POST', '/services', { ...wrong, properties: { cpus: 65, ip: 'mine' } })).toMatchObject({
      status: 400,
      body: {
        status: 'Validation failed',
        errors: [
          { path: 'cpus', message: 'cpus: value 65 exceeds maximum 64' },
          { path: 'ip', message: 'ip: property can only be set by: [agent] (current actor: user)' },
        ],
      },
    });
    await core.work(id, 'complete');
    await core.done('PATCH', `/services/${id}`, { properties: { net: { v4: 'c', v6: null } } });
    expect((await core.job(id)).params.net).toEqual({ v4: 'c', v6: 'b' });
    expect((await core.call('PATCH', `/services/${id}`, { properties: { image: 'arch' } })).body.errors).toEqual([
      { path: 'image', message: 'image: property is immutable and cannot be changed' },
    ]);
  });

  it('what an agent says of properties is lost with an update, and kept of what else it says', async () => {
    const { id } = await core.order();
    await core.work(id, 'complete', { properties: { ip: '10.0.0.1' } });
    await core.done('PATCH', `/services/${id}`, { properties: { cpus: 4 } });
    await core.work(id, 'complete', { properties: { ip: '10.0.0.2' }, agentInstanceData: { ip: '10.0.0.2' } });
    expect(await core.service(id)).toMatchObject({
      properties: { cpus: 4, ip: '10.0.0.1' },
      agentInstanceData: { ip: '10.0.0.2' },
    });
    // A failed update that leads to another state leaves the wish as if it had come true.
    await core.done('PATCH', `/services/${id}`, { properties: { cpus: 8 } });
    await core.work(id, 'fail', { errorMessage: 'disk full' });
    expect(await core.service(id)).toMatchObject({ status: 'Broken', properties: { cpus: 8 } });
  });

  it('ids of instances are unique over all agents, and the job stays open', async () => {
    const [web, db] = [await core.order(), await core.order({ agentId: core.paris.id, name: 'db' })];
    await core.work(web.id, 'complete', { agentInstanceId: '1' });
    expect((await core.work(db.id, 'complete', { agentInstanceId: '1' }, core.paris)).status).toBe(500);
    expect((await core.job(db.id)).status).toBe('Processing');
  });

  it('tags choose the first agent that has them, dead or alive; which is first moves with heartbeats', async () => {
    const byTag = async () => (await core.order({ agentId: undefined, agentTags: ['EU'], name: 'x' })).agentId;
    expect(await byTag()).toBe(core.berlin.id);
    await core.done('PUT', '/agents/me/status', { status: 'Connected' }, core.berlin.token);
    expect(await byTag()).toBe(core.paris.id);
    const wish = { groupId: core.group.id, serviceTypeId: core.type.id, name: 'x', agentTags: ['IT'], properties: {} };
    expect((await core.call('POST', '/services', wish)).body.error).toMatch(/no agent found for service type/);
  });

  it('secrets are references; agents alone resolve them; they end with their job or their service', async () => {
    const { id, properties } = await core.order({ properties: { cpus: 1, password: 'hunter2', once: 'now' } });
    const [kept = '', once = ''] = [properties.password, properties.once].map((text: string) =>
      text.replace('vault://', ''),
    );
    const look = async (reference: string, as = core.berlin.token) =>
      core.call('GET', `/vault/secrets/${reference}`, undefined, as);
    expect((await look(kept)).body).toEqual({ value: 'hunter2' });
    expect((await look(kept, core.admin)).status).toBe(403);
    await core.work(id, 'complete');
    expect([(await look(kept)).status, (await look(once)).status]).toEqual([200, 404]);
    await core.done('DELETE', `/services/${id}`);
    await core.work(id, 'complete');
    expect((await look(kept)).status).toBe(404);
    const me = await core.done('GET', '/agents/me', undefined, core.berlin.token);
    expect((await look(me.configuration.token.replace('vault://', ''))).body).toEqual({ value: 'berlin' });
  });

  it('with the workers on, jobs time out by the wall clock and silent agents are disconnected', async () => {
    core.emulator.configure({ durations: { fulcrum: { 'job.timeout': 300_000, 'agent.health': 30_000 } } });
    const { id } = await core.order();
    await core.done('PUT', '/agents/me/status', { status: 'Connected' }, core.berlin.token);
    const job = await core.job(id);
    await core.done('POST', `/jobs/${job.id}/claim`, undefined, core.berlin.token);
    core.pass(300_001);
    expect(await core.service(id)).toMatchObject({ status: 'New', agent: { status: 'Disconnected' } });
    expect(await core.call('POST', `/jobs/${job.id}/complete`, {}, core.berlin.token)).toMatchObject({
      status: 400,
      body: { error: 'invalid input: cannot complete a job not in processing status' },
    });
  });
});

describe('who may what', () => {
  it('a stranger sees nothing of others, and admins alone define what there is', async () => {
    const other = await core.done('POST', '/participants', { name: 'other', status: 'Enabled' }, core.admin);
    const { value } = await core.done(
      'POST',
      '/tokens',
      { name: 't', role: 'participant', scopeId: other.id },
      core.admin,
    );
    const { id } = await core.order();
    expect((await core.done('GET', '/agents', undefined, value)).items).toEqual([]);
    expect((await core.done('GET', '/services', undefined, value)).items).toEqual([]);
    expect((await core.call('GET', `/services/${id}`, undefined, value)).status).toBe(403);
    expect((await core.call('POST', '/service-types', {}, value)).status).toBe(403);
    // But it may order from an agent that it cannot see.
    const group = await core.done('POST', '/service-groups', { name: 'g', consumerId: other.id }, value);
    const wish = { groupId: group.id, serviceTypeId: core.type.id, agentId: core.berlin.id, name: 'w' };
    const made = await core.done('POST', '/services', { ...wish, properties: { cpus: 1 } }, value);
    expect(made.consumerId).toBe(other.id);
    const beside = { ...wish, properties: { cpus: 1, beside: id } };
    expect((await core.call('POST', '/services', beside, value)).body.errors[0].message).toMatch(/same consumer/);
    expect((await core.call('POST', '/tokens', { name: 'a', role: 'admin' }, value)).status).toBe(403);
  });

  it('options are of providers, and bind what is ordered', async () => {
    const type = await core.done('POST', '/service-option-types', { name: 'Sizes', type: 'size' }, core.admin);
    const me = await core.done('GET', '/agents/me', undefined, core.berlin.token);
    const wish = { providerId: me.providerId, serviceOptionTypeId: type.id, name: 'small', value: 's' };
    const option = await core.done('POST', '/service-options', wish, core.berlin.token);
    expect((await core.order({ properties: { cpus: 1, size: 's' } })).properties.size).toBe('s');
    await core.done('PATCH', `/service-options/${option.id}`, { enabled: false }, core.berlin.token);
    await expect(core.order({ name: 'b', properties: { cpus: 1, size: 's' } })).rejects.toThrow(
      /no enabled service options/,
    );
  });

  it('metrics come from agents and are read by consumers', async () => {
    await core.done('POST', '/metric-types', { name: 'cpu', entityType: 'Service' }, core.admin);
    const { id } = await core.order();
    await core.work(id, 'complete', { agentInstanceId: 'de:1' });
    const entry = { agentInstanceId: 'de:1', resourceId: 'cpu0', value: 0.5, typeName: 'cpu' };
    expect((await core.call('POST', '/metric-entries', entry, core.berlin.token)).status).toBe(201);
    expect((await core.call('POST', '/metric-entries', { ...entry, typeName: 'x' }, core.berlin.token)).status).toBe(
      404,
    );
    expect((await core.done('GET', `/metric-entries?serviceId=${id}`)).items).toMatchObject([
      { value: 0.5, resourceId: 'cpu0' },
    ]);
  });
});
