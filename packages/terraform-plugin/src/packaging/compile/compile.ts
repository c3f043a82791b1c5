import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { buildWhole } from '../build.js';
import { platformOf } from '../platforms.js';
import { mebibytes } from '../sizes.js';
import { baseExecutable } from './base-executable.js';
import { type Bun, findBun } from './bun.js';
import { signMachO } from './mach-o.js';
import { RESTART } from './restart.js';
import { targetOf } from './targets.js';

export interface CompileOptions {
  /** The program's source, which calls `serve`. */
  readonly entry: string;
  /** The file to make. Windows' gets `.exe`; where there are several platforms, each gets its name behind `_`. */
  readonly outfile: string;
  /** `linux_amd64`; default: this machine's. */
  readonly platforms?: readonly string[];
  /** Makes those for Linux run with musl (Alpine), not with glibc. */
  readonly musl?: boolean;
  /** Conditions of `exports` that hold for the bundler. */
  readonly conditions?: readonly string[];
  /** Hears how far it is. */
  say?(line: string): void;
}

/**
 * Compiles a provider into one executable for each platform, which needs no Node: Bun and the bundle as its bytecode in one file. The same
 * source and the same version of Bun give the same bytes.
 *
 * @returns the files by platform
 * @throws DiagnosticError where Bun is not installed, or a platform is not one that it knows
 * @example
 * const programs = await compileProgram({ entry: 'src/main.ts', outfile: 'dist/thing', platforms: COMPILED_PLATFORMS });
 * await makeRelease({ address: 'acme/thing', version: '1.0.0', executable: programs, directory: 'release' });
 */
export async function compileProgram(options: CompileOptions): Promise<{ readonly [platform: string]: string }> {
  const { entry, conditions = [], platforms = [platformOf()], musl = false, say = () => {} } = options;
  const targets = platforms.map((platform) => [platform, targetOf(platform, musl)] as const);
  const bun = findBun();
  const outfile = resolve(options.outfile);
  await mkdir(dirname(outfile), { recursive: true });
  // Beside the result: a rename puts it in its place when it is whole.
  const scratch = await mkdtemp(join(dirname(outfile), '.compile-'));
  try {
    const bundle = join(scratch, BUNDLE);
    await buildWhole({ entry, outfile: bundle, conditions, first: RESTART });
    say(`bundled ${entry}: ${mebibytes((await stat(bundle)).size)}`);
    const made: Record<string, string> = {};
    for (const [platform, target] of targets) {
      const base = await baseExecutable(bun, target, { scratch, say });
      const compiled = await compile(bun, { scratch, target: target.name, base });
      if (platform.startsWith('darwin_'))
        await writeFile(compiled, signMachO(await readFile(compiled)), { mode: 0o755 });
      const file = nameOf(outfile, platform, platforms.length > 1);
      await rename(compiled, file);
      await rm(join(scratch, target.name), { recursive: true, force: true });
      made[platform] = file;
      say(`compiled for ${platform}: ${mebibytes((await stat(file)).size)}`);
    }
    return made;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Both names stand in the executable: they are always the same. */
const BUNDLE = 'provider.cjs';
const OUTPUT = 'provider';

async function compile(
  { program }: Bun,
  { scratch, target, base }: { readonly scratch: string; readonly target: string; readonly base: string },
): Promise<string> {
  const args = [
    'build',
    BUNDLE,
    '--compile',
    '--bytecode',
    `--target=${target}`,
    `--compile-executable-path=${base}`,
    `--outfile=${OUTPUT}`,
    // What lies where Terraform runs is no business of a provider: a .env there would be its environment, a bunfig.toml its code.
    '--no-compile-autoload-dotenv',
    '--no-compile-autoload-bunfig',
    // Clears away sooner: 4 MiB less at 1,000 resources, of no processor time that can be measured, and a millisecond at the start.
    '--compile-exec-argv=--smol',
  ];
  await promisify(execFile)(program, args, { cwd: scratch, env: { ...process.env, NODE_ENV: 'production' } }).catch(
    (cause: Error & { stderr?: string }) => {
      throw new Error(`bun could not compile for ${target}: ${cause.stderr?.trim() || cause.message}`, { cause });
    },
  );
  return join(scratch, target.startsWith('bun-windows') ? `${OUTPUT}.exe` : OUTPUT);
}

function nameOf(outfile: string, platform: string, several: boolean): string {
  const name = several ? `${outfile}_${platform}` : outfile;
  return platform.startsWith('windows_') && !name.endsWith('.exe') ? `${name}.exe` : name;
}
