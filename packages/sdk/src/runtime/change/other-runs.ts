import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What this process holds among the runs of this user on this machine, or the process that holds it. */
export type Hold = { readonly heldBy: number } | { release(): void };

const held = new Set<() => void>();
let watched = false;

/**
 * Takes `key` for this process, unless another one that runs on this machine has it. There is nobody to ask at the clouds: where names need
 * not be unique, two runs at once would both make the thing, or take over each other's. Whoever sees another steps back, so that two who
 * come at the same moment may both have to come again, but never both go on. A process that died holds nothing. Where no file can be
 * written nothing is held, and nobody is kept out.
 *
 * @example
 * const hold = holdAmongRuns('hetzner server web');
 * if ('heldBy' in hold) throw new Error(`process ${hold.heldBy} is at it`);
 * hold.release();
 */
export function holdAmongRuns(key: string): Hold {
  const name = fileName(key);
  // Files of many keys share a directory, and it stays: to make and remove one for each key takes longer than all else.
  const directory = join(runsDirectory(), name.slice(0, 2));
  const mine = `${name}-${ownRun()}`;
  try {
    const release = () => {
      held.delete(release);
      quietly(() => rmSync(join(directory, mine), { force: true }));
    };
    write(directory, mine);
    const others = readdirSync(directory).filter((one) => one !== mine && one.startsWith(name));
    const other = others.find((one) => isRunning(one, directory));
    if (other !== undefined) {
      release();
      return { heldBy: pidOf(other) };
    }
    if (!watched) process.once('exit', releaseAll);
    watched = true;
    held.add(release);
    return { release };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return { release() {} };
  }
}

/** Where the runs of this user on this machine tell each other of themselves. */
export const runsDirectory = () => join(tmpdir(), `hansa-runs-${process.getuid?.() ?? 'user'}`);

/** A key as the name of a file. */
export const fileName = (key: string) => createHash('sha256').update(key).digest('hex').slice(0, 32);

function write(directory: string, file: string): void {
  const path = join(directory, file);
  try {
    writeFileSync(path, '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    writeFileSync(path, '');
  }
}

function releaseAll(): void {
  for (const release of held) release();
}

let own: string | undefined;

/** What the files of this process end in. */
function ownRun(): string {
  own ??= `${process.pid}-${startOf(process.pid)}`;
  return own;
}

/** Whether the process of that file is there; the file of one that died is cleared away. */
function isRunning(file: string, directory: string): boolean {
  const pid = pidOf(file);
  if (exists(pid) && startOf(pid) === file.split('-')[2]) return true;
  quietly(() => rmSync(join(directory, file), { force: true }));
  return false;
}

const pidOf = (file: string) => Number(file.split('-')[1]);

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When a process started, in ticks since the machine did: ids of processes come again (proc(5), /proc/pid/stat, field 22). Empty where there is no /proc. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets, and may have anything in it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

export function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // What cannot be written is not told, and what cannot be cleared away is in nobody's way: its process is gone.
  }
}
