import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Reply } from './http.js';

/** A reply as it goes over the wire. */
export interface WireReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export function toWire(reply: Reply): WireReply {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(reply.headers ?? {})) headers[name.toLowerCase()] = value;
  const { body } = reply;
  let bytes: Buffer;
  if (body === undefined) bytes = Buffer.alloc(0);
  else if (Buffer.isBuffer(body)) bytes = body;
  else if (typeof body === 'string') bytes = Buffer.from(body, 'utf8');
  else {
    bytes = Buffer.from(JSON.stringify(body), 'utf8');
    headers['content-type'] ??= 'application/json';
  }
  if (reply.status !== 204 && reply.status !== 304) headers['content-length'] = String(bytes.length);
  return { status: reply.status, headers, body: bytes };
}

/** Sends the whole reply; `slowMs` spreads the body over that time. */
export async function send(
  response: ServerResponse,
  reply: WireReply,
  slowMs: number,
  signal: AbortSignal,
): Promise<void> {
  response.writeHead(reply.status, reply.headers);
  if (slowMs > 0 && reply.body.length > 0) {
    const pieces = Math.min(10, reply.body.length);
    const size = Math.ceil(reply.body.length / pieces);
    for (let at = 0; at < reply.body.length; at += size) {
      await sleep(slowMs / pieces, undefined, { signal });
      response.write(reply.body.subarray(at, at + size));
    }
    response.end();
  } else response.end(reply.body);
}

/** Announces the whole body, sends half of it and closes the connection. */
export function truncate(response: ServerResponse, reply: WireReply): void {
  response.writeHead(reply.status, { ...reply.headers, 'content-length': String(Math.max(reply.body.length, 2)) });
  response.write(reply.body.subarray(0, Math.floor(reply.body.length / 2)), () => response.destroy());
}

/** Resets the connection (TCP RST), so the client sees ECONNRESET and not a clean end. */
export function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}
