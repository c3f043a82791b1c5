import { writeSync } from 'node:fs';
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

/** What has been captured. */
export interface CapturedOutput {
  /** Writes to the real stdout. Throws where nobody can read it. */
  write(text: string): void;
  /** Undoes it all. */
  restore(): void;
}

/**
 * Turns console and stdout into log lines: one stray byte on stdout before the handshake keeps Terraform from loading
 * the provider.
 */
export function captureOutput(log: Logger): CapturedOutput {
  const originals = CONSOLE.map(([name]) => console[name]);
  for (const [name, level] of CONSOLE) console[name] = (...args: unknown[]) => log[level](format(...args));
  const restoreStdout = captureStdout(log);
  return {
    // Not by the stream, which Node would make for this one line.
    write(text) {
      writeSync(1, text);
    },
    restore() {
      restoreStdout();
      CONSOLE.forEach(([name], index) => {
        console[name] = originals[index]!;
      });
    },
  };
}

/** Captures the stream when somebody first asks for it: making it takes longer than the certificate. */
function captureStdout(log: Logger): () => void {
  const descriptor = Object.getOwnPropertyDescriptor(process, 'stdout')!;
  let captured: { readonly stream: NodeJS.WriteStream; readonly write: NodeJS.WriteStream['write'] } | undefined;
  const capture = (): NodeJS.WriteStream => {
    const stream: NodeJS.WriteStream = descriptor.get ? descriptor.get.call(process) : descriptor.value;
    captured ??= { stream, write: stream.write };
    stream.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
      const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
      for (const row of text.split('\n')) if (row.trim() !== '') log.info(row);
      const done = rest.find((argument) => typeof argument === 'function') as (() => void) | undefined;
      done?.();
      return true;
    };
    return stream;
  };
  Object.defineProperty(process, 'stdout', { configurable: true, enumerable: true, get: capture });
  return () => {
    Object.defineProperty(process, 'stdout', descriptor);
    if (captured) captured.stream.write = captured.write;
  };
}
