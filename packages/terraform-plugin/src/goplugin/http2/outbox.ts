import type { Duplex } from 'node:stream';

/** Up to here it is cheaper to copy all parts into one than to hand each to the socket. */
const ONE_PIECE = 64 * 1024;

/** Gathers what is to be sent until all that can be done now is done, and sends it at once: many small replies take one write. */
export class Outbox {
  #parts: Buffer[] = [];
  #bytes = 0;
  #callbacks: ((left: boolean) => void)[] = [];

  constructor(readonly socket: Duplex) {
    socket.once('close', () => this.#tell(this.#callbacks.splice(0), false));
  }

  add(...parts: readonly Buffer[]): void {
    if (this.socket.destroyed) return;
    if (this.#parts.length === 0) process.nextTick(() => this.#flush());
    for (const part of parts) {
      this.#parts.push(part);
      this.#bytes += part.length;
    }
  }

  /** Calls back when what was added last has left, or with false when it never will. */
  onceSent(callback: (left: boolean) => void): void {
    if (this.socket.destroyed) callback(false);
    else this.#callbacks.push(callback);
  }

  /** Sends what there is and ends the connection. */
  end(): void {
    if (this.#parts.length > 0) this.#flush();
    this.socket.end(() => this.socket.destroy());
  }

  #flush(): void {
    if (this.#parts.length === 0) return;
    const { socket } = this;
    const [parts, callbacks] = [this.#parts, this.#callbacks];
    const pieces = this.#bytes > ONE_PIECE ? parts : [Buffer.concat(parts, this.#bytes)];
    [this.#parts, this.#callbacks, this.#bytes] = [[], [], 0];
    if (socket.destroyed) {
      this.#tell(callbacks, false);
      return;
    }
    socket.cork();
    pieces.forEach((piece, index) => {
      if (index < pieces.length - 1) socket.write(piece);
      else socket.write(piece, (error) => this.#tell(callbacks, !error));
    });
    socket.uncork();
  }

  #tell(callbacks: readonly ((left: boolean) => void)[], left: boolean): void {
    for (const callback of callbacks) callback(left);
  }
}
