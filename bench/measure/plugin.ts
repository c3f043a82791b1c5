import { once } from 'node:events';
import { ProtocolClient, type SpawnedPlugin, type Stored, spawnPlugin } from '@hansa/terraform-plugin/testing';
import { cpuMs } from './cpu.js';
import { memoryMib } from './memory.js';

/** How a provider's program is started. */
export interface Program {
  command: string;
  args: readonly string[];
  /** Beside what Terraform itself gives. */
  env?: NodeJS.ProcessEnv;
}

/** One resource: what the user wrote, and what Terraform has stored of it. */
export interface Thing {
  config: Readonly<Record<string, unknown>>;
  stored: Pick<Stored, 'state' | 'privateState'>;
}

/** Node reads the certificates that this variable names when it starts, which is none of the provider's time. */
const CLEAN = { NODE_EXTRA_CA_CERTS: undefined };
/** How many resources Terraform has in hand at once. */
const PARALLELISM = 10;

/** From the start of the process to the answer that Terraform waits for first, the schemas, ms. */
export async function firstAnswer({ command, args, env }: Program): Promise<number> {
  const startedAt = performance.now();
  const plugin = await spawnPlugin(command, args, { ...CLEAN, ...env });
  try {
    await new ProtocolClient(plugin.client).schemas();
    return performance.now() - startedAt;
  } finally {
    await end(plugin);
  }
}

/** Runs `work` with a provider that is configured. */
export async function withPlugin<T>(
  { command, args, env }: Program,
  work: (client: ProtocolClient, plugin: SpawnedPlugin) => Promise<T>,
): Promise<T> {
  const plugin = await spawnPlugin(command, args, { ...CLEAN, ...env });
  try {
    const client = new ProtocolClient(plugin.client);
    const [trouble] = await client.configure();
    if (trouble) throw new Error(`${trouble.summary}: ${trouble.detail}`);
    return await work(client, plugin);
  } finally {
    await end(plugin);
  }
}

/** What one process of the provider takes for a plan with refresh, as Terraform makes it: each stored state upgraded and read, each configuration validated and planned. */
export function planAll(program: Program, typeName: string, things: readonly Thing[]) {
  return withPlugin(program, async (client, { process: { pid = 0 }, client: { session } }) => {
    const bytes = () => ({ in: session.socket.bytesWritten ?? 0, out: session.socket.bytesRead ?? 0 });
    const before = bytes();
    const startedAt = performance.now();
    await concurrently(things, PARALLELISM, (thing) => plan(client, typeName, thing));
    const after = bytes();
    return {
      wallMs: performance.now() - startedAt,
      rpcs: 4 * things.length,
      kibIn: (after.in - before.in) / 1024,
      kibOut: (after.out - before.out) / 1024,
      cpuMs: cpuMs(pid),
      peakMib: memoryMib(pid, 'VmHWM'),
    };
  });
}

async function plan(client: ProtocolClient, typeName: string, { config, stored }: Thing): Promise<void> {
  const upgraded = await client.upgrade(typeName, 0, stored.state as never);
  const read = await client.read(typeName, { ...stored, state: upgraded.state });
  const faults = await client.validateResource(typeName, config);
  const planned = await client.plan(typeName, config, read);
  const [trouble] = [...upgraded.diagnostics, ...read.diagnostics, ...faults, ...planned.diagnostics];
  if (trouble) throw new Error(`${trouble.summary}: ${trouble.detail}`);
}

/** Does `work` for each, so many at a time. */
export async function concurrently<T, R>(
  all: readonly T[],
  atOnce: number,
  work: (one: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async () => {
    for (let at = next++; at < all.length; at = next++) results[at] = await work(all[at]!, at);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return results;
}

async function end({ process: child, client }: SpawnedPlugin): Promise<void> {
  await client.close();
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
