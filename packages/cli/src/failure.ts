import type { CloudErrorDetails } from '@hansa/sdk';
import { colours } from './output/colour.js';

/** How the process ends: done, failed (a cloud or a law said no), or the command line is wrong. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;

/** The command line is wrong; nothing was done. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly next: readonly string[] = [],
  ) {
    super(message);
  }
}

/** It could not be done, for a reason that is no cloud's: a port, a file. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly next: readonly string[] = [],
  ) {
    super(message);
  }
}

/** Tells on stderr what went wrong, where, and what to do next; returns the exit code. */
export async function report(error: unknown): Promise<number> {
  if (error instanceof UsageError) return tell(EXIT.usage, error.message, { next: error.next });
  if (error instanceof Failure) return tell(EXIT.failed, error.message, { next: error.next });
  const { isCloudError, redactText } = await import('./cloud-failure.js');
  if (isCloudError(error)) {
    const { message, ...details } = error.details;
    return tell(EXIT.failed, redactText(`${message} (${error.code})`), details);
  }
  // Nobody foresaw it: the stack is what a bug report needs.
  return tell(EXIT.failed, redactText(error instanceof Error ? (error.stack ?? error.message) : String(error)), {});
}

function tell(code: number, message: string, { next = [], vendor, ...at }: Partial<CloudErrorDetails>): number {
  const paint = colours(process.stderr);
  const where = [at.cloud, at.kind?.replaceAll('_', ' '), at.id, at.attribute?.join('.')].filter(Boolean).join(', ');
  const told = [
    vendor?.code,
    vendor?.status && `HTTP ${vendor.status}`,
    vendor?.requestId && `request ${vendor.requestId}`,
  ];
  const vendors = told.filter(Boolean).join(', ');
  const lines = [
    `${paint.red('error:')} ${message}`,
    ...(where ? [`  where: ${where}`] : []),
    ...(vendors ? [`  vendor: ${vendors}`] : []),
    ...nextLines(next),
  ];
  process.stderr.write(`${lines.join('\n')}\n`);
  return code;
}

/** What to do next, a line a step. */
export function nextLines(next: readonly string[]): string[] {
  return next.map((step, i) => `  ${i === 0 ? 'next:' : '     '} ${step}`);
}
