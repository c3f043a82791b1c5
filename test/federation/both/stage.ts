import type { Body, Client } from './client.js';

export const NOBODY = '00000000-0000-4000-8000-000000000000';

const by = (...actors: string[]) => [{ type: 'actor', config: { actors } }];

/** A service type with all that a schema can say of what our own types say. */
export const typeOf = (c: Client) => ({
  name: `${c.prefix}-vm`,
  propertySchema: {
    properties: {
      cpus: {
        type: 'integer',
        label: 'Processors',
        required: true,
        validators: [
          { type: 'min', config: { value: 1 } },
          { type: 'max', config: { value: 64 } },
        ],
      },
      image: { type: 'string', immutable: true, default: 'debian' },
      ip: { type: 'string', authorizers: by('agent') },
      password: { type: 'string', authorizers: by('user'), secret: { type: 'persistent' } },
      once: { type: 'string', secret: { type: 'ephemeral' } },
      net: { type: 'object', properties: { v4: { type: 'string' }, v6: { type: 'string' } } },
      labels: { type: 'object' },
      free: { type: 'json' },
      share: { type: 'number' },
      hot: { type: 'boolean', authorizers: [{ type: 'state', config: { allowedStates: ['Stopped'] } }] },
      name: {
        type: 'string',
        validators: [
          { type: 'minLength', config: { value: 2 } },
          { type: 'maxLength', config: { value: 8 } },
          { type: 'pattern', config: { pattern: '^[a-zé]+$' } },
        ],
      },
      kind: { type: 'string', validators: [{ type: 'enum', config: { values: ['a', 'b'] } }] },
      ports: {
        type: 'array',
        items: { type: 'integer', validators: [{ type: 'max', config: { value: 9 } }] },
        validators: [
          { type: 'minItems', config: { value: 1 } },
          { type: 'maxItems', config: { value: 3 } },
        ],
      },
      beside: {
        type: 'uuid',
        validators: [{ type: 'serviceReference', config: { types: [`${c.prefix}-vm`], origin: 'consumer' } }],
      },
      size: { type: 'string', validators: [{ type: 'serviceOption', config: { value: option(c) } }] },
    },
    validators: [],
  },
  lifecycleSchema: {
    states: ['New', 'Started', 'Stopped', 'Lost', 'Deleted'].map((name) => ({ name })),
    actions: [
      { name: 'create', transitions: [{ from: 'New', to: 'Started' }] },
      { name: 'start', transitions: [{ from: 'Stopped', to: 'Started' }] },
      { name: 'stop', transitions: [{ from: 'Started', to: 'Stopped' }] },
      {
        name: 'update',
        transitions: [
          ...['Started', 'Stopped'].map((name) => ({ from: name, to: name })),
          { from: 'Started', to: 'Lost', onError: true, onErrorRegexp: '^not-found\\b' },
          { from: 'Started', to: 'Stopped', onError: true, onErrorRegexp: 'disk' },
        ],
      },
      { name: 'delete', transitions: ['New', 'Started', 'Stopped'].map((from) => ({ from, to: 'Deleted' })) },
    ],
    initialState: 'New',
    terminalStates: ['Lost', 'Deleted'],
    runningStates: ['Started'],
  },
});

export const option = (c: Client) => c.prefix.replace('-', '_');

/** Who there is in a run: two providers with an agent each, two consumers. */
export interface Stage {
  type: string;
  agentType: string;
  provider: string;
  consumer: string;
  /** Tokens. */
  providing: string;
  consuming: string;
  stranger: string;
  berlin: { id: string; token: string };
  paris: { id: string; token: string };
  group: string;
}

/** Sets a core up with it, unrecorded. */
export async function stage(c: Client): Promise<Stage> {
  const make = async (path: string, body: object): Promise<Body> => {
    const answer = await c.send('POST', path, { body });
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const token = async (role: string, scopeId: string) =>
    (await make('/tokens', { name: `${c.prefix}-${role}`, role, scopeId })).value as string;
  const participant = async (name: string) =>
    (await make('/participants', { name: `${c.prefix}-${name}`, status: 'Enabled' })).id as string;
  const type = await make('/service-types', typeOf(c));
  const agentType = await make('/agent-types', {
    name: `${c.prefix}-vms`,
    serviceTypeIds: [type.id],
    configurationSchema: {
      properties: { key: { type: 'string', secret: { type: 'persistent' } }, zone: { type: 'string' } },
      validators: [],
    },
  });
  const agent = async (name: string, providerId: string) => {
    const wish = { name: `${c.prefix}-${name}`, providerId, agentTypeId: agentType.id, tags: [c.prefix, name] };
    const { id } = await make('/agents', { ...wish, configuration: { key: name, zone: name } });
    return { id: id as string, token: await token('agent', id) };
  };
  const [provider, other] = [await participant('provider'), await participant('other')];
  const [consumer, stranger] = [await participant('consumer'), await participant('stranger')];
  return {
    type: type.id,
    agentType: agentType.id,
    provider,
    consumer,
    providing: await token('participant', provider),
    consuming: await token('participant', consumer),
    stranger: await token('participant', stranger),
    berlin: await agent('berlin', provider),
    paris: await agent('paris', other),
    group: (await make('/service-groups', { name: `${c.prefix}-shop`, consumerId: consumer })).id,
  };
}
