import { DiagnosticError } from '../framework/diagnostics.js';

/** What a provider is called, and what of it is released. */
export interface Packaged {
  /** `acme/thing`, or with its host `registry.example.com/acme/thing`. */
  readonly address: string;
  /** `1.2.3`, without a `v`. */
  readonly version: string;
}

/** A provider without a host means another registry by the program that reads it: it is laid out under both. */
const HOSTS = ['registry.terraform.io', 'registry.opentofu.org'];

/** `thing` of `acme/thing`. */
export function nameOf({ address, version }: Packaged): string {
  if (!/^([a-z0-9.-]+\/)?[a-z0-9-]+\/[a-z0-9-]+$/i.test(address)) {
    throw new DiagnosticError(`"${address}" is no provider address`, { detail: 'Use <namespace>/<name>: acme/thing.' });
  }
  // Terraform's own rule (semver.org): https://developer.hashicorp.com/terraform/registry/providers/publishing, read 2026-11.
  if (!/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/.test(version)) {
    throw new DiagnosticError(`"${version}" is no version`, { detail: 'Use three numbers, without a "v": 1.2.3.' });
  }
  return address.split('/').at(-1)!;
}

/** The full addresses that a program may look it up by. */
export function sourcesOf({ address }: Packaged): string[] {
  return address.split('/').length === 3 ? [address] : HOSTS.map((host) => `${host}/${address}`);
}

/** The program as it lies in an archive or a mirror. */
export function programName(packaged: Packaged, platform: string): string {
  const ending = platform.startsWith('windows_') ? '.exe' : '';
  return `terraform-provider-${nameOf(packaged)}_v${packaged.version}${ending}`;
}

/** The archive for a platform. */
export function archiveName(packaged: Packaged, platform: string): string {
  return `terraform-provider-${nameOf(packaged)}_${packaged.version}_${platform}.zip`;
}

/**
 * Lies beside a script. Node asks the nearest package.json what a script is whose name says nothing; where that has `"type": "module"`, as
 * above `.terraform` in many a project, it refuses one whose name ends in `.0` (ERR_UNKNOWN_FILE_EXTENSION, Node 20 to 24, read 2026-11).
 */
export const BESIDE_SCRIPT = { name: 'package.json', text: '{ "type": "commonjs" }\n' } as const;
