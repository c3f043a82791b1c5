import { encodeHeaders, type Field } from '../http2/hpack.js';
import type { Http2Stream, StreamListener } from '../http2/stream.js';
import type { Logger } from '../log.js';
import { FrameReader, frame, frameHead } from './frame.js';
import type { GrpcCall, Route, Routes, SendBytes } from './service.js';
import { encodeMessage, GrpcError, Status } from './status.js';
import { parseTimeout } from './timeout.js';

interface CallOptions {
  readonly log: Logger;
  readonly maxMessageBytes: number;
}

const HEADERS: readonly Field[] = [
  [':status', '200'],
  ['content-type', 'application/grpc+proto'],
];
const RESPONSE = encodeHeaders(HEADERS);
const OK = encodeHeaders([['grpc-status', '0']]);
const NO_GRPC = encodeHeaders([[':status', '415']]);

/** One call from its headers to its trailers. */
export class ServerCall implements GrpcCall, StreamListener {
  #abort: AbortController | undefined;
  #aborted: Error | undefined;
  readonly #afterReply: ((replied: boolean) => void)[] = [];
  #deadline: NodeJS.Timeout | undefined;
  #open = true;
  #responded = false;
  readonly #reader: FrameReader;
  readonly #messages: Buffer[] = [];
  #requestEnded = false;
  /** What the request holds is of no interest. */
  #drained = false;
  /** What answers the one message of the request. */
  #route: Exclude<Route, { kind: 'duplex' }> | undefined;

  constructor(
    readonly stream: Http2Stream,
    readonly options: CallOptions,
  ) {
    this.#reader = new FrameReader(options.maxMessageBytes);
    stream.listener = this;
  }

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

  serve(routes: Promise<Routes>): void {
    const { requestHeaders: headers } = this.stream;
    if (headers.get(':method') !== 'POST' || !headers.get('content-type')?.startsWith('application/grpc')) {
      this.#open = false;
      this.stream.end(NO_GRPC);
      return;
    }
    const timeout = parseTimeout(headers.get('grpc-timeout'));
    if (timeout !== undefined) {
      this.#deadline = setTimeout(() => {
        this.#fail(new GrpcError(Status.DEADLINE_EXCEEDED, `the deadline of ${timeout} ms has passed`));
        this.#cancel('the deadline has passed');
      }, timeout);
    }
    const path = headers.get(':path')!;
    routes.then(
      (all) => this.#serveRoute(all.get(path), path),
      (error: unknown) => this.#fail(error),
    );
  }

  data(bytes: Buffer): void {
    if (!this.#open || this.#drained) return;
    try {
      this.#messages.push(...this.#reader.push(bytes));
    } catch (error) {
      this.#fail(error);
    }
  }

  end(): void {
    this.#requestEnded = true;
    this.#answer();
  }

  closed(answered: boolean): void {
    clearTimeout(this.#deadline);
    if (this.#open) this.#cancel('the caller gave up this call');
    this.#open = false;
    for (const work of this.#afterReply) work(answered);
  }

  #serveRoute(route: Route | undefined, path: string): void {
    if (!this.#open) return;
    if (route === undefined) this.#fail(new GrpcError(Status.UNIMPLEMENTED, `${path} is not offered`));
    else if (route.kind === 'duplex') {
      this.#drained = true;
      this.#messages.length = 0;
      this.#reply((send) => route.answer(send, this));
    } else {
      this.#route = route;
      this.#answer();
    }
  }

  /** When both are there: the whole request, and what answers it. */
  #answer(): void {
    const route = this.#route;
    if (!this.#open || !this.#requestEnded || route === undefined) return;
    const [message] = this.#messages;
    if (message === undefined || this.#messages.length > 1 || this.#reader.partial) {
      this.#fail(new GrpcError(Status.INTERNAL, 'this call takes exactly one whole message'));
    } else if (route.kind === 'stream') this.#reply((send) => route.answer(message, send, this));
    else {
      // `route.answer` is async: a message that does not decode rejects like any other failure.
      route.answer(message, this).then(
        (reply) => this.#finish(reply),
        (error: unknown) => this.#fail(error),
      );
    }
  }

  /** Sends any number of replies. */
  #reply(answer: (send: SendBytes) => Promise<void>): void {
    this.#respond();
    const send: SendBytes = async (bytes) => {
      if (this.#open) await this.stream.write(frame(bytes));
    };
    answer(send).then(
      () => {
        if (!this.#open) return;
        this.#open = false;
        this.stream.end(OK);
      },
      (error: unknown) => this.#fail(error),
    );
  }

  #respond(): void {
    this.#responded = true;
    this.stream.respond(RESPONSE);
  }

  #finish(reply: Uint8Array): void {
    if (!this.#open) return;
    this.#open = false;
    this.stream.answer({ headers: RESPONSE, head: frameHead(reply), message: reply, trailers: OK });
  }

  #fail(error: unknown): void {
    if (!this.#open) return;
    this.#open = false;
    const status = error instanceof GrpcError ? error.status : Status.INTERNAL;
    const message = error instanceof Error ? error.message : String(error);
    if (!(error instanceof GrpcError)) {
      this.options.log.error('call failed', { path: this.stream.requestHeaders.get(':path'), error });
    }
    const trailers: Field[] = [
      ['grpc-status', String(status)],
      ['grpc-message', encodeMessage(message)],
    ];
    // Where there was no reply yet, all headers are trailers.
    this.stream.end(encodeHeaders(this.#responded ? trailers : [...HEADERS, ...trailers]));
  }

  #cancel(reason: string): void {
    this.#aborted = new Error(reason);
    this.#abort?.abort(this.#aborted);
  }
}
