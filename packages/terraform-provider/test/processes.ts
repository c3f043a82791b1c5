import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A process as the system lists it. */
export interface Process {
  readonly pid: number;
  readonly parent: number;
  /** Its command line; empty where the system does not tell. */
  readonly command: string;
}

/** What a process has started and what still runs of it. */
export function childrenOf(pid: number): Process[] {
  return processes().filter(({ parent }) => parent === pid);
}

/** All below a process: its children, theirs, and so on. */
export function descendantsOf(root: number): Process[] {
  const all = processes();
  const parents = new Map(all.map(({ pid, parent }) => [pid, parent]));
  const below = (pid: number | undefined): boolean => pid === root || (!!pid && below(parents.get(pid)));
  return all.filter(({ pid, parent }) => pid !== root && below(parent));
}

/** Linux tells by files, so that no program has to be installed; macOS, which has none of them, comes with `ps`. */
function processes(): Process[] {
  if (existsSync('/proc/self/stat')) return fromProc();
  return fromPs(execFileSync('ps', ['-A', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' }));
}

function fromProc(): Process[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // The second field is the name in brackets, which may hold anything.
      const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      return [{ pid: Number(name), parent: Number(parent), command }];
    } catch {
      return []; // It ended meanwhile.
    }
  });
}

/** Reads lines of process, parent and command line. */
export function fromPs(text: string): Process[] {
  return [...text.matchAll(/^ *(\d+) +(\d+) +(.*?) *$/gm)].map(([, pid, parent, command = '']) => ({
    pid: Number(pid),
    parent: Number(parent),
    command,
  }));
}
