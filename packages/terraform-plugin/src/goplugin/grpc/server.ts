import {
  createSecureServer,
  createServer,
  type Http2SecureServer,
  type Http2Server,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import type { Logger } from '../log.js';
import { ServerCall } from './server-call.js';
import type { Routes } from './service.js';

/** Our certificate and the only client certificate that is let in. */
export interface MutualTls {
  readonly cert: string;
  readonly key: string;
  readonly clientCert: string;
}

export interface GrpcServerOptions {
  readonly routes: Routes;
  readonly tls?: MutualTls | undefined;
  readonly log: Logger;
  /** Of one request. Core sends at most 64 MiB, so that is no limit but a guard. */
  readonly maxMessageBytes?: number;
}

/** Large attributes must not wait for a window update after each 64 KiB. */
const WINDOW = 8 * 1024 * 1024;

/**
 * What one connection may hold, MB; Node's own limit is 10. Replies that have not left count, and past the limit new calls are refused
 * (ENHANCE_YOUR_CALM): ten resources with a megabyte each would do. The one client is Terraform, which asks for all that it is told.
 */
const SESSION_MEMORY = 2048;

/** gRPC over node:http2: unary calls and server streams. The caller makes {@link GrpcServer.server} listen. */
export class GrpcServer {
  readonly server: Http2Server | Http2SecureServer;
  readonly #sessions = new Set<ServerHttp2Session>();

  constructor(options: GrpcServerOptions) {
    const { routes, tls, log, maxMessageBytes = 256 * 1024 * 1024 } = options;
    const settings = {
      settings: { initialWindowSize: WINDOW, maxConcurrentStreams: 10_000 },
      maxSessionMemory: SESSION_MEMORY,
    };
    this.server = tls
      ? createSecureServer({
          ...settings,
          cert: tls.cert,
          key: tls.key,
          ca: tls.clientCert,
          requestCert: true,
          rejectUnauthorized: true,
          minVersion: 'TLSv1.2',
          allowHTTP1: false,
        })
      : createServer(settings);
    this.server.on('session', (session) => {
      this.#sessions.add(session);
      session.setLocalWindowSize(WINDOW);
      session.once('close', () => this.#sessions.delete(session));
    });
    this.server.on('sessionError', (error) => log.debug('connection failed', { error: error.message }));
    this.server.on('tlsClientError', (error) => log.warn('connection refused', { error: error.message }));
    this.server.on('stream', (stream: ServerHttp2Stream, headers) => {
      new ServerCall(stream, headers, { log, maxMessageBytes }).serve(routes);
    });
  }

  /** Ends all connections at once: whoever calls this has answered what it wanted to answer. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    for (const session of this.#sessions) session.destroy();
    await closed;
  }

  /** Lets open streams end, for at most so long. */
  async drain(milliseconds: number): Promise<void> {
    const sessions = [...this.#sessions].filter((session) => !session.closed);
    const closed = sessions.map((session) => new Promise<void>((resolve) => session.close(resolve)));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, milliseconds);
    });
    await Promise.race([Promise.all(closed), late]);
    clearTimeout(timer);
  }
}
