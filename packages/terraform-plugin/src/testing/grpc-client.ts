import { type ClientHttp2Session, connect as connectHttp2, type IncomingHttpHeaders } from 'node:http2';
import { connect as connectNet, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { FrameReader, frame } from '../goplugin/grpc/frame.js';
import type { MethodDefinition, ServiceDefinition } from '../goplugin/grpc/service.js';
import { decodeMessage, GrpcError, Status } from '../goplugin/grpc/status.js';
import type { Address } from '../goplugin/listen.js';

/** Our certificate, and the only one that the server may show. */
export interface ClientTls {
  readonly cert?: string;
  readonly key?: string;
  readonly serverCert: string;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly deadlineMs?: number;
}

interface RawOptions {
  readonly signal?: AbortSignal;
  readonly headers?: Record<string, string>;
}

/** A gRPC client for one plugin, as Terraform's is: one connection, mutual TLS where the handshake says so. */
export class GrpcClient {
  private constructor(readonly session: ClientHttp2Session) {}

  /** Rejects when the server refuses the connection. */
  static async connect(address: Address, tls?: ClientTls): Promise<GrpcClient> {
    const socket = open(address, tls);
    const session = connectHttp2(tls ? 'https://localhost' : 'http://localhost', {
      createConnection: () => socket,
      settings: { initialWindowSize: 8 * 1024 * 1024 },
    });
    // TLS 1.3 lets a client send before the server has refused its certificate: only an answer proves the connection.
    // Node's session may fall silent when the socket fails in that moment, so the socket is listened to as well.
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.once('close', () => reject(new GrpcError(Status.UNAVAILABLE, 'the server closed the connection')));
      session.once('error', reject);
      session.once('close', () => reject(new GrpcError(Status.UNAVAILABLE, 'the server closed the connection')));
      session.once('remoteSettings', () => resolve());
    }).catch((error: unknown) => {
      session.destroy();
      socket.destroy();
      throw error;
    });
    session.on('error', () => {});
    return new GrpcClient(session);
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      if (this.session.destroyed) resolve();
      else {
        this.session.once('close', () => resolve());
        this.session.destroy();
      }
    });
  }

  /** One request, one reply. Rejects with a {@link GrpcError} on any status but OK. */
  async call<Request, Response>(
    service: ServiceDefinition,
    method: MethodDefinition<Request, Response>,
    request: Request,
    options: CallOptions = {},
  ): Promise<Response> {
    const path = `/${service.fullName}/${method.name}`;
    return method.responseType.decode(await this.send(path, method.requestType.encode(request).finish(), options));
  }

  /** One request, any number of replies: all of them when the stream has ended, each by `onReply` as it comes. */
  async stream<Request, Response>(
    service: ServiceDefinition,
    method: MethodDefinition<Request, Response>,
    request: Request,
    { onReply, ...options }: CallOptions & { readonly onReply?: (reply: Response) => void } = {},
  ): Promise<Response[]> {
    const path = `/${service.fullName}/${method.name}`;
    const replies: Response[] = [];
    await this.#exchange(path, frame(method.requestType.encode(request).finish()), headersOf(options), (bytes) => {
      const reply = method.responseType.decode(bytes);
      replies.push(reply);
      onReply?.(reply);
    });
    return replies;
  }

  /** Bytes to a path. */
  send(path: string, request: Uint8Array, options: CallOptions = {}): Promise<Buffer> {
    return this.raw(path, frame(request), headersOf(options));
  }

  /** A body as it stands, for what a well-behaved client does not send. */
  async raw(path: string, body: Uint8Array, options: RawOptions = {}): Promise<Buffer> {
    const messages: Buffer[] = [];
    await this.#exchange(path, body, options, (message) => messages.push(message));
    const [message] = messages;
    if (message === undefined) throw new GrpcError(Status.UNAVAILABLE, 'the stream ended early');
    return message;
  }

  /** Resolves when the call has ended well. */
  #exchange(
    path: string,
    body: Uint8Array,
    { signal, headers = {} }: RawOptions,
    onMessage: (message: Buffer) => void,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const stream = this.session.request({
        ':method': 'POST',
        ':path': path,
        'content-type': 'application/grpc',
        te: 'trailers',
        ...headers,
      });
      const reader = new FrameReader(256 * 1024 * 1024);
      let trailers: IncomingHttpHeaders = {};
      signal?.addEventListener('abort', () => stream.close(8 /* CANCEL, RFC 9113, 7 */), { once: true });
      stream.on('response', (received) => {
        trailers = received;
      });
      stream.on('trailers', (received) => {
        trailers = received;
      });
      stream.on('data', (chunk: Buffer) => reader.push(chunk).forEach(onMessage));
      stream.on('error', reject);
      stream.on('close', () => {
        const status = Number(trailers['grpc-status'] ?? Status.UNAVAILABLE);
        if (status === Status.OK) resolve();
        else if (signal?.aborted) reject(new GrpcError(Status.CANCELLED, 'cancelled'));
        else reject(new GrpcError(status, decodeMessage(String(trailers['grpc-message'] ?? 'the stream ended early'))));
      });
      stream.end(body);
    });
  }
}

function headersOf({ signal, deadlineMs }: CallOptions): RawOptions {
  return {
    ...(signal && { signal }),
    ...(deadlineMs !== undefined && { headers: { 'grpc-timeout': `${deadlineMs}m` } }),
  };
}

function open({ network, address }: Address, tls: ClientTls | undefined): Socket | TLSSocket {
  const separator = address.lastIndexOf(':');
  const target =
    network === 'unix'
      ? { path: address }
      : { host: address.slice(0, separator), port: Number(address.slice(separator + 1)) };
  if (tls === undefined) return connectNet(target);
  const { cert, key, serverCert } = tls;
  return connectTls({ ...target, cert, key, ca: serverCert, servername: 'localhost', ALPNProtocols: ['h2'] });
}
