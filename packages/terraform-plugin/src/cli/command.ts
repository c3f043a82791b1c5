import { parseArgs } from 'node:util';
import { UsageError } from './usage.js';

/** An option as `parseArgs` reads it, with what help and completion say of it. */
export interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  readonly short?: string;
  /** What stands behind it: `FILE`, `DIR`, `KEY`. */
  readonly value?: string;
  readonly help: string;
}
export type Options = { readonly [name: string]: Option };

type ValuesOf<O extends Options> = {
  readonly [K in keyof O]?: O[K] extends { type: 'boolean' }
    ? boolean
    : O[K] extends { multiple: true }
      ? readonly string[]
      : string;
};

/** What a command made: for `--json`, and as lines for people. */
export interface Made {
  readonly json: object;
  readonly lines: readonly string[];
  /** What to mind, on stderr. */
  readonly notes?: readonly string[];
  readonly code?: number;
}

/** What a command is given beside its options. */
export interface Given {
  readonly positionals: readonly string[];
  /** All behind `--`. */
  readonly behind: readonly string[];
  /** `--json`, for what prints by itself. */
  readonly asJson: boolean;
}

/** What a command finds around it. */
export interface Surroundings {
  /** Says on stderr how far it is. */
  say(line: string): void;
  /** All that there are, by name. */
  readonly commands: { readonly [name: string]: Command };
}

export interface Command {
  readonly summary: string;
  /** What it takes besides options: `<entry.ts>`. */
  readonly takes?: string;
  readonly options: Options;
  /** Does it; or, where it has written all itself, its exit code. Throws a {@link UsageError} before anything was done. */
  run(args: readonly string[], around: Surroundings): Promise<{ made: Made; asJson: boolean } | number>;
}

/** Of every command. */
export const COMMON: Options = {
  json: { type: 'boolean', help: 'prints what was made as JSON' },
  help: { type: 'boolean', short: 'h', help: 'shows this' },
};

/** A command, whose values have the types that its options say. */
export function defineCommand<const O extends Options>(command: {
  readonly summary: string;
  readonly takes?: string;
  readonly options: O;
  run(values: ValuesOf<O>, given: Given & Surroundings): Promise<Made | number>;
}): Command {
  const options: Options = { ...command.options, ...COMMON };
  return {
    ...command,
    options,
    async run(args, around) {
      const end = args.indexOf('--');
      const [own, behind] = end < 0 ? [args, []] : [args.slice(0, end), args.slice(end + 1)];
      const { values, positionals } = parse(own, options);
      const asJson = values['json'] === true;
      const made = await command.run(values as ValuesOf<O>, { positionals, behind, asJson, ...around });
      return typeof made === 'number' ? made : { made, asJson };
    },
  };
}

function parse(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
