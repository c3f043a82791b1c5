import { readFileSync } from 'node:fs';
import { descendantsOf } from '../../packages/terraform-provider/test/processes.js';

/** A figure of a process's memory in MiB, from Linux' /proc: `VmRSS` now, `VmHWM` at most so far. Null elsewhere, or when it is gone. */
export function memoryMib(pid: number, what: 'VmRSS' | 'VmHWM'): number | null {
  try {
    const kib = new RegExp(`^${what}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kib ? Number(kib) / 1024 : null;
  } catch {
    return null;
  }
}

/** Watches the largest memory, MiB, that any process below `root` with `words` in its command line has had, until it is asked for. */
export function watchPeak(root: number, words: string): () => number | null {
  let peak: number | null = null;
  const look = () => {
    for (const { pid, command } of descendantsOf(root))
      if (command.includes(words)) peak = Math.max(peak ?? 0, memoryMib(pid, 'VmHWM') ?? 0) || peak;
  };
  const timer = setInterval(look, 250);
  return () => {
    clearInterval(timer);
    return peak;
  };
}
