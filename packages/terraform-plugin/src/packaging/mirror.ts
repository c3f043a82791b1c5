import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { cliConfig } from './cli-config.js';
import { platformOf } from './platforms.js';
import { expectPlatform, firstBytes, isScript } from './program-format.js';
import { archiveName, BESIDE_SCRIPT, type Packaged, programName, sourcesOf } from './provider-files.js';
import type { Release } from './release.js';

export interface MirrorOptions extends Packaged {
  /** Where to lay it out; made when it is not there. */
  readonly directory: string;
  /** The provider's program. */
  readonly executable: string;
  /** `linux_amd64`; default: this machine's. */
  readonly platform?: string;
}

export interface Mirror {
  /** The CLI configuration: point `TF_CLI_CONFIG_FILE` at it. */
  readonly configFile: string;
  /** What lies in the mirror. */
  readonly files: readonly string[];
}

/**
 * Lays a program out as a filesystem mirror with its CLI configuration, so that `terraform init` and `tofu init` find it
 * without a registry.
 *
 * @throws DiagnosticError where the program does not run on the platform
 * @example
 * const { configFile } = await layMirror({ directory, address: 'acme/thing', version: '1.0.0', executable });
 * spawn('terraform', ['init'], { env: { ...process.env, TF_CLI_CONFIG_FILE: configFile } });
 */
export async function layMirror({ platform = platformOf(), executable, ...options }: MirrorOptions): Promise<Mirror> {
  await expectPlatform(executable, platform);
  return lay(options, async (folder) => {
    const here = join(folder, options.version, platform);
    const [target, beside] = [join(here, programName(options, platform)), join(here, BESIDE_SCRIPT.name)];
    await mkdir(here, { recursive: true });
    await copyFile(executable, target);
    await chmod(target, 0o755);
    if (!isScript(await firstBytes(target))) return [target];
    await writeFile(beside, BESIDE_SCRIPT.text);
    return [target, beside];
  });
}

/** The same of a release: its archives for every platform, for machines that reach no registry. */
export async function mirrorRelease(release: Release, directory: string): Promise<Mirror> {
  return lay({ ...release, directory }, async (folder) => {
    await mkdir(folder, { recursive: true });
    return Promise.all(
      release.platforms.map(async (platform) => {
        const target = join(folder, archiveName(release, platform));
        await copyFile(join(release.directory, archiveName(release, platform)), target);
        return target;
      }),
    );
  });
}

async function lay(
  options: Packaged & { readonly directory: string },
  put: (folder: string) => Promise<string[]>,
): Promise<Mirror> {
  const directory = resolve(options.directory);
  const sources = sourcesOf(options);
  const files = (await Promise.all(sources.map((source) => put(join(directory, source))))).flat();
  const configFile = join(directory, 'cli.tfrc');
  await writeFile(configFile, cliConfig(directory, sources));
  return { configFile, files };
}
