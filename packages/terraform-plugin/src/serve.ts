import type { Json } from './cty/json-text.js';
import type { DiagnosticError } from './framework/diagnostics.js';
import type { ProviderServer, ProviderSource } from './framework/provider-server.js';
import { NOT_BY_HAND, startedByTerraform } from './goplugin/cookie.js';
import { exportLine } from './goplugin/export-line.js';
import type { Route } from './goplugin/grpc/service.js';
import { handshakeLine } from './goplugin/handshake.js';
import { watchLife } from './goplugin/life.js';
import { socketParent } from './goplugin/listen.js';
import { createLogger, type Logger, wantedLevel } from './goplugin/log.js';
import { captureOutput } from './goplugin/output.js';
import { startPlugin } from './goplugin/plugin.js';
import { reattachEnvironment } from './goplugin/reattach.js';
import { callerSpeaksOurs } from './goplugin/version.js';

export interface ServeOptions {
  /** The provider's source address, `registry.terraform.io/acme/thing`; OpenTofu finds it under its own registry as well. */
  readonly address: string;
  /** Runs until stopped and prints what to export, so that Terraform attaches to it. Default: `--debug` is in argv. */
  readonly debug?: boolean;
}

/**
 * Runs a provider as Terraform's plugin; the main and only call of a provider's program. Given as a function, the
 * provider is loaded after the handshake, while Terraform connects. With `--schema` in argv it prints what the provider offers, for its
 * documentation. Ends the process; never rejects.
 *
 * @example
 * serve(() => import('./provider.js').then(({ provider }) => provider), {
 *   address: 'registry.terraform.io/acme/thing',
 * });
 */
export async function serve(provider: ProviderSource, options: ServeOptions): Promise<void> {
  const { env } = process;
  if (process.argv.includes('--schema')) return tellSchema(provider, options.address);
  const debug = options.debug ?? process.argv.includes('--debug');
  if (!debug && !startedByTerraform(env)) {
    process.stderr.write(NOT_BY_HAND);
    process.exitCode = 1;
    return;
  }
  const log = createLogger((line) => process.stderr.write(line), debug ? 'debug' : wantedLevel(env));
  if (debug) await serveAttached(provider, options.address, log);
  else await serveSpawned(provider, log);
}

/**
 * How long calls in flight have after SIGTERM, ms. Whoever sends it kills what is left some time later: Docker after 10 s
 * (docs.docker.com, `docker stop`, read 2026-11), others later. What remains of that is for Terraform to write its state.
 */
const TERMINATE_MS = 7_000;

async function serveSpawned(provider: ProviderSource, log: Logger): Promise<void> {
  const { env } = process;
  const output = captureOutput(log);
  if (!callerSpeaksOurs(env)) log.error('this provider needs protocol 6', { offered: env['PLUGIN_PROTOCOL_VERSIONS'] });
  let server: ProviderServer | undefined;
  let routes: Promise<Iterable<[string, Route]>> | undefined;
  // What answers calls is not needed to be found: it is loaded when the handshake is done, while Terraform connects.
  const load = () => {
    routes ??= import('./framework/serving.js').then(({ serving, UNTIL_RECORDED }) => {
      const made = serving(provider, log, UNTIL_RECORDED);
      server = made.server;
      return made.routes;
    });
    return routes;
  };
  const plugin = await startPlugin({
    routes: load,
    log,
    clientCert: env['PLUGIN_CLIENT_CERT'],
    settle: async () => server?.settle(),
    ended: () => end('Terraform has finished'),
  }).catch((error: unknown) => {
    process.stderr.write(`The provider cannot listen: ${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  });

  let ending = false;
  const end = (reason: string): void => {
    if (ending) return;
    ending = true;
    log.debug('the provider ends', { reason });
    server?.stop();
    server?.abandon();
    void (async () => {
      await server?.settle();
      await plugin.close();
    })()
      .catch((error: unknown) => log.error('the provider did not end well', { error }))
      .finally(() => process.exit(0));
  };
  // systemd and CI send it to Terraform and to us alike: what calls return is worth waiting for, since Terraform still records it.
  const terminate = (): void => {
    log.debug('SIGTERM: calls in flight are told to stop');
    void Promise.resolve(server?.drain(TERMINATE_MS)).then(() => end('SIGTERM'));
  };
  const crashed = (error: unknown): void => {
    if (server) server.crash(error);
    else log.error('an error escaped', { error });
  };
  // Called by nobody of ours but `end`: calls in flight are lost, and so, perhaps, is what they have made.
  process.once('exit', (code) => {
    if (ending) return;
    log.error("the provider's own code has ended its process", { code, callsInFlight: server?.callsInFlight ?? 0 });
  });
  watchLife({ log, terminate, end, crashed, clean: plugin.clean });
  try {
    output.write(handshakeLine(plugin, plugin.certificate, Boolean(env['PLUGIN_MULTIPLEX_GRPC'])));
  } catch {
    end('nobody reads the handshake');
    return;
  }
  // Somebody may have kept the stream since before it was captured.
  void process.stdout;
  void load().then(
    async () => {
      server?.preload();
      (await import('./goplugin/young-space.js')).keepYoungSpaceSmall();
      (await import('./goplugin/compile-later.js')).compileLater();
    },
    (error: unknown) => crashed(error),
  );
  sweepLater();
}

/** Short runs are not for it, and none begins with it. */
const SWEEP_MS = 2_000;

/** What killed providers left is removed by one that lives long enough. */
function sweepLater(): void {
  const sweep = () => import('./goplugin/sweep.js').then(({ sweepSockets }) => sweepSockets(socketParent()));
  setTimeout(() => void sweep(), SWEEP_MS).unref();
}

/** What code prints meanwhile goes to stderr: stdout holds the schema alone. */
async function tellSchema(source: ProviderSource, address: string): Promise<void> {
  const output = captureOutput(createLogger((line) => process.stderr.write(line), 'info'));
  try {
    const [{ schemaOf }, { stringifyJson }] = await Promise.all([
      import('./provider-schema/schema-of.js'),
      import('./cty/json-text.js'),
    ]);
    const schema = await schemaOf(typeof source === 'function' ? await source() : source, address);
    output.restore();
    process.stdout.write(`${stringifyJson(schema as unknown as Json)}\n`, () => process.exit(0));
  } catch (error) {
    const { message, diagnostic } = error as Partial<DiagnosticError>;
    process.stderr.write(`${message ?? error}\n${diagnostic?.detail ?? ''}\n`);
    process.exit(1);
  }
}

async function serveAttached(provider: ProviderSource, address: string, log: Logger): Promise<void> {
  const { serving } = await import('./framework/serving.js');
  const { server, routes } = serving(provider, log);
  const plugin = await startPlugin({
    routes,
    log,
    settle: () => server.settle(),
    ended: () => log.debug('Terraform has finished'),
  });
  const stop = (): void => {
    server.stop();
    void server
      .settle()
      .then(() => plugin.close())
      .finally(() => process.exit(0));
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, stop);
  process.once('exit', plugin.clean);
  sweepLater();
  const line = exportLine('TF_REATTACH_PROVIDERS', reattachEnvironment(address, plugin));
  process.stdout.write(`The provider runs until Ctrl-C. For Terraform or OpenTofu to use it:\n\n${line}\n`);
}
