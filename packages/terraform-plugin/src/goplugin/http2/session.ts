import type { Duplex } from 'node:stream';
import {
  ConnectionError,
  ErrorCode,
  Flag,
  type Frame,
  FrameReader,
  FrameType,
  frameHeader,
  numbersFrame,
  readSettings,
  Setting,
  settingsFrame,
  unpadded,
} from './frame.js';
import { type HeaderBlock, HeaderBlocks } from './header-blocks.js';
import { type Field, MAX_HEADER_BYTES } from './hpack.js';
import { Outbox } from './outbox.js';
import { requestHeaders } from './request-headers.js';
import { type Answer, DEFAULT_WINDOW, LARGEST_WINDOW, Sender } from './sender.js';
import { type Connection, Http2Stream } from './stream.js';

/** Large messages must not wait for a window update after each 64 KiB. */
const WINDOW = 8 * 1024 * 1024;
const MAX_STREAMS = 10_000;

const { DATA, PRIORITY, RST_STREAM, SETTINGS, PING, GOAWAY, WINDOW_UPDATE } = FrameType;

export interface SessionHooks {
  /** A request has begun: give the stream a listener. */
  request(stream: Http2Stream): void;
  /** The connection is over, by an error of the other side where there is one. */
  closed(error: Error | undefined): void;
}

/**
 * The server's end of one HTTP/2 connection (RFC 9113, read 2026-11): as much of it as a gRPC client needs, and none of what the server may
 * leave out (push, priorities). Node's own is made for everything that HTTP can be, and takes five times the processor time for each call.
 */
export class Http2Session implements Connection {
  readonly #streams = new Map<number, Http2Stream>();
  readonly #frames = new FrameReader();
  readonly #blocks = new HeaderBlocks();
  readonly #outbox: Outbox;
  readonly #sender: Sender;
  /** How much came since the other side was last told that there is room. */
  #received = 0;
  #lastId = 0;
  #leaving: (() => void) | undefined;
  #error: Error | undefined;

  constructor(
    readonly socket: Duplex,
    readonly hooks: SessionHooks,
  ) {
    this.#outbox = new Outbox(socket);
    this.#sender = new Sender(this.#outbox);
    const settings: [number, number][] = [
      [Setting.MAX_CONCURRENT_STREAMS, MAX_STREAMS],
      [Setting.INITIAL_WINDOW_SIZE, WINDOW],
      [Setting.MAX_HEADER_LIST_SIZE, MAX_HEADER_BYTES],
    ];
    this.#outbox.add(settingsFrame(settings), numbersFrame(WINDOW_UPDATE, 0, WINDOW - DEFAULT_WINDOW));
    socket.on('data', (chunk: Buffer) => this.#take(chunk));
    socket.once('end', () => socket.destroy());
    socket.on('error', (error) => {
      this.#error ??= error;
    });
    socket.once('close', () => {
      for (const stream of [...this.#streams.values()]) this.#forget(stream);
      this.#leaving?.();
      hooks.closed(this.#error);
    });
  }

  /** Takes no more requests; resolves when those under way are answered and the connection is over. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      if (this.socket.destroyed) return resolve();
      this.#leaving = resolve;
      this.#outbox.add(numbersFrame(GOAWAY, 0, this.#lastId, ErrorCode.NO_ERROR));
      this.#leaveWhenDone();
    });
  }

  destroy(): void {
    this.socket.destroy();
  }

  headers(stream: Http2Stream, block: Buffer): void {
    this.#sender.headers(stream.id, 0, block);
  }

  pump(stream: Http2Stream): void {
    if (!this.#sender.send(stream)) return;
    stream.drained();
    const { id, trailers } = stream;
    if (trailers === undefined || !this.#streams.delete(id)) return;
    this.#sender.headers(id, Flag.END_STREAM, trailers);
    this.#answered(stream);
  }

  answer(stream: Http2Stream, answer: Answer): boolean {
    if (!this.#sender.answer(stream, answer)) return false;
    stream.trailers = answer.trailers;
    this.#streams.delete(stream.id);
    this.#answered(stream);
    return true;
  }

  #answered(stream: Http2Stream): void {
    // RFC 9113, 8.1: the rest of the request is of no use any more.
    if (!stream.requestEnded) this.#outbox.add(numbersFrame(RST_STREAM, stream.id, ErrorCode.NO_ERROR));
    this.#outbox.onceSent((left) => stream.close(left));
    this.#leaveWhenDone();
  }

  reset(stream: Http2Stream, code: number): void {
    this.#outbox.add(numbersFrame(RST_STREAM, stream.id, code));
    this.#forget(stream);
  }

  #take(chunk: Buffer): void {
    try {
      this.#frames.push(chunk, (frame) => this.#frame(frame));
    } catch (error) {
      this.#error = error as Error;
      const code = error instanceof ConnectionError ? error.code : ErrorCode.INTERNAL_ERROR;
      this.#outbox.add(numbersFrame(GOAWAY, 0, this.#lastId, code));
      this.socket.removeAllListeners('data').resume();
      this.#outbox.end();
    }
  }

  #frame(frame: Frame): void {
    const { type, flags, stream: id, payload } = frame;
    const block = this.#blocks.take(frame);
    if (block) this.#headers(block);
    switch (type) {
      case DATA:
        this.#data(id, flags, payload);
        break;
      case RST_STREAM:
        sized(payload, 4);
        this.#forget(this.#known(id));
        break;
      case SETTINGS:
        this.#settings(id, flags, payload);
        break;
      case PING:
        this.#ping(id, flags, payload);
        break;
      case WINDOW_UPDATE:
        this.#windowUpdate(id, payload);
        break;
      case PRIORITY:
        sized(payload, 5);
        break;
      case FrameType.PUSH_PROMISE:
        broken('a client pushes nothing');
    }
  }

  /** A stream that was begun; undefined when it is over by now. */
  #known(id: number): Http2Stream | undefined {
    if (id === 0 || id > this.#lastId) broken(`a frame to stream ${id}, which was never begun`);
    return this.#streams.get(id);
  }

  #data(id: number, flags: number, payload: Buffer): void {
    const stream = this.#known(id);
    this.#received = this.#makeRoom(0, this.#received + payload.length);
    if (stream === undefined) return;
    if (stream.requestEnded) broken(`stream ${id} goes on after its end`);
    const ends = (flags & Flag.END_STREAM) !== 0;
    stream.received += payload.length;
    if (!ends) stream.received = this.#makeRoom(id, stream.received);
    stream.listener?.data(unpadded(flags, payload));
    if (ends) this.#requestEnds(stream);
  }

  /** Gives back the room that was taken when half of the window is used up; what is left to give back. */
  #makeRoom(id: number, received: number): number {
    if (received < WINDOW / 2) return received;
    this.#outbox.add(numbersFrame(WINDOW_UPDATE, id, received));
    return 0;
  }

  #headers({ stream: id, ends, fields }: HeaderBlock): void {
    if (id <= this.#lastId) this.#trailers(id, ends);
    else if (id % 2 === 0) broken(`stream ${id} is not a client's`);
    else this.#begin(id, ends, fields);
  }

  #begin(id: number, ends: boolean, fields: readonly Field[]): void {
    this.#lastId = id;
    const headers = requestHeaders(fields);
    if (headers === undefined || this.#leaving || this.#streams.size >= MAX_STREAMS) {
      const code = headers === undefined ? ErrorCode.PROTOCOL_ERROR : ErrorCode.REFUSED_STREAM;
      this.#outbox.add(numbersFrame(RST_STREAM, id, code));
      return;
    }
    const stream = new Http2Stream(this, id, headers, this.#sender.streamWindow);
    this.#streams.set(id, stream);
    this.hooks.request(stream);
    if (ends) this.#requestEnds(stream);
  }

  /** What a client says after the body. */
  #trailers(id: number, ends: boolean): void {
    const stream = this.#known(id);
    if (stream === undefined) return;
    if (!ends || stream.requestEnded) broken(`stream ${id} begins twice`);
    this.#requestEnds(stream);
  }

  #requestEnds(stream: Http2Stream): void {
    stream.requestEnded = true;
    stream.listener?.end();
  }

  #settings(id: number, flags: number, payload: Buffer): void {
    if (id !== 0) broken('settings of a stream');
    const acknowledged = (flags & Flag.ACK) !== 0;
    sized(payload, acknowledged ? 0 : payload.length - (payload.length % 6));
    if (acknowledged) return;
    for (const [name, value] of readSettings(payload)) this.#sender.set(name, value, this.#streams.values());
    this.#outbox.add(frameHeader(SETTINGS, Flag.ACK, 0, 0));
    this.#pumpAll();
  }

  #ping(id: number, flags: number, payload: Buffer): void {
    sized(payload, 8);
    if (id !== 0) broken('a ping to a stream');
    if ((flags & Flag.ACK) === 0) this.#outbox.add(frameHeader(PING, Flag.ACK, 0, 8), payload);
  }

  #windowUpdate(id: number, payload: Buffer): void {
    sized(payload, 4);
    const more = payload.readUInt32BE(0) & LARGEST_WINDOW;
    const stream = id === 0 ? undefined : this.#known(id);
    if (more === 0) broken('a window update of nothing');
    if (id !== 0 && stream === undefined) return;
    this.#sender.widen(stream, more);
    if (stream) this.pump(stream);
    else this.#pumpAll();
  }

  #pumpAll(): void {
    for (const stream of [...this.#streams.values()]) if (stream.queue.length > 0) this.pump(stream);
  }

  #forget(stream: Http2Stream | undefined): void {
    if (stream === undefined) return;
    this.#streams.delete(stream.id);
    stream.close(false);
    this.#leaveWhenDone();
  }

  #leaveWhenDone(): void {
    if (this.#leaving && this.#streams.size === 0) this.#outbox.end();
  }
}

function broken(message: string): never {
  throw new ConnectionError(ErrorCode.PROTOCOL_ERROR, message);
}

function sized(payload: Buffer, bytes: number): void {
  if (payload.length !== bytes)
    throw new ConnectionError(ErrorCode.FRAME_SIZE_ERROR, `a frame of ${payload.length} bytes`);
}
