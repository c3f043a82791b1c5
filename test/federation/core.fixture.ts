import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { bootstrap } from '@hansa/fulcrum-agent';
import { connectCore, type WireNamed } from '@hansa/sdk/clouds/fulcrum';
import { start } from '../../packages/cli/test/hansa.js';

/** A core that is none of ours, with its admin's token. */
export interface Core {
  url: string;
  token: string;
  /** After how long it calls jobs off, ms; nothing where it does not. */
  timeoutMs?: number;
}

type Env = Record<string, string>;

/** A participant of its own, who orders. Its token. */
export async function newConsumer(core: Core): Promise<string> {
  const api = connectCore(core);
  const { id } = await api.post<WireNamed>('/participants', { name: `hansa test ${randomUUID()}`, status: 'Enabled' });
  const wish = { name: 'hansa test', role: 'participant', scopeId: id };
  return (await api.post<{ value: string }>('/tokens', wish)).value;
}

/** An agent that was set up in a core, and its processes. */
export class Agent {
  readonly owner: string;
  private readonly processes: AgentProcess[] = [];

  private constructor(
    readonly cloud: string,
    readonly id: string,
    readonly env: Env,
  ) {
    this.owner = `fulcrum-${id}`;
  }

  /** @param tag tells it from agents of earlier runs, which a core does not forget */
  static async setUp(core: Core, cloud: string, env: Env, tag: string): Promise<Agent> {
    const {
      agentId,
      token,
      providerToken = '',
    } = await bootstrap({
      core,
      cloud,
      provider: `${cloud} Ltd ${tag}`,
      tags: [tag],
      hansa: { env },
    });
    const own = { FULCRUM_URL: core.url, FULCRUM_AGENT_TOKEN: token, FULCRUM_PROVIDER_TOKEN: providerToken };
    return new Agent(cloud, agentId, { ...env, ...own });
  }

  /** One more process. Resolves when its log says what it says at work. */
  async run(says = 'is at work', args: string[] = []): Promise<AgentProcess> {
    const child = start(['fulcrum-agent', 'run', '--cloud', this.cloud, '--poll', '0.2', '--json', ...args], this.env);
    const one = new AgentProcess(child);
    this.processes.push(one);
    await one.said(says);
    return one;
  }

  async end(): Promise<void> {
    await Promise.all(this.processes.map((one) => one.end('SIGKILL')));
  }
}

export class AgentProcess {
  private readonly lines: string[] = [];
  private readonly waiting = new Set<() => void>();

  constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr])
      createInterface(stream!).on('line', (line) => {
        this.lines.push(line);
        for (const look of this.waiting) look();
      });
    child.once('exit', () => {
      for (const look of this.waiting) look();
    });
  }

  /** Resolves when a line has it. @throws Error where the process ends without */
  said(words: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (this.lines.some((line) => line.includes(words))) resolve();
        else if (this.isOver()) reject(new Error(`ended and never said "${words}":\n${this.lines.join('\n')}`));
        else return;
        this.waiting.delete(look);
      };
      this.waiting.add(look);
      look();
    });
  }

  hasSaid(words: string): boolean {
    return this.lines.some((line) => line.includes(words));
  }

  private isOver(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    if (this.isOver()) return;
    this.child.kill(signal);
    await once(this.child, 'exit');
  }
}
