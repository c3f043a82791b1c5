import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** How long a program may take to leave by itself, ms: Terraform wants to write its state. */
const GRACE_MS = 10_000;

/** The programs of a demo, each a process group of its own, so that none outlives it. */
export class Processes {
  #running = new Map();
  /** The signal that ended the demo, if one did. */
  stopped;

  constructor(log) {
    this.log = log;
  }

  /** Runs a program to its end, logs what it says and hands each line to `onLine`. Resolves with its exit code. */
  async run(command, args, { onLine, ...options } = {}) {
    if (this.stopped) throw new Error(`stopped by ${this.stopped}`);
    this.log.add(`\n$ ${[command, ...args].join(' ')}\n`);
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...options });
    const ended = new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
    this.#running.set(child, ended);
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        this.log.add(`${line}\n`);
        onLine?.(line);
      });
    }
    try {
      return await ended;
    } finally {
      this.#running.delete(child);
    }
  }

  /** {@link run}, and an error unless it ends well. */
  async ok(title, command, args, options) {
    const code = await this.run(command, args, options);
    if (code !== 0) throw new Error(`${title} ended with ${code}`);
  }

  /** Asks everything that runs to end, and ends what does not. With a signal, nothing new starts. */
  async stop(signal) {
    if (signal) this.stopped = signal;
    await Promise.all(
      [...this.#running].map(async ([child, ended]) => {
        kill(child, 'SIGINT');
        const timer = setTimeout(() => kill(child, 'SIGKILL'), GRACE_MS);
        await ended.catch(() => undefined);
        clearTimeout(timer);
        // What the program started and left behind.
        kill(child, 'SIGKILL');
      }),
    );
  }
}

/** Signals the whole group; it may be gone already. */
function kill(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
