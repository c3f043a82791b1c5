import type { IncomingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import type { Logger } from '../log.js';
import { FrameReader, frame } from './frame.js';
import type { GrpcCall, Route, Routes, SendBytes } from './service.js';
import { encodeMessage, GrpcError, Status } from './status.js';
import { parseTimeout } from './timeout.js';

interface CallOptions {
  readonly log: Logger;
  readonly maxMessageBytes: number;
}

const HEADERS = { ':status': 200, 'content-type': 'application/grpc+proto' } as const;

/** One call from its headers to its trailers. */
export class ServerCall implements GrpcCall {
  #abort: AbortController | undefined;
  #aborted: Error | undefined;
  readonly #afterReply: ((replied: boolean) => void)[] = [];
  #deadline: NodeJS.Timeout | undefined;
  #open = true;

  constructor(
    readonly stream: ServerHttp2Stream,
    readonly headers: IncomingHttpHeaders,
    readonly options: CallOptions,
  ) {}

  get signal(): AbortSignal {
    if (this.#abort === undefined) {
      this.#abort = new AbortController();
      if (this.#aborted) this.#abort.abort(this.#aborted);
    }
    return this.#abort.signal;
  }

  afterReply(work: (replied: boolean) => void): void {
    this.#afterReply.push(work);
  }

  serve(routes: Routes): void {
    const { stream, headers } = this;
    stream.on('error', (error) => this.options.log.debug('stream failed', { error: error.message }));
    stream.once('close', () => this.#closed());
    const contentType = headers['content-type'] ?? '';
    if (headers[':method'] !== 'POST' || !contentType.startsWith('application/grpc')) {
      stream.respond({ ':status': 415 }, { endStream: true });
      return;
    }
    const path = headers[':path'] ?? '';
    const route = routes.get(path);
    if (route === undefined) {
      stream.resume();
      this.#fail(new GrpcError(Status.UNIMPLEMENTED, `${path} is not offered`));
      return;
    }
    const timeout = parseTimeout(headers['grpc-timeout']);
    if (timeout !== undefined) {
      this.#deadline = setTimeout(() => {
        this.#fail(new GrpcError(Status.DEADLINE_EXCEEDED, `the deadline of ${timeout} ms has passed`));
        this.#cancel('the deadline has passed');
      }, timeout);
    }
    this.#serveRoute(route);
  }

  #serveRoute(route: Route): void {
    if (route.kind === 'duplex') {
      this.stream.resume();
      this.#reply((send) => route.answer(send, this));
      return;
    }
    this.#request((message) => {
      if (route.kind === 'stream') {
        this.#reply((send) => route.answer(message, send, this));
        return;
      }
      // `route.answer` is async: a message that does not decode rejects like any other failure.
      route.answer(message, this).then(
        (reply) => this.#finish(frame(reply)),
        (error: unknown) => this.#fail(error),
      );
    });
  }

  /** Waits for the one message of the request. */
  #request(then: (message: Buffer) => void): void {
    const reader = new FrameReader(this.options.maxMessageBytes);
    const messages: Buffer[] = [];
    this.stream.on('data', (chunk: Buffer) => {
      if (!this.#open) return;
      try {
        messages.push(...reader.push(chunk));
      } catch (error) {
        this.#fail(error);
      }
    });
    this.stream.once('end', () => {
      if (!this.#open) return;
      const [message] = messages;
      if (message === undefined || messages.length > 1 || reader.partial) {
        this.#fail(new GrpcError(Status.INTERNAL, 'this call takes exactly one whole message'));
      } else then(message);
    });
  }

  /** Sends any number of replies. */
  #reply(answer: (send: SendBytes) => Promise<void>): void {
    const { stream } = this;
    stream.respond(HEADERS, { waitForTrailers: true });
    this.#trailers(Status.OK, '');
    const send: SendBytes = async (bytes) => {
      if (!this.#open || stream.write(frame(bytes))) return;
      await new Promise<void>((resolve) => {
        const go = (): void => {
          stream.off('drain', go).off('close', go);
          resolve();
        };
        stream.on('drain', go).on('close', go);
      });
    };
    answer(send).then(
      () => {
        if (!this.#open) return;
        this.#open = false;
        stream.end();
      },
      (error: unknown) => this.#fail(error),
    );
  }

  #finish(reply: Buffer): void {
    if (!this.#open || this.stream.destroyed) return;
    this.#open = false;
    this.stream.respond(HEADERS, { waitForTrailers: true });
    this.#trailers(Status.OK, '');
    this.stream.end(reply);
  }

  #fail(error: unknown): void {
    if (!this.#open || this.stream.destroyed) return;
    this.#open = false;
    const status = error instanceof GrpcError ? error.status : Status.INTERNAL;
    const message = error instanceof Error ? error.message : String(error);
    if (!(error instanceof GrpcError)) this.options.log.error('call failed', { path: this.headers[':path'], error });
    if (this.stream.headersSent) {
      this.stream.removeAllListeners('wantTrailers');
      this.#trailers(status, message);
      this.stream.end();
    } else {
      const trailers = { 'grpc-status': String(status), 'grpc-message': encodeMessage(message) };
      this.stream.respond({ ...HEADERS, ...trailers }, { endStream: true });
    }
  }

  #trailers(status: number, message: string): void {
    this.stream.once('wantTrailers', () => {
      const text = message === '' ? {} : { 'grpc-message': encodeMessage(message) };
      this.stream.sendTrailers({ 'grpc-status': String(status), ...text });
    });
  }

  #cancel(reason: string): void {
    this.#aborted = new Error(reason);
    this.#abort?.abort(this.#aborted);
  }

  #closed(): void {
    clearTimeout(this.#deadline);
    const replied = !this.#open;
    if (!replied) this.#cancel('the caller gave up this call');
    this.#open = false;
    for (const work of this.#afterReply) work(replied);
  }
}
