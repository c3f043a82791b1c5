import { parseArgs } from 'node:util';
import { buildProgram } from '../packaging/build.js';
import { layMirror, mirrorRelease } from '../packaging/mirror.js';
import { makeRelease } from '../packaging/release.js';
import { writeDocs } from './docs.js';
import { HELP, UsageError } from './usage.js';

const OPTIONS = {
  out: { type: 'string' },
  condition: { type: 'string', multiple: true },
  address: { type: 'string' },
  version: { type: 'string' },
  program: { type: 'string', multiple: true },
  platform: { type: 'string' },
  key: { type: 'string' },
  mirror: { type: 'string' },
  examples: { type: 'string' },
  templates: { type: 'string' },
  check: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = ReturnType<typeof parse>['values'];
/** What a command made: for `--json`, and as lines for people. */
interface Made {
  readonly json: object;
  readonly lines: readonly string[];
  /** What to mind, on stderr. */
  readonly notes?: readonly string[];
  readonly code?: number;
}

const COMMANDS: Readonly<Record<string, (values: Values, rest: readonly string[]) => Promise<Made>>> = {
  async build(values, rest) {
    const [entry] = rest;
    if (entry === undefined) throw new UsageError('say what to build: terraform-plugin build src/main.ts --out FILE');
    const outfile = needed(values, 'out');
    await buildProgram({ entry, outfile, conditions: values.condition ?? [] });
    return { json: { file: outfile }, lines: [outfile] };
  },

  async package(values) {
    const { key, mirror } = values;
    const release = await makeRelease({
      ...named(values),
      directory: needed(values, 'out'),
      executable: programs(values),
      ...(key === undefined ? {} : { key }),
    });
    const laid = mirror === undefined ? undefined : await mirrorRelease(release, mirror);
    const lines = release.files.map((file) => `${release.directory}/${file}`);
    return {
      json: { ...release, ...(laid ? { mirror: laid } : {}) },
      lines: [...lines, ...(laid ? [`export TF_CLI_CONFIG_FILE=${laid.configFile}`] : [])],
    };
  },

  async mirror(values) {
    const executable = programs(values);
    if (typeof executable !== 'string') throw new UsageError('a mirror of one machine takes one --program FILE');
    const { platform } = values;
    const mirror = await layMirror({
      ...named(values),
      directory: needed(values, 'out'),
      executable,
      ...(platform === undefined ? {} : { platform }),
    });
    return { json: mirror, lines: [`export TF_CLI_CONFIG_FILE=${mirror.configFile}`] };
  },

  async docs({ out = 'docs', examples, templates, check = false, condition: conditions = [], ...values }, [entry]) {
    const program = values.program === undefined ? undefined : programs(values);
    if (typeof program === 'object') throw new UsageError('docs are made of one --program FILE');
    return writeDocs({ out, check, conditions, ...given({ entry, program, examples, templates }) });
  },
};

/** Runs a command line; its exit code. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parse(args);
    const [name, ...rest] = positionals;
    if (values.help || name === undefined) {
      process.stdout.write(HELP);
      return values.help ? 0 : 2;
    }
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) throw new UsageError(`there is no command "${name}": use ${Object.keys(COMMANDS).join(', ')}`);
    const { json, lines, notes = [], code = 0 } = await command(values, rest);
    process.stdout.write(values.json ? `${JSON.stringify(json, null, 2)}\n` : `${lines.join('\n')}\n`);
    for (const note of notes) process.stderr.write(`note: ${note}\n`);
    return code;
  } catch (error) {
    const { message } = error as Error;
    const detail = (error as { diagnostic?: { detail?: string } }).diagnostic?.detail;
    process.stderr.write(`error: ${message}\n${detail ? `  next: ${detail}\n` : ''}`);
    return error instanceof UsageError ? 2 : 1;
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function needed(values: Values, name: 'out' | 'address' | 'version'): string {
  const value = values[name];
  if (value === undefined) throw new UsageError(`--${name} is missing`);
  return value;
}

function named(values: Values) {
  return { address: needed(values, 'address'), version: needed(values, 'version') };
}

/** What was said, without what was not. */
function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

/** `FILE`, or `linux_amd64=FILE` for each platform. */
function programs({ program = [] }: Pick<Values, 'program'>): string | { [platform: string]: string } {
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
