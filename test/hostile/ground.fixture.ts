import { setTimeout as sleep } from 'node:timers/promises';
import { type Emulator, type EmulatorOptions, startEmulator } from '@hansa/emulator';
import { type InProcessProvider, serveInProcess } from '@hansa/terraform-plugin/testing';
import { virtualClock } from '../../bench/measure/virtual-clock.js';
import { providerIn, type Surroundings } from '../../packages/terraform-provider/src/index.js';
import { inventory } from '../../packages/terraform-provider/test/inventory.js';
import { ovhHeaders } from '../../packages/terraform-provider/test/ovh-headers.js';
import { childrenOf } from '../../packages/terraform-provider/test/processes.js';
import { type Outcome, Workspace } from '../../packages/terraform-provider/test/workspace.js';

export type { Outcome, Workspace };

/** One Terraform that runs, and how to get at it. */
export interface Run {
  readonly pid: number;
  readonly ended: Promise<Outcome>;
}

const address = 'registry.terraform.io/hansa/hansa';
const COMMON = { rateLimit: false, rememberRequests: 50_000 } as const;

/** An emulator and any number of working directories, with the provider installed once as a user has it. */
export class Ground {
  /** What the provider in this process said in its log, from `info` on. */
  readonly log: string[] = [];
  private readonly workspaces: Workspace[] = [];
  private installed: Promise<Workspace> | undefined;
  private running: Promise<InProcessProvider> | undefined;

  private constructor(
    public emulator: Emulator,
    private readonly options: EmulatorOptions,
    private readonly surroundings: Surroundings = {},
  ) {}

  static async start(options: EmulatorOptions = {}): Promise<Ground> {
    const all = { ...COMMON, clock: { scale: 100 }, ...options };
    return new Ground(await startEmulator(all), all);
  }

  /**
   * One for workspaces that have the provider in this process: several times faster, for what neither kills the provider nor watches its
   * process. Emulator and provider share a clock on which waiting takes no time.
   */
  static async inProcess(options: EmulatorOptions = {}, env: Surroundings['env'] = {}): Promise<Ground> {
    const clock = virtualClock(Date.now());
    const all = { ...COMMON, ...options, clock };
    return new Ground(await startEmulator(all), all, { clock, env, wiretap: clock.link });
  }

  /** Ends the emulator, waits, and starts it again at the same address. */
  async restart(meanwhile: () => Promise<unknown>): Promise<void> {
    const port = Number(new URL(this.emulator.url).port);
    await this.emulator.close();
    expect(this.emulator.failures).toEqual([]);
    await meanwhile();
    this.emulator = await startEmulator({ ...this.options, port });
  }

  /** A working directory, initialised. */
  async workspace(hcl: string, env: Readonly<Record<string, string>> = {}): Promise<Workspace> {
    this.installed ??= this.install();
    const { cliConfig } = await this.installed;
    const workspace = new Workspace({ ...this.emulator.env, TF_CLI_CONFIG_FILE: cliConfig, ...env });
    this.workspaces.push(workspace);
    workspace.write(hcl);
    await workspace.init();
    return workspace;
  }

  /** The same with the provider in this process. */
  async workspaceInProcess(hcl: string): Promise<Workspace> {
    const workspace = new Workspace();
    this.workspaces.push(workspace);
    workspace.write(hcl);
    await this.takeOver(workspace);
    return workspace;
  }

  /** From now on this process answers what Terraform asks of the provider there. */
  async takeOver(workspace: Workspace): Promise<void> {
    const env = { ...this.emulator.env, ...this.surroundings.env };
    const said = (message: string) => void this.log.push(message);
    const log = { trace() {}, debug() {}, info: said, warn: said, error: said };
    this.running ??= serveInProcess(providerIn({ ...this.surroundings, env }), { address, log });
    Object.assign(workspace.env, (await this.running).environment);
  }

  private async install(): Promise<Workspace> {
    const home = new Workspace();
    this.workspaces.push(home);
    await home.install();
    return home;
  }

  /** Names of all that is there, by the vendor's own kinds. */
  inventory(cloud: string): Promise<Record<string, string[]>> {
    return inventory(this.emulator, cloud);
  }

  /** Asks a cloud's own API past every fault: our own code is what is under test. */
  async ask<T>(cloud: string, method: string, path: string, body?: unknown): Promise<T> {
    const { env, url, clouds } = this.emulator;
    const token: Record<string, string | undefined> = {
      hetzner: env['HCLOUD_TOKEN'],
      upcloud: env['UPCLOUD_TOKEN'],
      ionos: env['IONOS_TOKEN'],
    };
    const [to, text] = [`${url}${clouds[cloud]}${path}`, body === undefined ? undefined : JSON.stringify(body)];
    const proof =
      cloud === 'ovh'
        ? await ovhHeaders(env, { method, url: to, body: text, now: this.emulator.clock.now() })
        : { authorization: `Bearer ${token[cloud]}`, 'x-auth-token': env['SCW_SECRET_KEY'] ?? '' };
    const response = await fetch(to, {
      method,
      headers: { ...proof, ...(text === undefined ? {} : { 'content-type': 'application/json' }) },
      body: text,
    });
    const answer = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${answer}`);
    return (answer ? JSON.parse(answer) : undefined) as T;
  }

  /** Ends all; fails where the emulator met what it does not know. */
  async close(): Promise<void> {
    for (const workspace of this.workspaces) workspace.remove();
    await (await this.running)?.close();
    await this.emulator.close();
    expect(this.emulator.failures).toEqual([]);
  }
}

/** Starts Terraform and does not wait for it. */
export function start(workspace: Workspace, ...args: string[]): Run {
  let pid = 0;
  const ended = workspace.run(args, (child) => (pid = child.pid ?? 0));
  return { pid, ended };
}

/** Providers that this Terraform runs now. */
export function providersOf(pid: number): number[] {
  return childrenOf(pid).map((child) => child.pid);
}

/** Signals processes; one that has just ended by itself is no trouble. */
export function signal(name: NodeJS.Signals, ...pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

/** Waits until none of these processes is there; those that still are after `ms`. */
export async function alive(pids: readonly number[], ms: number): Promise<number[]> {
  const there = () => pids.filter((pid) => isThere(pid));
  for (const end = Date.now() + ms; there().length > 0 && Date.now() < end; ) await sleep(50);
  return there();
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Waits until `done`, and fails after `ms`. */
export async function until(what: string, done: () => boolean | Promise<boolean>, ms = 300_000): Promise<void> {
  for (const end = Date.now() + ms; !(await done()); await sleep(20)) {
    if (Date.now() > end) throw new Error(`waited ${ms} ms for ${what}`);
  }
}
