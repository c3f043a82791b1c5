import type { ProviderSource } from '../../framework/provider-server.js';
import { type InProcessProvider, serveInProcess } from '../in-process.js';
import type { ProtocolClient } from '../protocol-client.js';
import { Workspace } from '../workspace.js';
import type { Acceptance } from './acceptance.js';

/** A workspace whose Terraform finds the providers. */
export interface Attached {
  readonly workspace: Workspace;
  /** The provider's local name. */
  readonly name: string;
  /** Addresses by local names. */
  readonly sources: { readonly [name: string]: string };
  readonly client: ProtocolClient | undefined;
  close(): Promise<void>;
}

type Options = Pick<Acceptance, 'provider' | 'address' | 'others' | 'env' | 'binary'>;

export async function attach({ provider, address, others = {}, env = {}, binary }: Options): Promise<Attached> {
  const served = new Map<string, InProcessProvider>();
  const serve = async (at: string, source: ProviderSource) =>
    served.set(at, await serveInProcess(source, { address: at }));
  const close = async () => {
    for (const one of served.values()) await one.close();
  };
  try {
    if (!isProgram(provider)) await serve(address, provider);
    for (const [at, source] of Object.entries(others)) await serve(at, source);
    const reattach = [...served.values()].map(
      ({ environment }) => JSON.parse(environment.TF_REATTACH_PROVIDERS) as object,
    );
    const attached = served.size === 0 ? {} : { TF_REATTACH_PROVIDERS: JSON.stringify(Object.assign({}, ...reattach)) };
    const workspace = new Workspace({ ...env, ...attached }, binary);
    if (isProgram(provider)) workspace.override(address, provider.program);
    return {
      workspace,
      name: localName(address),
      sources: Object.fromEntries([address, ...Object.keys(others)].map((at) => [localName(at), at])),
      client: served.get(address)?.client,
      async close() {
        workspace.remove();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function isProgram(provider: Acceptance['provider']): provider is { readonly program: string } {
  return 'program' in provider;
}

function localName(address: string): string {
  return address.split('/').at(-1) ?? address;
}
