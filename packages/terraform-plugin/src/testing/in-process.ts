import type { ProviderSource } from '../framework/provider-server.js';
import { serving } from '../framework/serving.js';
import { createLogger, type Logger } from '../goplugin/log.js';
import { startPlugin } from '../goplugin/plugin.js';
import { reattachEnvironment } from '../goplugin/reattach.js';
import { GrpcClient } from './grpc-client.js';
import { ProtocolClient } from './protocol-client.js';

/** A provider served by this very process. */
export interface InProcessProvider {
  /** For the environment of a `terraform` or `tofu` process. */
  readonly environment: { readonly TF_REATTACH_PROVIDERS: string };
  /** Every RPC, without Terraform. */
  readonly client: ProtocolClient;
  close(): Promise<void>;
}

/**
 * Serves a provider in this process, so that a test can drive it by RPC, or run the real Terraform against it in a
 * fraction of the time that spawning takes, with breakpoints and shared memory.
 *
 * @example
 * const running = await serveInProcess(provider, { address: 'registry.terraform.io/acme/thing' });
 * // Not spawnSync: this process has to answer meanwhile.
 * const terraform = spawn('terraform', ['plan'], { env: { ...process.env, ...running.environment } });
 * await once(terraform, 'close');
 * await running.close();
 */
export async function serveInProcess(
  provider: ProviderSource,
  { address, log = createLogger(() => {}, 'error') }: { address: string; log?: Logger },
): Promise<InProcessProvider> {
  const { server, routes } = serving(provider, log);
  const plugin = await startPlugin({
    routes,
    log,
    settle: () => server.settle(),
    ended: () => {},
  });
  const connection = await GrpcClient.connect(plugin);
  return {
    environment: { TF_REATTACH_PROVIDERS: reattachEnvironment(address, plugin) },
    client: new ProtocolClient(connection),
    async close() {
      server.stop();
      await server.settle();
      await connection.close();
      await plugin.close();
    },
  };
}
