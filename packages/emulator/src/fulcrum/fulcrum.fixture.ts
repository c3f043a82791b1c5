import { type ManualClock, manualClock } from '../core/clock.js';
import { type Emulator, type EmulatorOptions, startClouds } from '../core/emulator.js';
import { fulcrum } from './index.js';
import { FIRST_PARTICIPANT } from './world.js';

// biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
type Body = any;

export const NOBODY = '00000000-0000-4000-8000-000000000000';

/** A core of its own on a clock that stands still, with a service type `vm`, and two agents that deliver it. */
export async function newCore(options: EmulatorOptions = {}) {
  const clock: ManualClock = manualClock(Date.UTC(2026, 10, 23));
  const emulator: Emulator = await startClouds([fulcrum], { clock, rateLimit: false, ...options });
  const { FULCRUM_URL: url = '', FULCRUM_TOKEN: token = '', FULCRUM_ADMIN_TOKEN: admin = '' } = emulator.env;

  const call = async (method: string, path: string, body?: unknown, as = token) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), authorization: `Bearer ${as}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      body: text ? JSON.parse(text) : null,
    };
  };
  const done = async (method: string, path: string, body?: unknown, as = token): Promise<Body> => {
    const answer = await call(method, path, body, as);
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

  const type = await done('POST', '/service-types', VM, admin);
  const schema = { properties: { token: { type: 'string', secret: { type: 'persistent' } } } };
  const agentType = await done(
    'POST',
    '/agent-types',
    { name: 'vms', serviceTypeIds: [type.id], configurationSchema: schema },
    admin,
  );
  const newAgent = async (name: string, tags: string[]) => {
    const wish = {
      name,
      providerId: FIRST_PARTICIPANT,
      agentTypeId: agentType.id,
      tags,
      configuration: { token: name },
    };
    const agent = await done('POST', '/agents', wish);
    const { value } = await done('POST', '/tokens', { name, role: 'agent', scopeId: agent.id });
    return { id: agent.id as string, token: value as string };
  };
  const [berlin, paris] = [await newAgent('berlin', ['DE', 'EU']), await newAgent('paris', ['FR', 'EU'])];
  const group = await done('POST', '/service-groups', { name: 'shop', consumerId: FIRST_PARTICIPANT });

  const order = (more: object = {}): Promise<Body> =>
    done('POST', '/services', {
      groupId: group.id,
      serviceTypeId: type.id,
      agentId: berlin.id,
      name: 'web',
      properties: { cpus: 2 },
      ...more,
    });
  const job = async (serviceId: string): Promise<Body> =>
    (await done('GET', `/jobs?serviceId=${serviceId}&sort=-createdAt`)).items[0];
  /** Claims the last job of a service and ends it. */
  const work = async (serviceId: string, end: 'complete' | 'fail', body: object = {}, by = berlin) => {
    const { id } = await job(serviceId);
    await done('POST', `/jobs/${id}/claim`, undefined, by.token);
    return call('POST', `/jobs/${id}/${end}`, body, by.token);
  };
  return {
    emulator,
    admin,
    call,
    done,
    type,
    agentType,
    berlin,
    paris,
    group,
    order,
    job,
    work,
    pass: (ms: number) => clock.advance(ms),
    service: (id: string): Promise<Body> => done('GET', `/services/${id}`),
    async close() {
      await emulator.close();
      expect(emulator.failures).toEqual([]);
    },
  };
}

const user = [{ type: 'actor', config: { actors: ['user'] } }];
const VM = {
  name: 'vm',
  propertySchema: {
    properties: {
      cpus: { type: 'integer', required: true, validators: [{ type: 'max', config: { value: 64 } }] },
      image: { type: 'string', immutable: true, default: 'debian' },
      ip: { type: 'string', authorizers: [{ type: 'actor', config: { actors: ['agent'] } }] },
      password: { type: 'string', authorizers: user, secret: { type: 'persistent' } },
      once: { type: 'string', secret: { type: 'ephemeral' } },
      net: { type: 'object', properties: { v4: { type: 'string' }, v6: { type: 'string' } } },
      beside: {
        type: 'uuid',
        validators: [{ type: 'serviceReference', config: { types: ['vm'], origin: 'consumer' } }],
      },
      size: { type: 'string', validators: [{ type: 'serviceOption', config: { value: 'size' } }] },
    },
  },
  lifecycleSchema: {
    states: ['New', 'Started', 'Stopped', 'Broken', 'Deleted'].map((name) => ({ name })),
    actions: [
      {
        name: 'create',
        transitions: [
          { from: 'New', to: 'Started' },
          { from: 'New', to: 'Broken', onError: true, onErrorRegexp: '^(?:sold|gone)' },
        ],
      },
      { name: 'stop', transitions: [{ from: 'Started', to: 'Stopped' }] },
      {
        name: 'update',
        transitions: [
          { from: 'Started', to: 'Started' },
          { from: 'Started', to: 'Broken', onError: true, onErrorRegexp: 'disk' },
        ],
      },
      {
        name: 'delete',
        transitions: ['New', 'Started', 'Stopped', 'Broken'].map((from) => ({ from, to: 'Deleted' })),
      },
    ],
    initialState: 'New',
    terminalStates: ['Deleted'],
    runningStates: ['Started'],
  },
};

export type Core = Awaited<ReturnType<typeof newCore>>;
