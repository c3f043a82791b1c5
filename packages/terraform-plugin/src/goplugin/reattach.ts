import type { Address } from './listen.js';
import { PROTOCOL_VERSION } from './version.js';

/** The value of `TF_REATTACH_PROVIDERS` by which Terraform uses running providers, by address of the provider. */
export function reattachEnvironment(running: { readonly [provider: string]: Address }): string {
  const entries = Object.entries(running).map(([provider, { network, address }]) => [
    provider,
    {
      Protocol: 'grpc',
      ProtocolVersion: PROTOCOL_VERSION,
      Pid: process.pid,
      // Terraform neither stops nor kills a provider under test.
      Test: true,
      Addr: { Network: network, String: address },
    },
  ]);
  return JSON.stringify(Object.fromEntries(entries));
}
