import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Reply } from './http.js';

/** A reply as it goes over the wire. */
export interface WireReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Text where it is text: most is looked at by observers as such, and Node encodes it when it goes out. */
  readonly body: string | Buffer;
}

export function toWire(reply: Reply): WireReply {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(reply.headers ?? {})) headers[name.toLowerCase()] = value;
  const { body } = reply;
  const isJson = body !== undefined && typeof body !== 'string' && !Buffer.isBuffer(body);
  if (isJson) headers['content-type'] ??= 'application/json';
  const content = isJson ? JSON.stringify(body) : ((body ?? '') as string | Buffer);
  if (reply.status !== 204 && reply.status !== 304) headers['content-length'] = String(Buffer.byteLength(content));
  return { status: reply.status, headers, body: content };
}

/** The body as a client reads it. */
export function textOf({ body }: WireReply): string {
  return typeof body === 'string' ? body : body.toString('utf8');
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
    const bytes = Buffer.from(reply.body as string);
    const pieces = Math.min(10, bytes.length);
    const size = Math.ceil(bytes.length / pieces);
    for (let at = 0; at < bytes.length; at += size) {
      await sleep(slowMs / pieces, undefined, { signal });
      response.write(bytes.subarray(at, at + size));
    }
    response.end();
  } else response.end(reply.body);
}

/** Announces the whole body, sends half of it and closes the connection. */
export function truncate(response: ServerResponse, reply: WireReply): void {
  const bytes = Buffer.from(reply.body as string);
  response.writeHead(reply.status, { ...reply.headers, 'content-length': String(Math.max(bytes.length, 2)) });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}

/** Resets the connection (TCP RST), so the client sees ECONNRESET and not a clean end. */
export function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}
