import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { layMirror as lay, type Mirror } from '@hansa/terraform-plugin/packaging';

export type { Mirror };

/** This package, seen from its sources and from its build alike. */
const HOME = join(__dirname, '../..');

export interface MirrorOptions {
  /** Where to lay it out; made when it is not there. */
  directory: string;
  /** The bundled provider; default: this package's build. */
  executable?: string;
  /** Default: this package's. */
  version?: string;
}

/**
 * Lays this provider out as a filesystem mirror, so that `terraform init` and `tofu init` find it without a registry.
 *
 * @example
 * const { configFile } = await layMirror({ directory: '.cache/mirror' });
 * execFileSync('terraform', ['init'], { env: { ...process.env, TF_CLI_CONFIG_FILE: configFile } });
 */
export async function layMirror(options: MirrorOptions): Promise<Mirror> {
  const { version = await ownVersion(), executable = join(HOME, 'dist/terraform-provider-hansa') } = options;
  return lay({ address: 'hansa/hansa', version, executable, directory: options.directory });
}

async function ownVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(HOME, 'package.json'), 'utf8')) as { version: string };
  return version;
}
