import { readdirSync, readFileSync } from 'node:fs';

/** A figure of a process's memory in MiB, from Linux' /proc: `VmRSS` now, `VmHWM` at most so far. Null elsewhere, or when it is gone. */
export function memoryMib(pid: number, what: 'VmRSS' | 'VmHWM'): number | null {
  try {
    const kib = new RegExp(`^${what}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kib ? Number(kib) / 1024 : null;
  } catch {
    return null;
  }
}

/** Processes below `root` whose command line contains `words`. */
export function descendants(root: number, words: string): number[] {
  const parents = new Map<number, number>();
  const commands = new Map<number, string>();
  for (const name of readable(() => readdirSync('/proc'), [])) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    const stat = readable(() => readFileSync(`/proc/${pid}/stat`, 'utf8'), '');
    // The second field is the name in brackets, which may hold anything.
    const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    parents.set(pid, Number(parent));
    commands.set(
      pid,
      readable(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'), ''),
    );
  }
  const below = (pid: number | undefined): boolean => pid === root || (!!pid && below(parents.get(pid)));
  return [...parents.keys()].filter((pid) => pid !== root && below(pid) && commands.get(pid)?.includes(words));
}

/** Watches the largest memory, MiB, that any such process below `root` has had, until it is asked for. */
export function watchPeak(root: number, words: string): () => number | null {
  let peak: number | null = null;
  const look = () => {
    for (const pid of descendants(root, words)) peak = Math.max(peak ?? 0, memoryMib(pid, 'VmHWM') ?? 0) || peak;
  };
  const timer = setInterval(look, 250);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

function readable<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
