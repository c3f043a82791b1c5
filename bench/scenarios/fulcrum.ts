import { direct } from '@hansa/conformance';
import { type Emulator, startEmulator } from '@hansa/emulator';
import { bootstrap, FulcrumAgent } from '@hansa/fulcrum-agent';
import { Hansa, jumpingClock } from '@hansa/sdk';
import { type CoreApi, connectCore, contract, type WireNamed, type WireService } from '@hansa/sdk/clouds/fulcrum';
import { memoryMib } from '../measure/memory.js';
import { defineScenario, type Row } from '../scenario.js';

const AGENTS = 10;
const SERVICES = 1_000;
/** Jobs at once of one agent: its default. */
const AT_ONCE = 8;
/** Groups among which our driver deals out the services of an owner: an agent gets one job of a group at a time. */
const GROUPS = 16;

export default defineScenario({
  name: 'fulcrum',
  what: `${SERVICES} volumes as services of a federation, over ${AGENTS} agents that drive one emulated Hetzner; against the SDK alone, as many at once. Core, cloud and agents share this process and a clock that jumps over waits.`,
  async run({ note }) {
    const clock = jumpingClock();
    const durations = { hetzner: { '*': 1_000 } };
    const emulator = await startEmulator({
      clock,
      durations,
      clouds: ['fulcrum', 'hetzner'],
      rateLimit: false,
      rememberRequests: 100_000,
    });
    emulator.quotas.set('hetzner', 'volumes', 2 * SERVICES);
    try {
      note('orders');
      const federation = await setUp(emulator, clock);
      const ids = await federation.order();
      const delivered = await measured('delivered', emulator, SERVICES, () => federation.work());
      const states = await Promise.all(ids.slice(0, 5).map((id) => federation.core.service(id)));
      if (states.some((one) => one?.status !== contract.STATES.started)) throw new Error('not all was delivered');
      note('deletes');
      for (const id of ids) await federation.core.delete(`/services/${id}`);
      const deleted = await measured('deleted', emulator, SERVICES, () => federation.work());
      note('the SDK alone');
      const alone = await measured('the SDK alone: created', emulator, SERVICES, () => byHand(emulator, clock));
      return [delivered, deleted, { ...alone, yardstick: true }];
    } finally {
      await emulator.close();
    }
  },
});

type Clock = ReturnType<typeof jumpingClock>;

async function setUp(emulator: Emulator, clock: Clock) {
  const {
    FULCRUM_URL: url = '',
    FULCRUM_TOKEN = '',
    FULCRUM_ADMIN_TOKEN = '',
    HANSA_EMULATOR: _,
    ...env
  } = emulator.env;
  const wire = direct(emulator as never);
  const at = (token: string) => ({ url, token, clock, wire });
  const hansa = { env, clock, wire };
  const core = connectCore(at(FULCRUM_TOKEN));
  const agents: { agent: FulcrumAgent; agentId: string }[] = [];
  for (let i = 0; i < AGENTS; i += 1) {
    const options = {
      core: at(FULCRUM_ADMIN_TOKEN),
      cloud: 'hetzner',
      provider: 'provider',
      name: `agent-${i}`,
      hansa,
    };
    const { agentId, token } = await bootstrap(options);
    const agent = new FulcrumAgent({ core: at(token), cloud: 'hetzner', hansa, concurrency: AT_ONCE });
    agents.push({ agent, agentId });
  }
  return {
    core,
    order: () =>
      order(
        core,
        agents.map(({ agentId }) => agentId),
      ),
    work: async () => void (await Promise.all(agents.map(({ agent }) => agent.drain()))),
  };
}

async function order(core: CoreApi, agentIds: readonly string[]): Promise<string[]> {
  const [me] = await core.all<WireNamed>('/participants', {});
  const type = await core.named<WireNamed>('/service-types', contract.typeNameOf('volume'));
  const groups: string[] = [];
  for (let i = 0; i < GROUPS; i += 1) {
    const wish = { name: `group-${i}`, consumerId: me?.id };
    groups.push((await core.post<WireNamed>('/service-groups', wish)).id);
  }
  const ids: string[] = [];
  for (let i = 0; i < SERVICES; i += 1) {
    const [agentId, groupId] = [agentIds[i % AGENTS], groups[Math.floor(i / AGENTS) % GROUPS]];
    const properties = { name: `data-${i}`, region: 'fsn1', sizeGib: 10 };
    const wish = { groupId, serviceTypeId: type?.id, agentId, name: `data-${i}`, properties };
    ids.push((await core.post<WireService>('/services', wish)).id);
  }
  return ids;
}

/** The same volumes without a federation, by as many at once. */
async function byHand(emulator: Emulator, clock: Clock): Promise<void> {
  const { HANSA_EMULATOR: _, ...env } = emulator.env;
  const cloud = new Hansa({ env, clock, wire: direct(emulator as never), owner: 'alone' }).cloud('hetzner');
  let next = 0;
  const worker = async () => {
    for (let i = next++; i < SERVICES; i = next++)
      await cloud.volumes.create({ name: `alone-${i}`, region: 'fsn1', sizeGib: 10 });
  };
  await Promise.all(Array.from({ length: AGENTS * AT_ONCE }, worker));
}

async function measured(name: string, { requests }: Emulator, jobs: number, work: () => Promise<void>): Promise<Row> {
  requests.clear();
  const startedAt = performance.now();
  await work();
  const seconds = (performance.now() - startedAt) / 1000;
  const of = (cloud: string) => requests.count({ cloud }) / jobs;
  return {
    name,
    figures: {
      'jobs/s': jobs / seconds,
      'core requests a job': of('fulcrum'),
      'cloud requests a job': of('hetzner'),
      'RSS MiB': memoryMib(process.pid, 'VmRSS'),
    },
  };
}
