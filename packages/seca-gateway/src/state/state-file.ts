import { chmod, open, readFile, rename, rm } from 'node:fs/promises';

/** What the file says it is, so that another program's file is never overwritten. */
const FORMAT = 'hansa-seca-gateway-1';

/** The state in one file: read once, written whole, for its owner alone, by one process at a time. */
export class StateFile {
  private wanted = false;
  private writing: Promise<void> | undefined;
  private constructor(
    private readonly path: string,
    readonly records: unknown[],
    private readonly snapshot: () => unknown[],
  ) {}

  /**
   * @param snapshot tells what there is to write
   * @throws Error where the file is not one of ours, or another gateway has it
   */
  static async open(path: string, snapshot: () => unknown[]): Promise<StateFile> {
    await lock(path);
    try {
      return new StateFile(path, await read(path), snapshot);
    } catch (error) {
      await unlock(path);
      throw error;
    }
  }

  /** Resolves when all that was so when it was called is on the disk; calls that come together share one write. */
  async save(): Promise<void> {
    this.wanted = true;
    // The write that is under way may have begun before the change: the one after it surely has it.
    while (this.writing) await this.writing;
    if (!this.wanted) return;
    this.wanted = false;
    this.writing = this.write().finally(() => {
      this.writing = undefined;
    });
    await this.writing;
  }

  async close(): Promise<void> {
    try {
      await this.save();
    } finally {
      await unlock(this.path);
    }
  }

  private async write(): Promise<void> {
    const draft = `${this.path}.${process.pid}.tmp`;
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writeFile(JSON.stringify({ format: FORMAT, records: this.snapshot() }));
      await file.sync();
    } finally {
      await file.close();
    }
    // The mode above counts for a new file only.
    await chmod(draft, 0o600);
    await rename(draft, this.path);
  }
}

async function read(path: string): Promise<unknown[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  try {
    const { format, records } = JSON.parse(text) as { format?: unknown; records?: unknown };
    if (format === FORMAT && Array.isArray(records)) return records;
  } catch {
    // Told below: it is no JSON.
  }
  throw new Error(`${path} is no state of a SECA gateway. Next: name another file, or move it away`);
}

function lockOf(path: string): string {
  return `${path}.lock`;
}

/** The files that this process has. */
const HELD = new Set<string>();

/**
 * Two gateways on one state would each undo what the other does. A lock whose process is gone is no lock; nor is one with our own number that
 * we do not have: in a container every start has the same.
 */
async function lock(path: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      const file = await open(lockOf(path), 'wx', 0o600);
      await file.writeFile(String(process.pid));
      await file.close();
      HELD.add(path);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = Number(await readFile(lockOf(path), 'utf8').catch(() => ''));
      const stale = holder === process.pid ? !HELD.has(path) : !alive(holder);
      if (tries > 0 || !stale)
        throw new Error(
          `process ${holder} keeps its state in ${path}. Next: stop it, or name another file; if it is no gateway, delete ${lockOf(path)}`,
        );
      await rm(lockOf(path), { force: true });
    }
  }
}

async function unlock(path: string): Promise<void> {
  HELD.delete(path);
  await rm(lockOf(path), { force: true });
}

function alive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
