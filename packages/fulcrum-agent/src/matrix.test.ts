import { direct } from '@hansa/conformance';
import { CloudError, type HansaOptions } from '@hansa/sdk';
import { type CoreApi, connectCore, contract, type WireNamed, type WireService } from '@hansa/sdk/clouds/fulcrum';
import { FulcrumAgent } from './index.js';
import { isOf } from './naming.js';
import { newFederation, type TestFederation } from './testing/federation.fixture.js';

type Wire = NonNullable<HansaOptions['wire']>;
type Request = Parameters<Wire>[0];

/** What can befall an agent at one of its requests. A life that was killed sends nothing any more. */
const BEFALLS = {
  'killed before it is sent': async () => {
    throw new Error('killed');
  },
  'killed after it was carried out': async (send, request) => {
    await send(request);
    throw new Error('killed');
  },
  'its answer is lost': async (send, request) => {
    await send(request);
    throw new CloudError('unavailable', { message: 'reset', ambiguous: true, retryable: true });
  },
  'it cannot be sent': async () => {
    throw refused();
  },
  'the core goes away for ten minutes': async (send, request, { clock }) => {
    awayUntil = clock.now() + 2 * TIMEOUT_MS;
    if (isForCore(request)) throw refused();
    return send(request);
  },
  'the job times out meanwhile': async (send, request, { clock }) => {
    await clock.sleep(TIMEOUT_MS + 1_000);
    return send(request);
  },
} satisfies Record<string, (send: Wire, request: Request, federation: TestFederation) => ReturnType<Wire>>;
type Befall = keyof typeof BEFALLS;

/** The core's own default. */
const TIMEOUT_MS = 5 * 60_000;

interface World {
  federation: TestFederation;
  consumer: CoreApi;
  serviceTypeId: string;
  groupId: string;
}

let world: World;
let befalls: { what: Befall; at: number } | undefined;
let sent = 0;
let dead = false;
let awayUntil = 0;

const isForCore = ({ url }: Request) => url.includes('/fulcrum/');
const refused = () => new CloudError('unavailable', { message: 'refused', ambiguous: false, retryable: true });

beforeAll(async () => {
  const federation = await newFederation('hetzner', {
    withWire: (plain) => async (request) => {
      sent += 1;
      if (dead) throw new Error('killed');
      if (world && isForCore(request) && world.federation.clock.now() < awayUntil) throw refused();
      if (befalls?.at !== sent) return plain(request);
      dead = befalls.what.startsWith('killed');
      return BEFALLS[befalls.what](plain, request, world.federation);
    },
  });
  const { emulator, clock, options } = federation;
  emulator.configure({ durations: { hetzner: { '*': 1_000 }, fulcrum: { 'job.timeout': TIMEOUT_MS } } });
  const consumer = connectCore({
    ...options.core,
    token: emulator.env['FULCRUM_TOKEN'] ?? '',
    wire: direct(emulator as never),
    clock,
  });
  const [me] = await consumer.all<WireNamed>('/participants', {});
  const group = await consumer.post<WireNamed>('/service-groups', { name: 'shop', consumerId: me?.id });
  const type = await consumer.named<WireNamed>('/service-types', contract.typeNameOf('server'));
  world = { federation, consumer, serviceTypeId: type?.id ?? '', groupId: group.id };
});
afterAll(() => world.federation.close());

/** One more life of the agent. */
const life = () => new FulcrumAgent(world.federation.options);

/** A life in which something befalls the n-th request, and then lives until all is done. How many requests the first one sent. */
async function lived(what?: Befall, at = 0): Promise<number> {
  befalls = what && { what, at };
  [sent, dead] = [0, false];
  await life()
    .drain()
    .catch((error: unknown) => {
      if (!String(error).includes('killed') && !(error instanceof CloudError)) throw error;
    });
  const count = sent;
  [befalls, dead, awayUntil] = [undefined, false, 0];
  await life().drain();
  return count;
}

/** As a consumer does who wants it done: orders again what failed. */
async function insist(id: string, again: () => Promise<unknown>): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const job = await world.consumer.lastJob(id);
    if (job?.status === 'Completed') return;
    if (job?.status === 'Failed') await again();
    else await world.federation.clock.sleep(TIMEOUT_MS + 1_000);
    await life().drain();
  }
  throw new Error(`never done: ${JSON.stringify(await world.consumer.lastJob(id))}`);
}

async function standing({ id }: WireService): Promise<number> {
  return (await world.federation.behind.servers.list()).filter(({ name }) => isOf({ id }, name)).length;
}

const order = async (): Promise<WireService> => {
  const { consumer, federation, serviceTypeId, groupId } = world;
  const properties = { name: 'web', region: 'fsn1', size: 'cx23', image: 'debian-12', userData: '#cloud-config' };
  const { agentId } = federation;
  return consumer.post<WireService>('/services', { groupId, serviceTypeId, agentId, name: 'web', properties });
};

const count = { cases: 0, orphans: 0, doubles: 0, lost: 0 };

it.each(Object.keys(BEFALLS) as Befall[])(
  'whatever it is at when %s, nothing is left and nothing is there twice',
  async (what) => {
    const { consumer } = world;
    const actions = {
      create: async (id: string) => consumer.post(`/services/${id}/create`),
      update: async (id: string) => consumer.patch(`/services/${id}`, { properties: { labels: { run: 'again' } } }),
      delete: async (id: string) => consumer.delete(`/services/${id}`),
    };
    for (const [action, again] of Object.entries(actions)) {
      for (let at = 1, requests = 1; at <= requests; at += 1) {
        const service = await order();
        if (action !== 'create') {
          await life().drain();
          await again(service.id);
        }
        requests = await lived(what, at);
        await insist(service.id, () => again(service.id));
        const there = await standing(service);
        count.cases += 1;
        if (action !== 'delete') {
          count.lost += Number(there === 0);
          count.doubles += Number(there > 1);
          await consumer.delete(`/services/${service.id}`);
          await life().drain();
        }
        count.orphans += await standing(service);
      }
    }
  },
);

it('a create that timed out and is given up is taken away with its service', async () => {
  const { consumer, federation } = world;
  const service = await order();
  // The last request of the life: the thing is made, and the core will not hear of it.
  const requests = await lived('the job times out meanwhile', 12);
  expect(requests).toBeGreaterThan(12);
  expect(await consumer.lastJob(service.id)).toMatchObject({ status: 'Failed' });
  await consumer.delete(`/services/${service.id}`);
  await life().drain();
  count.cases += 1;
  count.orphans += await standing(service);
  expect((await consumer.service(service.id))?.status).toBe('Deleted');
  expect(await federation.behind.servers.list()).toEqual([]);
});

it('a job that another life has claimed is left alone', async () => {
  const { consumer, federation } = world;
  const service = await order();
  const [first, second] = [life(), life()];
  await Promise.all([first.drain(), second.drain()]);
  expect((await first.count()).done + (await second.count()).done).toBe(1);
  count.cases += 1;
  count.doubles += Number((await standing(service)) > 1);
  await consumer.delete(`/services/${service.id}`);
  await life().drain();
  expect(await federation.behind.servers.list()).toEqual([]);
});

afterAll(() => {
  process.stderr.write(`fault matrix: ${count.cases} cases, ${count.orphans} orphans, ${count.doubles} doubles\n`);
  expect(count).toMatchObject({ orphans: 0, doubles: 0, lost: 0 });
});
