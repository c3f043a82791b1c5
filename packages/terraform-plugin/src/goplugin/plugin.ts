import { createCertificate } from './certificate.js';
import { GrpcServer } from './grpc/server.js';
import type { Route } from './grpc/service.js';
import { type Address, listen } from './listen.js';
import type { Logger } from './log.js';
import { broker } from './services/broker.js';
import { controller } from './services/controller.js';
import { health } from './services/health.js';
import { stdio } from './services/stdio.js';

export interface PluginOptions {
  /** The services that this plugin is for, or what loads them: asked once, when somebody connects. */
  readonly routes: Iterable<[string, Route]> | (() => Promise<Iterable<[string, Route]>>);
  readonly log: Logger;
  readonly env?: NodeJS.ProcessEnv;
  /** PEM of the only client that is let in; without it the socket speaks plaintext to this user alone. */
  readonly clientCert?: string | undefined;
  /** What has to be done before the reply to Shutdown; Terraform gives 2 s from there. */
  settle(): Promise<void>;
  /** The host asked for the end, and was answered. */
  ended(): void;
}

/** A plugin that listens. */
export interface RunningPlugin extends Address {
  /** DER of the server's certificate, for the handshake; undefined in plaintext. */
  readonly certificate: Buffer | undefined;
  /** Lets calls end for a moment, closes the socket and removes its directory. */
  close(): Promise<void>;
  /** Removes the socket's directory at once, for the very end of a process. */
  clean(): void;
}

/** Replies on their way may leave before connections are cut. */
const DRAIN_MS = 200;

/** Starts to listen, with go-plugin's own services beside the given ones. */
export async function startPlugin(options: PluginOptions): Promise<RunningPlugin> {
  const { log, clientCert, settle, ended, routes } = options;
  const ours = [...controller({ settle, end: ended }), ...stdio(), ...broker(), ...health()];
  const certificate = clientCert ? createCertificate() : undefined;
  const server = new GrpcServer({
    routes: async () => new Map([...(typeof routes === 'function' ? await routes() : routes), ...ours]),
    tls: certificate && clientCert ? { cert: certificate.pem, key: certificate.keyPem, clientCert } : undefined,
    log,
  });
  const { network, address, clean } = await listen(server.server, options.env, certificate !== undefined);
  return {
    network,
    address,
    certificate: certificate?.der,
    clean,
    async close() {
      await server.drain(DRAIN_MS);
      await server.close();
      clean();
    },
  };
}
