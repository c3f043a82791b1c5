import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { SCRIPT_PLATFORMS } from './platforms.js';
import { expectPlatform } from './program-format.js';
import { archiveName, nameOf, type Packaged, programName } from './provider-files.js';
import { mebibytes } from './sizes.js';
import { zipProgram } from './zip.js';

export interface ReleaseOptions extends Packaged {
  /** Where to put it; made when it is not there. */
  readonly directory: string;
  /** The program of each platform (`linux_amd64`), or the one script for all but Windows, which wants an `.exe` of its own. */
  readonly executable: string | { readonly [platform: string]: string };
  /** The key that `gpg` signs with (`--local-user`): its id, fingerprint or e-mail. Without it the release is not signed. */
  readonly key?: string;
  /** Hears how far it is. */
  say?(line: string): void;
}

export interface Release extends Packaged {
  readonly directory: string;
  readonly platforms: readonly string[];
  /** Names of all files of the release. */
  readonly files: readonly string[];
  /** How many bytes each of them has. */
  readonly sizes: { readonly [file: string]: number };
}

/**
 * Makes the files that a registry wants: an archive for each platform, the manifest, the checksums, and their signature. The same programs
 * give the same bytes.
 *
 * @example
 * const release = await makeRelease({ address: 'acme/thing', version: '1.0.0', executable: 'dist/thing', directory: 'release' });
 * release.files; // ['terraform-provider-thing_1.0.0_darwin_amd64.zip', …]
 */
export async function makeRelease({ executable, key, say, ...packaged }: ReleaseOptions): Promise<Release> {
  const { version } = packaged;
  const directory = resolve(packaged.directory);
  const base = `terraform-provider-${nameOf(packaged)}_${version}`;
  const programs =
    typeof executable === 'string'
      ? Object.fromEntries(SCRIPT_PLATFORMS.map((platform) => [platform, executable]))
      : executable;
  const platforms = Object.keys(programs).sort();
  for (const platform of platforms) await expectPlatform(programs[platform]!, platform);
  await mkdir(directory, { recursive: true });
  const waiting = [...platforms];
  const pack = async (): Promise<void> => {
    for (let platform = waiting.shift(); platform !== undefined; platform = waiting.shift()) {
      const target = join(directory, archiveName(packaged, platform));
      await zipProgram(target, programName(packaged, platform), await readFile(programs[platform]!));
      say?.(`packed ${archiveName(packaged, platform)}: ${mebibytes((await stat(target)).size)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, pack));
  const manifest = `${base}_manifest.json`;
  await writeFile(join(directory, manifest), `${JSON.stringify(MANIFEST, null, 2)}\n`);
  const summed = [...platforms.map((platform) => archiveName(packaged, platform)), manifest].sort();
  const sums = `${base}_SHA256SUMS`;
  await writeFile(join(directory, sums), await checksums(directory, summed));
  if (key !== undefined) await sign(join(directory, sums), key);
  const files = [...summed, sums, ...(key === undefined ? [] : [`${sums}.sig`])];
  const sizes = files.map(async (file) => [file, (await stat(join(directory, file))).size] as const);
  return { ...packaged, directory, platforms, files, sizes: Object.fromEntries(await Promise.all(sizes)) };
}

/** A compiled program has 100 MB, which are held while they are packed. */
const AT_ONCE = 2;

/** What a registry reads of it: which protocol it speaks. */
const MANIFEST = { version: 1, metadata: { protocol_versions: ['6.0'] } };

async function checksums(directory: string, files: readonly string[]): Promise<string> {
  const lines = files.map(async (file) => {
    const digest = createHash('sha256').update(await readFile(join(directory, file)));
    return `${digest.digest('hex')}  ${file}\n`;
  });
  return (await Promise.all(lines)).join('');
}

/** Registries want a detached signature, binary. */
async function sign(file: string, key: string): Promise<void> {
  const args = ['--batch', '--yes', '--local-user', key, '--output', `${file}.sig`, '--detach-sign', file];
  await promisify(execFile)('gpg', args, { env: process.env }).catch(
    (cause: NodeJS.ErrnoException & { stderr?: string }) => {
      const why = cause.code === 'ENOENT' ? 'there is no gpg on PATH' : (cause.stderr ?? cause.message).trim();
      throw new Error(`the checksums could not be signed with ${key}: ${why}`, { cause });
    },
  );
}
