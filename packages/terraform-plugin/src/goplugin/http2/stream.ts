import { ErrorCode } from './frame.js';
import type { Headers } from './request-headers.js';
import type { Answer } from './sender.js';

/** Who answers a request. */
export interface StreamListener {
  /** A part of the request's body. */
  data(bytes: Buffer): void;
  /** The request is whole. */
  end(): void;
  /** It is over: all of the answer has left, or it never will. */
  closed(answered: boolean): void;
}

/** What a stream needs of its connection. */
export interface Connection {
  /** Sends as much as the other side has room for; the end of the answer ends the stream. */
  pump(stream: Http2Stream): void;
  headers(stream: Http2Stream, block: Buffer): void;
  /** Sends a whole answer at once, and ends the stream; tells whether there was room for it. */
  answer(stream: Http2Stream, answer: Answer): boolean;
  reset(stream: Http2Stream, code: number): void;
}

/** One request and its answer, from the server's side: headers, body, trailers. Header blocks are encoded ones. */
export class Http2Stream {
  listener: StreamListener | undefined;
  /** How much may still be sent. */
  sendWindow: number;
  /** How much came since the other side was last told that there is room. */
  received = 0;
  /** What waits for room. */
  readonly queue: Buffer[] = [];
  trailers: Buffer | undefined;
  requestEnded = false;
  #open = true;
  #drained: (() => void)[] = [];

  constructor(
    readonly connection: Connection,
    readonly id: number,
    readonly requestHeaders: Headers,
    sendWindow: number,
  ) {
    this.sendWindow = sendWindow;
  }

  get open(): boolean {
    return this.#open && this.trailers === undefined;
  }

  /** Once, before anything else. */
  respond(block: Buffer): void {
    if (this.open) this.connection.headers(this, block);
  }

  /** Resolves when all of it has gone, or cannot go any more. */
  write(bytes: Buffer): Promise<void> | undefined {
    if (!this.open || bytes.length === 0) return undefined;
    this.queue.push(bytes);
    this.connection.pump(this);
    return this.queue.length === 0 ? undefined : new Promise((resolve) => this.#drained.push(resolve));
  }

  /** All of it: in place of the three above and below. */
  answer(answer: Answer): void {
    if (!this.open || this.connection.answer(this, answer)) return;
    this.respond(answer.headers);
    this.write(Buffer.concat([answer.head, answer.message]));
    this.end(answer.trailers);
  }

  /** The answer is whole. */
  end(trailers: Buffer): void {
    if (!this.open) return;
    this.trailers = trailers;
    this.connection.pump(this);
  }

  /** Gives up; the other side learns the code. */
  reset(code: number = ErrorCode.CANCEL): void {
    if (this.#open) this.connection.reset(this, code);
  }

  /** For the connection: everything has gone. */
  drained(): void {
    for (const resolve of this.#drained.splice(0)) resolve();
  }

  /** For the connection: nothing goes either way any more. */
  close(answered: boolean): void {
    if (!this.#open) return;
    this.#open = false;
    this.queue.length = 0;
    this.drained();
    this.listener?.closed(answered);
  }
}
