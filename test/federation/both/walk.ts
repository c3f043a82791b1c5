import type { Call, Client } from './client.js';
import { NOBODY, option, type Stage, typeOf } from './stage.js';

/** Who may in, and what a request has to look like. */
export async function access(c: Client, { consuming, berlin, agentType, provider }: Stage): Promise<void> {
  await c.step('no token', 'GET', '/services', { as: null });
  await c.step('a token that is none', 'GET', '/services', { as: 'none' });
  await c.step('another scheme', 'GET', '/services', { as: null, headers: { authorization: 'Basic eDp5' } });
  await c.step('no such path', 'GET', '/nothing');
  await c.step('no such path without a token', 'GET', '/nothing', { as: null });
  await c.step('no such method', 'PUT', '/services');
  await c.step('an id that is none', 'GET', '/services/7');
  await c.step('an id of nothing', 'GET', `/services/${NOBODY}`);
  await c.step('an action on nothing', 'POST', `/services/${NOBODY}/stop`);
  for (const path of [
    'agents',
    'jobs',
    'service-types',
    'service-groups',
    'participants',
    'tokens',
    'service-options',
  ]) {
    await c.step(`none of ${path}`, 'GET', `/${path}/${NOBODY}`);
    await c.step(`delete none of ${path}`, 'DELETE', `/${path}/${NOBODY}`);
  }
  await c.step('a body that is none', 'POST', '/participants', { raw: '{"name"' });
  await c.step('an empty body', 'POST', '/participants', { raw: '' });
  await c.step('a body of no type', 'POST', '/participants', { raw: '{}', headers: { 'content-type': 'text/plain' } });
  await c.step('a body of the wrong shape', 'POST', '/participants', { body: { name: 7 } });
  await c.step('a list for a body', 'POST', '/participants', { body: [] });
  await c.step('page nought', 'GET', '/services?page=0');
  await c.step('page that is none', 'GET', '/services?page=x');
  await c.step('pages too long', 'GET', '/services?pageSize=101');
  await c.step('a filter there is not', 'GET', '/services?agentId=1');
  await c.step('an order there is not', 'GET', '/services?sort=colour');
  await c.step('a filter by no id', 'GET', '/jobs?agentId=1');
  await c.step('a filter by no status', 'GET', '/jobs?status=Lost');
  await c.step('admin has no self', 'GET', '/agents/me');
  await c.step('a participant is no agent', 'GET', '/agents/me', { as: consuming });
  await c.step('a participant makes no types', 'POST', '/service-types', { as: consuming, body: typeOf(c) });
  await c.step('an agent makes no agents', 'POST', '/agents', {
    as: berlin.token,
    body: { name: 'x', providerId: provider, agentTypeId: agentType },
  });
  await c.step('an agent orders nothing', 'POST', '/services', { as: berlin.token, body: {} });
  await c.step('an agent sees groups', 'GET', '/service-groups', { as: berlin.token });
  await c.step('a participant asks for jobs', 'GET', '/jobs/pending', { as: consuming });
  await c.step('admin asks for jobs', 'GET', '/jobs/pending');
}

/** Participants and tokens. */
export async function people(c: Client, { berlin, consumer, consuming, provider }: Stage): Promise<void> {
  const name = `${c.prefix}-new`;
  const { id } = await c.step('a participant', 'POST', '/participants', { body: { name, status: 'Enabled' } });
  await c.step('a participant of no status', 'POST', '/participants', { body: { name: `${name}-2` } });
  await c.step('a participant of a wrong status', 'POST', '/participants', { body: { name, status: 'Gone' } });
  await c.step('a participant without a name', 'POST', '/participants', { body: { status: 'Enabled' } });
  await c.step('a participant twice', 'POST', '/participants', { body: { name, status: 'Enabled' } });
  await c.step('rename it', 'PATCH', `/participants/${id}`, { body: { name: `${name}-3` } });
  await c.step('unname it', 'PATCH', `/participants/${id}`, { body: { name: '' } });
  await c.step('disable it', 'PATCH', `/participants/${id}`, { body: { status: 'Disabled' } });
  await c.step('each sees itself', 'GET', '/participants', { as: consuming });
  await c.step('nobody else', 'GET', `/participants/${provider}`, { as: consuming });
  await c.step(
    'by part of a name, in order',
    'GET',
    `/participants?name=${c.prefix.toUpperCase()}&sort=name&pageSize=3`,
  );
  await c.step('and back', 'GET', `/participants?name=${c.prefix}&sort=-name&pageSize=2&page=2`);
  const token = (step: string, body: object, more: Call = {}) => c.step(step, 'POST', '/tokens', { ...more, body });
  const made = await token('a token', { name, role: 'participant', scopeId: id });
  await token('a token for long', { name, role: 'participant', scopeId: id, expireAt: '2036-01-01T00:00:00Z' });
  await token('a token of no moment', { name, role: 'participant', scopeId: id, expireAt: 'soon' });
  await token('a token of no scope', { name, role: 'participant' });
  await token('a token of no role', { name, role: 'guest', scopeId: id });
  await token('a token without a name', { role: 'participant', scopeId: id });
  await token('a token of nobody', { name, role: 'participant', scopeId: NOBODY });
  await token('a token of no agent', { name, role: 'agent', scopeId: NOBODY });
  await token('a token of an agent', { name, role: 'agent', scopeId: berlin.id });
  await token('a participant makes none of the admin', { name, role: 'admin' }, { as: consuming });
  await token('nor of others', { name, role: 'participant', scopeId: id }, { as: consuming });
  await token('nor of their agents', { name, role: 'agent', scopeId: berlin.id }, { as: consuming });
  await token('of itself it does', { name, role: 'participant', scopeId: consumer }, { as: consuming });
  await c.step('look at the token', 'GET', `/tokens/${made.id}`);
  await c.step('a disabled one asks', 'GET', '/participants', { as: made.value });
  await c.step('rename the token', 'PATCH', `/tokens/${made.id}`, { body: { name: `${name}-t` } });
  await c.step('make it old', 'PATCH', `/tokens/${made.id}`, { body: { expireAt: '2020-01-01T00:00:00Z' } });
  await c.step('an old token', 'GET', '/participants', { as: made.value });
  await c.step('make it young', 'PATCH', `/tokens/${made.id}`, { body: { expireAt: '2036-01-01T00:00:00Z' } });
  await c.step('another value', 'POST', `/tokens/${made.id}/regenerate`);
  await c.step('the value before', 'GET', '/participants', { as: made.value });
  await c.step('delete the token', 'DELETE', `/tokens/${made.id}`);
  await c.step('delete a provider', 'DELETE', `/participants/${provider}`);
  await c.step('delete the participant', 'DELETE', `/participants/${id}`);
  await c.step('delete it twice', 'DELETE', `/participants/${id}`);
}

/** Types: what can be ordered, delivered, chosen from, measured. */
export async function types(c: Client, { agentType, type }: Stage): Promise<void> {
  const whole = typeOf(c);
  const name = `${c.prefix}-new`;
  const simple = {
    name,
    propertySchema: { properties: { a: { type: 'string' } }, validators: [] },
    lifecycleSchema: whole.lifecycleSchema,
  };
  const post = (step: string, more: object) => c.step(step, 'POST', '/service-types', { body: { ...simple, ...more } });
  const { id } = await post('a service type', {});
  await post('a service type twice', {});
  await post('a service type without a name', { name: '' });
  await post('without properties', { name: `${name}-x`, propertySchema: { properties: {} } });
  await post('without a schema', { name: `${name}-x`, propertySchema: undefined });
  await post('without a life', { name: `${name}-x`, lifecycleSchema: undefined });
  const property = (step: string, definition: object) =>
    post(step, { name: `${name}-x`, propertySchema: { properties: { a: definition } } });
  await property('of no type', { type: 'colour' });
  await property('of a default of another type', { type: 'string', default: 7 });
  await property('of a rule there is not', { type: 'string', validators: [{ type: 'pretty', config: {} }] });
  await property('of a rule without what it needs', { type: 'string', validators: [{ type: 'min' }] });
  await property('of a pattern that is none', {
    type: 'string',
    validators: [{ type: 'pattern', config: { pattern: '(?=a)' } }],
  });
  await property('of an actor there is not', {
    type: 'string',
    authorizers: [{ type: 'actor', config: { actors: ['god'] } }],
  });
  await property('of a secret list', { type: 'array', secret: { type: 'persistent' } });
  await property('of a secret of no sort', { type: 'string', secret: { type: 'big' } });
  const life = (step: string, more: object) =>
    post(step, { name: `${name}-x`, lifecycleSchema: { ...whole.lifecycleSchema, ...more } });
  await life('begins nowhere', { initialState: '' });
  await life('begins in no state', { initialState: 'Nowhere' });
  await life('without states', { states: [] });
  await life('without actions', { actions: [] });
  await life('leads to no state', { actions: [{ name: 'x', transitions: [{ from: 'New', to: 'Nowhere' }] }] });
  await life('an expression that is none', {
    actions: [{ name: 'x', transitions: [{ from: 'New', to: 'New', onError: true, onErrorRegexp: '(?=a)' }] }],
  });
  await c.step('the type, read', 'GET', `/service-types/${id}`);
  await c.step('types by name', 'GET', `/service-types?name=${c.prefix}&sort=name`);
  await c.step('change its schema', 'PATCH', `/service-types/${id}`, {
    body: { propertySchema: { properties: { b: { type: 'integer' } } } },
  });
  await c.step('change its name to one there is', 'PATCH', `/service-types/${id}`, { body: { name: whole.name } });
  await c.step('validate, as is documented', 'POST', `/service-types/${id}/validate`, { body: { properties: {} } });
  await c.step('delete the type', 'DELETE', `/service-types/${id}`);

  const agent = (step: string, more: object) =>
    c.step(step, 'POST', '/agent-types', {
      body: { name, serviceTypeIds: [type], configurationSchema: simple.propertySchema, ...more },
    });
  const made = await agent('an agent type', {});
  await agent('an agent type twice', {});
  await agent('an agent type of nothing', { name: `${name}-2`, serviceTypeIds: [] });
  await agent('an agent type without a schema', { name: `${name}-4`, configurationSchema: undefined });
  await c.step('give it no types', 'PATCH', `/agent-types/${made.id}`, { body: { serviceTypeIds: [] } });
  await c.step('give it a type', 'PATCH', `/agent-types/${made.id}`, { body: { serviceTypeIds: [type] } });
  await c.step('agent types by name', 'GET', `/agent-types?name=${name}&sort=name`);
  await c.step('the agent type, read', 'GET', `/agent-types/${made.id}`);
  await c.step('delete an agent type in use', 'DELETE', `/agent-types/${agentType}`);
  await c.step('delete the agent type', 'DELETE', `/agent-types/${made.id}`);

  const metric = (step: string, body: object) => c.step(step, 'POST', '/metric-types', { body });
  const { id: metricId } = await metric('a metric type', { name, entityType: 'Service' });
  await metric('a metric type twice', { name, entityType: 'Service' });
  await metric('a metric type of nothing', { name: `${name}-2`, entityType: 'Moon' });
  await metric('a metric type without a name', { entityType: 'Service' });
  await c.step('metric types by name', 'GET', `/metric-types?name=${name}&sort=name`);
  await c.step('delete the metric type', 'DELETE', `/metric-types/${metricId}`);

  const choice = (step: string, body: object) => c.step(step, 'POST', '/service-option-types', { body });
  const { id: choiceId } = await choice('an option type', { name, type: `${option(c)}_x`, description: 'x' });
  await choice('an option type twice', { name, type: `${option(c)}_x` });
  await choice('an option type of no word', { name, type: 'a-b' });
  await choice('an option type without a name', { type: `${option(c)}_y` });
  await c.step('describe it', 'PATCH', `/service-option-types/${choiceId}`, { body: { description: 'y' } });
  await c.step('option types by type', 'GET', `/service-option-types?type=${option(c)}_x`);
  await c.step('option types by name', 'GET', `/service-option-types?name=${name}&sort=name`);
  await c.step('delete the option type', 'DELETE', `/service-option-types/${choiceId}`);
}

/** Agents, what they say of themselves, and whom tags choose. */
export async function agents(c: Client, s: Stage): Promise<void> {
  const { agentType, provider, providing, consuming, berlin, paris } = s;
  const wish = { name: `${c.prefix}-rome`, providerId: provider, agentTypeId: agentType };
  const post = (step: string, more: object, as = providing) =>
    c.step(step, 'POST', '/agents', { as, body: { ...wish, ...more } });
  const rome = await post('an agent', { tags: ['IT', c.prefix], configuration: { key: 's3cret', zone: 'z' } });
  await post('an agent twice', {});
  await post('an agent without a name', { name: '' });
  await post('an agent with an empty tag', { tags: [''] });
  await post('an agent with a long tag', { tags: ['x'.repeat(101)] });
  await post('an agent of no type', { agentTypeId: NOBODY });
  await post('an agent of nobody', { providerId: NOBODY });
  await c.step('an agent of nobody, by the admin', 'POST', '/agents', { body: { ...wish, providerId: NOBODY } });
  await post('an agent of another', {}, consuming);
  await post('configured wrongly', { name: `${c.prefix}-x`, configuration: { zone: 7 } });
  await post('configured with what is not known', { name: `${c.prefix}-y`, configuration: { colour: 'red' } });
  await c.step('the agent, read', 'GET', `/agents/${rome.id}`, { as: providing });
  await c.step('the agent, read by a consumer', 'GET', `/agents/${rome.id}`, { as: consuming });
  await c.step('agents, of a consumer', 'GET', '/agents', { as: consuming });
  await c.step('agents, of the provider', 'GET', '/agents?sort=name', { as: providing });
  await c.step('agents, of another agent', 'GET', '/agents', { as: paris.token });
  await c.step('agents by status', 'GET', `/agents?name=${c.prefix}&status=Connected`);
  await c.step('agents by no status', 'GET', '/agents?status=Asleep');
  await c.step('who am I', 'GET', '/agents/me', { as: berlin.token });
  const say = (step: string, status: unknown) =>
    c.step(step, 'PUT', '/agents/me/status', { as: berlin.token, body: { status } });
  await say('I am connected', 'Connected');
  await say('I am broken', 'Error');
  await say('I am new', 'New');
  await say('I am disabled', 'Disabled');
  await say('I am asleep', 'Asleep');
  await say('I am nothing', undefined);
  await say('I am gone', 'Disconnected');
  await c.step('status by path', 'PUT', `/agents/${berlin.id}/status`, { as: berlin.token, body: { status: 'Error' } });
  await c.step('an agent changes itself', 'PATCH', `/agents/${berlin.id}`, { as: berlin.token, body: { tags: [] } });
  const patch = (step: string, body: object) => c.step(step, 'PATCH', `/agents/${rome.id}`, { as: providing, body });
  await patch('tag it', { tags: ['IT', 'EU', c.prefix] });
  await patch('rename it', { name: `${c.prefix}-roma` });
  await patch('unname it', { name: '' });
  await patch('configure it', { configuration: { zone: 'y' } });
  await patch('configure it wrongly', { configuration: { zone: 7 } });
  await patch('disable it', { status: 'Disabled' });
  await c.step('delete it', 'DELETE', `/agents/${rome.id}`, { as: providing });
  await c.step('delete it twice', 'DELETE', `/agents/${rome.id}`, { as: providing });

  const tags = [c.prefix];
  const order = (step: string, more: object) =>
    c.step(step, 'POST', '/services', {
      as: consuming,
      body: { groupId: s.group, serviceTypeId: s.type, name: 'x', properties: { cpus: 1 }, ...more },
    });
  await order('by a tag that one has', { agentTags: ['berlin'] });
  await order('by tags that one has', { agentTags: [c.prefix, 'paris'] });
  await order('by a tag that none has', { agentTags: ['mars'] });
  await c.send('PUT', '/agents/me/status', { as: berlin.token, body: { status: 'Connected' } });
  await order('by a tag that both have', { agentTags: tags });
  await c.send('PUT', '/agents/me/status', { as: paris.token, body: { status: 'Connected' } });
  await order('by the same after a heartbeat of the other', { agentTags: tags });
  await order('by an agent that is not', { agentId: NOBODY });
  await c.step('delete an agent in use', 'DELETE', `/agents/${berlin.id}`, { as: providing });
}

/** Services: what may be ordered, and what becomes of it. */
export async function services(c: Client, s: Stage): Promise<void> {
  const { consuming, stranger, berlin, consumer } = s;
  const wish = { groupId: s.group, serviceTypeId: s.type, agentId: berlin.id, name: `${c.prefix}-web` };
  const order = (step: string, properties: unknown, more: object = {}, as = consuming) =>
    c.step(step, 'POST', '/services', { as, body: { ...wish, properties, ...more } });
  const web = await order('an order', { cpus: 2, colour: 'red', net: { v4: 'a', v6: 'b' }, labels: { a: '1' } });
  await order('without what is required', {});
  await order('without properties', undefined);
  await order('of the wrong types', { cpus: '2', share: 'x', hot: 1, net: [], ports: {}, beside: 'x', free: null });
  await order('of numbers with fractions', { cpus: 1.5, share: 1.5 });
  await order('out of bounds', { cpus: 65, name: 'x', kind: 'c', ports: [] });
  await order('out of the other bounds', { cpus: 0, name: 'abcdefghi', ports: [1, 2, 3, 4] });
  await order('of a name that is counted in bytes', { cpus: 1, name: 'ééééé' });
  await order('of items out of bounds', { cpus: 1, ports: [1, 10, 'x'] });
  await order('of what only agents say', { cpus: 1, ip: '10.0.0.1' });
  await order('beside nothing', { cpus: 1, beside: NOBODY });
  await order('of a size when there is none', { cpus: 1, size: 's' });
  await order('all nothing', { cpus: 1, image: null, name: null, labels: null });
  await order('in no group', { cpus: 1 }, { groupId: NOBODY });
  await order('of no type', { cpus: 1 }, { serviceTypeId: NOBODY });
  await order('without a name', { cpus: 1 }, { name: '' });
  await order('in the group of another', { cpus: 1 }, {}, stranger);
  const theirs = await c.step('a group of the stranger', 'POST', '/service-groups', {
    as: stranger,
    body: {
      name: `${c.prefix}-g`,
      consumerId: (await c.send('GET', '/participants', { as: stranger })).body.items[0].id,
    },
  });
  await order('beside that of another', { cpus: 1, beside: web.id }, { groupId: theirs.id }, stranger);
  await c.step('a group of somebody else', 'POST', '/service-groups', {
    as: stranger,
    body: { name: 'x', consumerId: consumer },
  });
  await c.step('a group without a name', 'POST', '/service-groups', {
    as: consuming,
    body: { name: '', consumerId: consumer },
  });
  await c.step('groups', 'GET', `/service-groups?name=${c.prefix}`, { as: consuming });
  await c.step('read', 'GET', `/services/${web.id}`, { as: consuming });
  await c.step('read by the provider', 'GET', `/services/${web.id}`, { as: s.providing });
  await c.step('read by its agent', 'GET', `/services/${web.id}`, { as: berlin.token });
  await c.step('read by another agent', 'GET', `/services/${web.id}`, { as: s.paris.token });
  await c.step('read by a stranger', 'GET', `/services/${web.id}`, { as: stranger });
  await c.step('services of a stranger', 'GET', '/services', { as: stranger });
  await c.step(
    'by name and state',
    'GET',
    `/services?name=${c.prefix}-W&currentStatus=New&currentStatus=Started&sort=name`,
    {
      as: consuming,
    },
  );
  const patch = (step: string, body: object, id = web.id) =>
    c.step(step, 'PATCH', `/services/${id}`, { as: consuming, body });
  await patch('renamed', { name: `${c.prefix}-www` });
  await patch('unnamed', { name: '' });
  await patch('changed while it is made', { properties: { cpus: 3 } });
  await patch('changed not at all', {});
  await c.step('stopped while it is made', 'POST', `/services/${web.id}/stop`, { as: consuming });
  await c.step('deleted while it is made', 'DELETE', `/services/${web.id}`, { as: consuming });
  await c.step('made again while it is made', 'POST', `/services/${web.id}/create`, { as: consuming });
  await c.step('an action there is not', 'POST', `/services/${web.id}/fly`, { as: consuming });
  await work(c, s, web.id, 'complete', {});
  await patch('an immutable one changed', { properties: { image: 'arch' } });
  await patch('an immutable one said again', { properties: { image: 'debian' } });
  await c.step('its job', 'GET', `/jobs?serviceId=${web.id}&sort=-createdAt&pageSize=1`, { as: consuming });
  await patch('changed again while it changes', { properties: { cpus: 4 } });
  await work(c, s, web.id, 'complete', {});
  await patch('some unset', { properties: { labels: null, net: { v4: 'c', v6: null }, cpus: 5 } });
  await c.step('what is asked', 'GET', `/jobs?serviceId=${web.id}&sort=-createdAt&pageSize=1`, { as: berlin.token });
  await work(c, s, web.id, 'complete', {});
  await patch('labels changed', { properties: { labels: { b: '2' }, ports: [1, 2] } });
  await work(c, s, web.id, 'complete', {});
  await patch('a shorter list', { properties: { ports: [3] } });
  await work(c, s, web.id, 'complete', {});
  await c.step('changed', 'GET', `/services/${web.id}`, { as: consuming });
  await patch('what only agents say', { properties: { ip: 'x' } });
  await patch('what this state forbids', { properties: { hot: true } });
  await c.step('started when it runs', 'POST', `/services/${web.id}/start`, { as: consuming });
  await c.step('stop', 'POST', `/services/${web.id}/stop`, { as: consuming, body: { force: true } });
  await work(c, s, web.id, 'complete', {});
  await patch('what this state allows', { properties: { hot: true } });
  await work(c, s, web.id, 'complete', {});
  await c.step('an agent deletes it', 'DELETE', `/services/${web.id}`, { as: berlin.token });
  await c.step('an agent acts on it', 'POST', `/services/${web.id}/start`, { as: berlin.token });
  await c.step('a provider acts on it', 'POST', `/services/${web.id}/start`, { as: s.providing });
  await work(c, s, web.id, 'complete', {});
  await c.step('delete', 'DELETE', `/services/${web.id}`, { as: consuming });
  await work(c, s, web.id, 'complete', {});
  await c.step('deleted, read', 'GET', `/services/${web.id}`, { as: consuming });
  await c.step('delete twice', 'DELETE', `/services/${web.id}`, { as: consuming });
  await patch('change the deleted', { properties: { cpus: 1 } });
  await patch('rename the deleted', { name: `${c.prefix}-old` });
  await order('beside what is deleted', { cpus: 1, beside: web.id });
  await c.step('delete the group', 'DELETE', `/service-groups/${s.group}`, { as: consuming });
  await c.step('rename the group', 'PATCH', `/service-groups/${theirs.id}`, {
    as: stranger,
    body: { name: `${c.prefix}-h` },
  });
  await c.step('delete an empty group', 'DELETE', `/service-groups/${theirs.id}`, { as: stranger });
}

/** Claims the last job of a service and ends it; unrecorded. */
async function work(
  c: Client,
  { berlin }: Stage,
  serviceId: string,
  end: 'complete' | 'fail',
  body: object,
): Promise<void> {
  const { id } = await lastJob(c, serviceId);
  for (const [path, said] of [
    ['claim', undefined],
    [end, body],
  ] as const) {
    const { status, body: answer } = await c.send('POST', `/jobs/${id}/${path}`, { as: berlin.token, body: said });
    if (status !== 204) throw new Error(`${path} of ${id}: ${status} ${JSON.stringify(answer)}`);
  }
}

async function lastJob(c: Client, serviceId: string) {
  return (await c.send('GET', `/jobs?serviceId=${serviceId}&sort=-createdAt&pageSize=1`)).body.items[0];
}

/** Jobs: who gets which, and how they end. */
export async function jobs(c: Client, s: Stage): Promise<void> {
  const { consuming, berlin, paris, providing } = s;
  const order = async (step: string, more: object = {}) => {
    const body = { groupId: s.group, serviceTypeId: s.type, agentId: berlin.id, name: `${c.prefix}-${step}` };
    const made = await c.send('POST', '/services', {
      as: consuming,
      body: { ...body, properties: { cpus: 1 }, ...more },
    });
    // Times tell jobs apart.
    await c.endpoint.pause();
    return { id: made.body.id as string, job: (await lastJob(c, made.body.id)).id as string };
  };
  const at = (step: string, job: string, path: string, body?: object, as = berlin.token) =>
    c.step(step, 'POST', `/jobs/${job}/${path}`, { as, body });
  const pending = (step: string, query = '', as = berlin.token) => c.step(step, 'GET', `/jobs/pending${query}`, { as });
  const read = (step: string, id: string) => c.step(step, 'GET', `/services/${id}`, { as: consuming });

  await pending('nothing to do');
  const [web, db] = [await order('web'), await order('db')];
  const group = await c.send('POST', '/service-groups', {
    as: consuming,
    body: { name: `${c.prefix}-2`, consumerId: s.consumer },
  });
  const mail = await order('mail', { groupId: group.body.id });
  await pending('one of each group', '?limit=5');
  c.count('no more than is asked', await pending('no more than is asked', '?limit=1'));
  await pending('a limit that is none', '?limit=x');
  await pending('nothing for the other', '', paris.token);
  await at('complete what is not claimed', web.job, 'complete', {});
  await at('fail what is not claimed', web.job, 'fail', { errorMessage: 'x' });
  await at('claimed by the other agent', web.job, 'claim', undefined, paris.token);
  await at('claimed by the consumer', web.job, 'claim', undefined, consuming);
  await at('claimed by the provider', web.job, 'claim', undefined, providing);
  await at('claim', web.job, 'claim');
  await at('claim twice', web.job, 'claim');
  await pending('none of a group with one under way', '?limit=5');
  await c.step('under way, for the agent', 'GET', `/jobs?status=Processing&sort=createdAt`, { as: berlin.token });
  await c.step('jobs of the other agent', 'GET', '/jobs', { as: paris.token });
  await c.step('a job', 'GET', `/jobs/${web.job}`, { as: berlin.token });
  await c.step('a job, for the consumer', 'GET', `/jobs/${web.job}`, { as: consuming });
  await at('completed by the other', web.job, 'complete', {}, paris.token);
  await at('complete with nothing said', web.job, 'complete');
  await at('complete with wrong properties', web.job, 'complete', { properties: { ip: 7 } });
  await at('complete with what users say', web.job, 'complete', { properties: { password: 'x' } });
  await at('complete with data of no shape', web.job, 'complete', { agentInstanceData: 'x' });
  await at('complete', web.job, 'complete', {
    agentInstanceId: `${c.prefix}:1`,
    agentInstanceData: { disk: 'a', deep: { b: [1] } },
    properties: { ip: '10.0.0.1', unknown: 1 },
  });
  await at('complete twice', web.job, 'complete', {});
  await at('fail what is done', web.job, 'fail', { errorMessage: 'x' });
  await read('made', web.id);
  await pending('the next of the group', '?limit=5');
  await c.send('POST', `/jobs/${db.job}/claim`, { as: berlin.token });
  await at('complete with the id of another', db.job, 'complete', { agentInstanceId: `${c.prefix}:1` });
  await c.step('still under way', 'GET', `/jobs/${db.job}`, { as: berlin.token });
  await at('fail without a word', db.job, 'fail', {});
  await read('as new as before', db.id);
  await c.step('a failed job', 'GET', `/jobs/${db.job}`, { as: consuming });
  await c.step('again', 'POST', `/services/${db.id}/create`, { as: consuming });
  const again = await lastJob(c, db.id);
  await c.step('a job without parameters', 'GET', `/jobs/${again.id}`, { as: berlin.token });
  await work(c, s, db.id, 'complete', { agentInstanceId: `${c.prefix}:2` });
  await work(c, s, mail.id, 'fail', { errorMessage: 'out-of-stock: none left' });
  await c.step('give it up', 'DELETE', `/services/${mail.id}`, { as: consuming });
  await work(c, s, mail.id, 'complete', {});
  await read('given up', mail.id);

  const change = (id: string, cpus: number) =>
    c.send('PATCH', `/services/${id}`, { as: consuming, body: { properties: { cpus } } });
  await change(web.id, 4);
  await work(c, s, web.id, 'complete', { properties: { ip: '10.0.0.2' }, agentInstanceData: { disk: 'b' } });
  await read('properties of an update are lost', web.id);
  await change(web.id, 8);
  await work(c, s, web.id, 'fail', { errorMessage: 'no room on the disk' });
  await read('failed to another state', web.id);
  await c.send('POST', `/services/${web.id}/start`, { as: consuming });
  await work(c, s, web.id, 'fail', { errorMessage: 'not-found: gone' });
  await read('failed, and nothing changes', web.id);
  await change(db.id, 2);
  await work(c, s, db.id, 'fail', { errorMessage: 'not-found: it was deleted' });
  await read('lost', db.id);
  await c.step('change what is lost', 'PATCH', `/services/${db.id}`, {
    as: consuming,
    body: { properties: { cpus: 1 } },
  });
  await c.step('delete what is lost', 'DELETE', `/services/${db.id}`, { as: consuming });
  // The id of an instance is free again only where a job that was completed has ended the service.
  const heir = await order('heir');
  await c.send('POST', `/jobs/${heir.job}/claim`, { as: berlin.token });
  await at('complete with the id of what was lost', heir.job, 'complete', { agentInstanceId: `${c.prefix}:2` });
  await c.step('all jobs of a service', 'GET', `/jobs?serviceId=${web.id}&sort=createdAt`, { as: consuming });
  await c.step('by action', 'GET', `/jobs?serviceId=${web.id}&action=start`, { as: consuming });
  await c.step('by two states', 'GET', `/jobs?serviceId=${db.id}&status=Failed&status=Completed&sort=createdAt`, {
    as: berlin.token,
  });
  for (const sort of ['completedAt', '-completedAt'])
    await c.step(`by ${sort}`, 'GET', `/jobs?serviceId=${mail.id}&sort=${sort}`, { as: berlin.token });
}

/** Secrets, options, measures. */
export async function more(c: Client, s: Stage): Promise<void> {
  const { consuming, berlin, paris, provider, providing } = s;
  const order = (step: string, properties: object) =>
    c.step(step, 'POST', '/services', {
      as: consuming,
      body: {
        groupId: s.group,
        serviceTypeId: s.type,
        agentId: berlin.id,
        name: `${c.prefix}-${step.replaceAll(' ', '-')}`,
        properties: { cpus: 1, ...properties },
      },
    });
  const web = await order('with secrets', { password: 'hunter2', once: 'now' });
  const [kept, once] = [web.properties.password, web.properties.once].map((text: string) => text.slice(8)) as [
    string,
    string,
  ];
  const look = (step: string, reference: string, as: string | undefined = berlin.token) =>
    c.step(step, 'GET', `/vault/secrets/${reference}`, as === undefined ? {} : { as });
  await look('the secret', kept);
  await look('the other', once);
  await look('by the consumer', kept, consuming);
  await look('by the admin', kept, c.endpoint.admin);
  await look('by another agent', kept, paris.token);
  await look('none', NOBODY);
  await look('no reference', 'x');
  await work(c, s, web.id, 'complete', { agentInstanceId: `${c.prefix}:secret` });
  await look('kept after the job', kept);
  await look('gone with its job', once);
  await c.step('a new secret', 'PATCH', `/services/${web.id}`, {
    as: consuming,
    body: { properties: { password: 'hunter3' } },
  });
  await look('the one before', kept);
  const job = await lastJob(c, web.id);
  const next = job.params.password.slice(8);
  await look('the new one', next);
  await work(c, s, web.id, 'complete', {});
  const me = await c.send('GET', '/agents/me', { as: berlin.token });
  await look('of the configuration', me.body.configuration.key.slice(8));
  await c.send('DELETE', `/services/${web.id}`, { as: consuming });
  await work(c, s, web.id, 'complete', {});
  await look('gone with its service', next);

  const choice = await c.step('a type of options', 'POST', '/service-option-types', {
    body: { name: `${c.prefix}-sizes`, type: option(c), description: '' },
  });
  const wish = { providerId: provider, serviceOptionTypeId: choice.id, name: `${c.prefix} small`, value: 's' };
  const offer = (step: string, body: object, as = berlin.token) =>
    c.step(step, 'POST', '/service-options', { as, body: { ...wish, ...body } });
  await order('when nothing is offered', { size: 's' });
  const small = await offer('offered', { enabled: true, displayOrder: 1 });
  await offer('offered twice', {});
  await offer('of a value with parts', { name: `${c.prefix} big`, value: { b: 1, a: [1, null] }, displayOrder: 2 });
  await offer('of no value', { name: `${c.prefix} none`, value: null });
  await offer('of no name', { name: '' });
  await offer('of no type', { serviceOptionTypeId: NOBODY, name: 'x' });
  await offer('by another', { name: 'x' }, paris.token);
  await order('what is offered', { size: 's' });
  await order('what is not', { size: 'm' });
  await c.step(
    'options of the provider',
    'GET',
    `/service-options?serviceOptionTypeId=${choice.id}&sort=displayOrder`,
    { as: providing },
  );
  await c.step('options of the agent', 'GET', `/service-options?providerId=${provider}&enabled=true&sort=name`, {
    as: berlin.token,
  });
  await c.step('options of a consumer', 'GET', '/service-options', { as: consuming });
  await c.step('withdraw', 'PATCH', `/service-options/${small.id}`, { as: berlin.token, body: { enabled: false } });
  await c.step('change the value', 'PATCH', `/service-options/${small.id}`, {
    as: berlin.token,
    body: { value: { x: 1 } },
  });
  await c.step('delete the type of options', 'DELETE', `/service-option-types/${choice.id}`);
  await c.step('delete the option', 'DELETE', `/service-options/${small.id}`, { as: berlin.token });

  await c.step('a type of measure', 'POST', '/metric-types', {
    body: { name: `${c.prefix}-m`, entityType: 'Service' },
  });
  await c.step('another', 'POST', '/metric-types', { body: { name: `${c.prefix}-r`, entityType: 'Resource' } });
  const one = await order('measured', {});
  await work(c, s, one.id, 'complete', { agentInstanceId: `${c.prefix}:measured` });
  const measure = (step: string, body: object, as = berlin.token) =>
    c.step(step, 'POST', '/metric-entries', {
      as,
      body: { resourceId: 'r', value: 1.5, typeName: `${c.prefix}-m`, ...body },
    });
  await measure('by service', { serviceId: one.id });
  await measure('by instance', { agentInstanceId: `${c.prefix}:measured`, value: 0 });
  await measure('of a resource', { serviceId: one.id, typeName: `${c.prefix}-r` });
  await measure('of nothing', {});
  await measure('of no service', { serviceId: NOBODY });
  await measure('of no instance', { agentInstanceId: 'none' });
  await measure('of no measure', { serviceId: one.id, typeName: 'none' });
  await measure('of no resource', { serviceId: one.id, resourceId: '' });
  await measure('by the wrong agent', { serviceId: one.id }, paris.token);
  await measure('by a consumer', { serviceId: one.id }, consuming);
  await c.step('read by a consumer', 'GET', `/metric-entries?serviceId=${one.id}&sort=createdAt`, { as: consuming });
  await c.step('read by an agent', 'GET', '/metric-entries', { as: berlin.token });
}
