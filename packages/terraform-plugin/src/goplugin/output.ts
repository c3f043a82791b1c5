import { format } from 'node:util';
import type { Logger, LogLevel } from './log.js';

const CONSOLE: readonly (readonly [
  keyof Console & ('log' | 'info' | 'debug' | 'trace' | 'warn' | 'error'),
  LogLevel,
])[] = [
  ['log', 'info'],
  ['info', 'info'],
  ['debug', 'debug'],
  ['trace', 'trace'],
  ['warn', 'warn'],
  ['error', 'error'],
];

/**
 * Turns console and stdout into log lines: one stray byte on stdout before the handshake keeps Terraform from loading
 * the provider. Returns the real stdout's write, and how to undo it all.
 */
export function captureOutput(log: Logger): { write(text: string): void; restore(): void } {
  const stdoutWrite = process.stdout.write;
  const originals = CONSOLE.map(([name]) => console[name]);
  for (const [name, level] of CONSOLE) console[name] = (...args: unknown[]) => log[level](format(...args));
  process.stdout.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    for (const row of text.split('\n')) if (row.trim() !== '') log.info(row);
    const done = rest.find((argument) => typeof argument === 'function') as (() => void) | undefined;
    done?.();
    return true;
  };
  return {
    write: (text) => void stdoutWrite.call(process.stdout, text),
    restore() {
      process.stdout.write = stdoutWrite;
      CONSOLE.forEach(([name], index) => {
        console[name] = originals[index]!;
      });
    },
  };
}
