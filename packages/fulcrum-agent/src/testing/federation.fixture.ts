import { type Answering, direct } from '@hansa/conformance';
import { type Emulator, startEmulator } from '@hansa/emulator';
import { type CloudHandle, Hansa, type HansaOptions, jumpingClock } from '@hansa/sdk';
import { connectCore } from '@hansa/sdk/clouds/fulcrum';
import { type AgentOptions, bootstrap, FulcrumAgent } from '../index.js';

type Wire = NonNullable<HansaOptions['wire']>;

/** A core, a cloud and an agent between them, all in this process, on one clock that jumps over every wait. */
export interface TestFederation {
  emulator: Emulator;
  clock: ReturnType<typeof jumpingClock>;
  agentId: string;
  agentToken: string;
  /** The agent's options; a second agent of the same is another life of it. */
  options: AgentOptions;
  agent: FulcrumAgent;
  said: string[];
  /** What carries a consumer's requests: each that may have made a job is answered when the agent has worked it off. */
  wire: Wire;
  /** The federation as a consumer has it, as the owner `shop`. */
  consumer(more?: Partial<HansaOptions>): CloudHandle;
  /** The cloud itself, as its owner sees it: nothing of the federation between. */
  behind: CloudHandle;
  close(): Promise<void>;
}

/** @param withWire puts something between the agent and the wire */
export async function newFederation(
  cloud = 'hetzner',
  withWire: (wire: Wire) => Wire = (wire) => wire,
): Promise<TestFederation> {
  const clock = jumpingClock(Date.UTC(2026, 10, 26));
  // How often something that takes long is looked at proves nothing.
  const durations = { [cloud]: { '*': 1_000 } };
  const emulator = await startEmulator({ clouds: ['fulcrum', cloud], clock, rateLimit: false, durations });
  const plain = direct(emulator as Answering);
  const env = emulator.env;
  const url = env['FULCRUM_URL'] ?? '';
  const admin = { url, token: env['FULCRUM_ADMIN_TOKEN'] ?? '', clock, wire: plain };
  const hansa = { env, clock, wire: plain };
  const { agentId, token } = await bootstrap({ core: admin, cloud, provider: 'provider', hansa });
  const said: string[] = [];
  const wire = withWire(plain);
  const options: AgentOptions = {
    core: { url, token, clock, wire },
    cloud,
    hansa: { ...hansa, wire },
    onHappening: ({ text }) => void said.push(text),
  };
  const agent = new FulcrumAgent(options);
  await agent.status('Connected');
  const worked: Wire = async (request) => {
    const answer = await plain(request);
    if (request.method !== 'GET') await agent.drain();
    return answer;
  };
  return {
    emulator,
    clock,
    agentId,
    agentToken: token,
    options,
    agent,
    said,
    wire: worked,
    consumer: (more = {}) => new Hansa({ owner: 'shop', ...hansa, wire: worked, ...more }).cloud('fulcrum'),
    behind: new Hansa({ owner: `fulcrum-${agentId}`, ...hansa }).cloud(cloud),
    async close() {
      await emulator.close();
      expect(emulator.failures).toEqual([]);
    },
  };
}

/** An admin's view of the core. */
export function adminOf({ emulator, clock }: TestFederation) {
  const { FULCRUM_URL: url = '', FULCRUM_ADMIN_TOKEN: token = '' } = emulator.env;
  return connectCore({ url, token, clock, wire: direct(emulator as Answering) });
}
