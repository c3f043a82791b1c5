import type { Client } from '../client.js';
import { NOBODY, option, type Stage, typeOf } from '../stage.js';

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
