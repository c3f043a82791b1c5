import type { Logger } from './log.js';

export interface LifeHooks {
  readonly log: Logger;
  /** SIGTERM: the end is wanted, but Terraform may be there and wait for answers. May come more than once. */
  terminate(): void;
  /** There is nobody left to answer. */
  end(reason: string): void;
  /** An error that nobody caught. */
  crashed(error: unknown): void;
  /** At the very end, synchronously. */
  clean(): void;
}

const WATCH_MS = 1_000;

/**
 * Ties the process to Terraform: SIGINT is left to Terraform, which tells us by StopProvider, and so is SIGHUP, which it may have been
 * told to survive (nohup); a Terraform that was killed takes us with it; an error that escaped is told and ends calls, not the
 * process, whose other calls may have state to save.
 */
export function watchLife({ log, terminate, end, crashed, clean }: LifeHooks): void {
  // Both reach everyone in the terminal. Without a listener SIGHUP would end us even below nohup: Node takes its default back.
  for (const name of ['SIGINT', 'SIGHUP'] as const) process.on(name, () => log.debug(`${name} left to Terraform`));
  process.on('SIGTERM', terminate);
  process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
    // Terraform is gone and its end of stderr with it: there is nobody left to tell.
    if (error.code === 'EPIPE' && error.syscall === 'write') end('nobody reads stderr');
    else crashed(error);
  });
  process.on('unhandledRejection', (error) => log.error('a rejection was not handled', { error }));
  process.once('exit', clean);
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent || !alive(parent)) end('Terraform is gone');
  }, WATCH_MS).unref();
}

/** Signal 0 asks whether a process is there; EPERM means that it is, under another user. */
function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
