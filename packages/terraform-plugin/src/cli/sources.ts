import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProgram } from '../packaging/build.js';
import { COMPILED_PLATFORMS, compileProgram } from '../packaging/compile/index.js';
import type { Option } from './command.js';
import { given, programs } from './options.js';
import { UsageError } from './usage.js';

export const COMPILE = {
  type: 'boolean',
  help: 'makes an executable that needs no Node (needs bun)',
} as const satisfies Option;
export const MUSL = {
  type: 'boolean',
  help: 'makes those for Linux run on Alpine, whose C library is musl',
} as const satisfies Option;

export interface Source {
  readonly entry?: string | undefined;
  readonly program?: readonly string[] | undefined;
  readonly compile: boolean;
  readonly platform?: readonly string[] | undefined;
  readonly musl?: boolean | undefined;
  readonly conditions: readonly string[];
  say(line: string): void;
}

/** What to package: programs that are built already, or those of a source, which are there as long as `use` runs. */
export async function withPrograms<T>(
  { entry, program, compile, platform, musl, conditions, say }: Source,
  use: (programs: string | { readonly [platform: string]: string }) => Promise<T>,
): Promise<T> {
  if (entry === undefined) {
    if (compile) throw new UsageError('say what to compile: terraform-plugin package src/main.ts --compile');
    return use(programs(program));
  }
  if (program !== undefined) throw new UsageError('say one of them: a source, or --program FILE of one that is built');
  const folder = await mkdtemp(join(tmpdir(), 'tfplugin-package-'));
  try {
    const outfile = join(folder, 'provider');
    if (compile) {
      const platforms = platform ?? COMPILED_PLATFORMS;
      return await use(await compileProgram({ entry, outfile, platforms, conditions, say, ...given({ musl }) }));
    }
    await buildProgram({ entry, outfile, conditions });
    return await use(platform ? Object.fromEntries(platform.map((one) => [one, outfile])) : outfile);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
