import { readdirSync, readFileSync } from 'node:fs';

/** Processor time that a process has used so far, all its threads, ms, from Linux' /proc. Null elsewhere, or when it is gone. */
export function cpuMs(pid: number): number | null {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const usedNs = threads.map((thread) =>
      Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
    );
    return usedNs.reduce((sum, ns) => sum + ns, 0) / 1e6;
  } catch {
    return null;
  }
}
