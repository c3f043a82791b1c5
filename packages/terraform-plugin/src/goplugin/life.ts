import type { Logger } from './log.js';

export interface LifeHooks {
  readonly log: Logger;
  /** Something outside ends us: the parent is gone, or SIGTERM came. */
  end(reason: string): void;
  /** An error that nobody caught. */
  crashed(error: unknown): void;
  /** At the very end, synchronously. */
  clean(): void;
}

const WATCH_MS = 1_000;

/**
 * Ties the process to Terraform: SIGINT is left to Terraform, which tells us by StopProvider; a Terraform that was
 * killed takes us with it; an error that escaped is told and ends calls, not the process, whose other calls may have
 * state to save.
 */
export function watchLife({ log, end, crashed, clean }: LifeHooks): void {
  process.on('SIGINT', () => log.debug('SIGINT left to Terraform'));
  process.once('SIGTERM', () => end('SIGTERM'));
  process.once('SIGHUP', () => end('SIGHUP'));
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
