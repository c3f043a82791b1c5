import { chmod, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { cliConfig } from './cli-config.js';

/** Terraform's and OpenTofu's registries: a short source address (`hansa/hansa`) means the one or the other by the program that reads it. */
const HOSTS = ['registry.terraform.io', 'registry.opentofu.org'];
const SOURCE = 'hansa/hansa';
/** This package, seen from its sources and from its build alike. */
const HOME = join(__dirname, '../..');

export interface MirrorOptions {
  /** Where to lay it out; made when it is not there. */
  directory: string;
  /** The bundled provider; default: this package's build. */
  executable?: string;
  /** Default: this package's. */
  version?: string;
  /** `linux_amd64`; default: this machine's. */
  platform?: string;
}

export interface Mirror {
  /** The CLI configuration: point `TF_CLI_CONFIG_FILE` at it. */
  configFile: string;
  /** What lies in the mirror, one for each registry. */
  executables: string[];
}

/**
 * Lays the provider out as a filesystem mirror with its CLI configuration, so that `terraform init` and `tofu init` find it
 * without a registry.
 *
 * @example
 * const { configFile } = await layMirror({ directory: '.cache/mirror' });
 * execFileSync('terraform', ['init'], { env: { ...process.env, TF_CLI_CONFIG_FILE: configFile } });
 */
export async function layMirror(options: MirrorOptions): Promise<Mirror> {
  const { version = await ownVersion(), platform = platformOf(process.platform, process.arch) } = options;
  const directory = resolve(options.directory);
  const executable = options.executable ?? join(HOME, 'dist/terraform-provider-hansa');
  const executables = await Promise.all(
    HOSTS.map(async (host) => {
      const folder = join(directory, host, SOURCE, version, platform);
      const target = join(folder, `terraform-provider-hansa_v${version}`);
      await mkdir(folder, { recursive: true });
      await copyFile(executable, target);
      await chmod(target, 0o755);
      return target;
    }),
  );
  const configFile = join(directory, 'cli.tfrc');
  await writeFile(
    configFile,
    cliConfig(
      directory,
      HOSTS.map((host) => `${host}/${SOURCE}`),
    ),
  );
  return { configFile, executables };
}

/** Go's names of Node's platforms and processors. */
export function platformOf(os: string, arch: string): string {
  return `${{ win32: 'windows' }[os] ?? os}_${{ x64: 'amd64', ia32: '386' }[arch] ?? arch}`;
}

async function ownVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(HOME, 'package.json'), 'utf8')) as { version: string };
  return version;
}
