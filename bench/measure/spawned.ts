import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpuMs } from './cpu.js';
import { memoryMib } from './memory.js';

export interface FirstWord {
  /** From spawn to the first line on stdout, ms. */
  ms: number;
  /** Processor time until that moment, ms; null where there is no /proc. */
  cpuMs: number | null;
  /** Memory at that moment, MiB; null where there is no /proc. */
  rssMib: number | null;
}

/** Starts a program and measures how long it takes to its first word; then ends it. */
export async function firstWord(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<FirstWord> {
  const startedAt = performance.now();
  const child = spawn(command, [...args], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    await Promise.race([once(child.stdout, 'data'), ended(child, command)]);
    const ms = performance.now() - startedAt;
    return { ms, cpuMs: cpuMs(child.pid ?? 0), rssMib: memoryMib(child.pid ?? 0, 'VmRSS') };
  } finally {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
}

/** How long a program takes from start to end, ms. */
export async function lifetime(command: string, args: readonly string[], cwd: string): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(command, [...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}: ${stderr}`);
  return performance.now() - startedAt;
}

async function ended(child: ChildProcess, command: string): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number];
  throw new Error(`${command} ended with ${code} before it said anything`);
}
