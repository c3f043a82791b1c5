import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import { Http2Session } from '../http2/session.js';
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
  /** Asked once, when somebody connects; calls wait for it. */
  readonly routes: () => Promise<Routes>;
  readonly tls?: MutualTls | undefined;
  readonly log: Logger;
  /** Of one request. Core sends at most 64 MiB, so that is no limit but a guard. */
  readonly maxMessageBytes?: number;
}

/** gRPC over HTTP/2: unary calls and server streams. The caller makes {@link GrpcServer.server} listen. */
export class GrpcServer {
  readonly server: Server;
  readonly #sessions = new Set<Http2Session>();
  readonly #options: Required<Pick<GrpcServerOptions, 'routes' | 'log' | 'maxMessageBytes'>>;
  #routes: Promise<Routes> | undefined;

  constructor({ routes, tls, log, maxMessageBytes = 256 * 1024 * 1024 }: GrpcServerOptions) {
    this.#options = { routes, log, maxMessageBytes };
    this.server = tls ? this.#tlsServer(tls) : createServer({ noDelay: true }, (socket) => this.#connected(socket));
  }

  /** Ends all connections at once: whoever calls this has answered what it wanted to answer. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    for (const session of this.#sessions) session.destroy();
    await closed;
  }

  /** Lets open streams end, for at most so long. */
  async drain(milliseconds: number): Promise<void> {
    const closed = [...this.#sessions].map((session) => session.close());
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, milliseconds);
    });
    await Promise.race([Promise.all(closed), late]);
    clearTimeout(timer);
  }

  /**
   * TLS has made sure that the client has the key of the certificate it shows; that it is the one certificate is seen here. An authority's
   * list has no part in it: Node 20 takes 20 ms to set one up, and would let in whatever that certificate has signed.
   */
  #tlsServer({ cert, key, clientCert }: MutualTls): Server {
    const { log } = this.#options;
    const friend = derOf(clientCert);
    const server = createTlsServer(
      {
        cert,
        key,
        ca: [],
        requestCert: true,
        rejectUnauthorized: false,
        minVersion: 'TLSv1.2',
        ALPNProtocols: ['h2'],
        noDelay: true,
      },
      (socket) => {
        if (validCertificateOf(socket)?.equals(friend) && socket.alpnProtocol === 'h2') return this.#connected(socket);
        const error = 'the client shows another certificate than it was announced with, or one that is not valid now';
        log.warn('connection refused', { error });
        socket.destroy();
      },
    );
    server.on('tlsClientError', (error) => log.warn('connection refused', { error: error.message }));
    return server;
  }

  #connected(socket: Socket): void {
    const { log } = this.#options;
    this.#routes ??= this.#options.routes();
    const routes = this.#routes;
    const session: Http2Session = new Http2Session(socket, {
      request: (stream) => new ServerCall(stream, this.#options).serve(routes),
      closed: (error) => {
        this.#sessions.delete(session);
        if (error) log.debug('connection failed', { error: error.message });
      },
    });
    this.#sessions.add(session);
  }
}

/** DER of the certificate that the other side has shown, if it is valid now. */
function validCertificateOf(socket: TLSSocket): Buffer | undefined {
  const { raw, valid_from: from, valid_to: to } = socket.getPeerCertificate();
  const now = Date.now();
  return Date.parse(from) <= now && now <= Date.parse(to) ? (raw as Buffer | undefined) : undefined;
}

/** The first certificate of a PEM. */
function derOf(pem: string): Buffer {
  const text = /-----BEGIN CERTIFICATE-----([\s\S]+?)-----END CERTIFICATE-----/.exec(pem)?.[1] ?? '';
  return Buffer.from(text, 'base64');
}
