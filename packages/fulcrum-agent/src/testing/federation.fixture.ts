import { randomUUID } from 'node:crypto';
import { type Answering, direct } from '@hansa/conformance';
import { type Emulator, startEmulator } from '@hansa/emulator';
import { type CloudHandle, Hansa, type HansaOptions, jumpingClock } from '@hansa/sdk';
import { connectCore, type WireNamed } from '@hansa/sdk/clouds/fulcrum';
import { type AgentOptions, bootstrap, FulcrumAgent } from '../index.js';

type Wire = NonNullable<HansaOptions['wire']>;

/** A core, a cloud and an agent between them, on one clock that jumps over every wait. */
export interface TestFederation {
  emulator: Emulator;
  clock: ReturnType<typeof jumpingClock>;
  agentId: string;
  agentToken: string;
  /** The provider's: with it an agent says what changed at the cloud itself. */
  providerToken: string;
  /** The agent's options; a second agent of the same is another life of it. */
  options: AgentOptions;
  agent: FulcrumAgent;
  said: string[];
  /** A consumer's environment. */
  env: Record<string, string>;
  /** What carries a consumer's requests: each that may have made a job is answered when the agent has worked it off. */
  wire: Wire;
  /** The federation as a consumer has it, as the owner `shop`. */
  consumer(more?: Partial<HansaOptions>): CloudHandle;
  /** The cloud itself, as its owner sees it: nothing of the federation between. */
  behind: CloudHandle;
  close(): Promise<void>;
}

export interface FederationOptions {
  /** Puts something between the agent and the wire. */
  withWire?(wire: Wire): Wire;
  /** A core that is none of ours, with its admin's token, in the place of the emulated one. */
  core?: { url: string; token: string };
}

/** Starts it with an emulated cloud. */
export async function newFederation(
  cloud = 'hetzner',
  { withWire = (wire) => wire, core }: FederationOptions = {},
): Promise<TestFederation> {
  const clock = jumpingClock(core ? Date.now() : Date.UTC(2026, 10, 26));
  // How often something that takes long is looked at proves nothing.
  const durations = { [cloud]: { '*': 1_000 } };
  const emulator = await startEmulator({ clouds: ['fulcrum', cloud], clock, rateLimit: false, durations });
  const inside = direct(emulator as Answering);
  const plain: Wire = (request) => (request.url.startsWith(emulator.url) ? inside(request) : overHttp(request));
  // That would turn a consumer of another core to the emulated one.
  const { HANSA_EMULATOR: _, ...each } = emulator.env;
  const { FULCRUM_URL = '', FULCRUM_ADMIN_TOKEN = '' } = each;
  const url = core?.url ?? FULCRUM_URL;
  const admin = { url, token: core?.token ?? FULCRUM_ADMIN_TOKEN, clock, wire: plain };
  const env = { ...each, ...(core ? { FULCRUM_URL: url, FULCRUM_TOKEN: await newConsumer(admin) } : {}) };
  const hansa = { env, clock, wire: plain };
  const provider = core ? `hansa test ${randomUUID()}` : 'provider';
  const { agentId, token, providerToken = '' } = await bootstrap({ core: admin, cloud, provider, hansa });
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
  // Of a core that others use too, this agent alone is meant.
  const mine = { ...env, FULCRUM_AGENT: agentId };
  return {
    emulator,
    clock,
    agentId,
    agentToken: token,
    providerToken,
    options,
    agent,
    said,
    env: mine,
    wire: worked,
    consumer: (more = {}) => new Hansa({ owner: 'shop', ...hansa, env: mine, wire: worked, ...more }).cloud('fulcrum'),
    behind: new Hansa({ owner: `fulcrum-${agentId}`, ...hansa }).cloud(cloud),
    async close() {
      await emulator.close();
      expect(emulator.failures).toEqual([]);
    },
  };
}

/** A participant of its own, who orders. Its token. */
async function newConsumer(admin: Parameters<typeof connectCore>[0]): Promise<string> {
  const core = connectCore(admin);
  const { id } = await core.post<WireNamed>('/participants', { name: `hansa test ${randomUUID()}`, status: 'Enabled' });
  const wish = { name: 'hansa test', role: 'participant', scopeId: id };
  return (await core.post<{ value: string }>('/tokens', wish)).value;
}

const overHttp: Wire = async ({ method, url, headers, text }) => {
  const answer = await fetch(url, { method, headers, ...(text === undefined ? {} : { body: text }) });
  const body = await answer.text();
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: body || undefined };
};
