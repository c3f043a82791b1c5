import type { Option } from './command.js';
import { UsageError } from './usage.js';

/** Options that several commands have. */
export const CONDITION = {
  type: 'string',
  multiple: true,
  value: 'NAME',
  help: 'a condition of "exports" that holds; may be given again',
} as const satisfies Option;
export const PROGRAM = {
  type: 'string',
  multiple: true,
  value: 'FILE',
  help: 'of a program that is built already, in place of its source',
} as const satisfies Option;
export const ADDRESS = {
  type: 'string',
  value: 'acme/thing',
  help: "the provider's address",
} as const satisfies Option;
export const VERSION = { type: 'string', value: '1.2.3', help: 'its version' } as const satisfies Option;

/** What has to be said. */
export function needed(values: { readonly [name: string]: unknown }, name: string): string {
  const value = values[name];
  if (typeof value !== 'string') throw new UsageError(`--${name} is missing`);
  return value;
}

export function named(values: { readonly address?: string | undefined; readonly version?: string | undefined }) {
  return { address: needed(values, 'address'), version: needed(values, 'version') };
}

/** What was said, without what was not. */
export function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

/** `FILE`, or `linux_amd64=FILE` for each platform. */
export function programs(program: readonly string[] = []): string | { [platform: string]: string } {
  const [first] = program;
  if (first === undefined) throw new UsageError('--program is missing');
  if (program.length === 1 && !/^[a-z]+_[a-z0-9]+=/.test(first)) return first;
  return Object.fromEntries(
    program.map((text) => {
      const [platform = '', file] = text.split(/=(.*)/s);
      if (!file) throw new UsageError(`"${text}" names no platform: use linux_amd64=FILE`);
      return [platform, file];
    }),
  );
}
