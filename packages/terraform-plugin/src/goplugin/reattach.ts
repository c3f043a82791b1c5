import type { Address } from './listen.js';
import { PROTOCOL_VERSION } from './version.js';

/** A source without a host (`acme/thing`) means the registry of the program that reads it, and both read this variable. */
const REGISTRIES = ['registry.terraform.io', 'registry.opentofu.org'];

/** The value of `TF_REATTACH_PROVIDERS` by which Terraform and OpenTofu use a running provider. */
export function reattachEnvironment(source: string, { network, address }: Address): string {
  const running = {
    Protocol: 'grpc',
    ProtocolVersion: PROTOCOL_VERSION,
    Pid: process.pid,
    // Terraform neither stops nor kills a provider under test.
    Test: true,
    Addr: { Network: network, String: address },
  };
  return JSON.stringify(Object.fromEntries(addressesOf(source).map((one) => [one, running])));
}

/** Under which addresses a provider is asked for: in Terraform's registry, or in none, it is OpenTofu's too. */
function addressesOf(source: string): string[] {
  const [name, namespace, host = REGISTRIES[0], ...more] = source.split('/').reverse();
  // Terraform would attach it to nothing, without a word.
  if (!name || !namespace || more.length > 0) {
    throw new TypeError(`"${source}" is no provider address: it is <namespace>/<name>, as in acme/thing`);
  }
  return host === REGISTRIES[0] ? REGISTRIES.map((registry) => `${registry}/${namespace}/${name}`) : [source];
}
