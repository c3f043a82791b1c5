import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from './clock.js';
import type { CloudService } from './cloud.js';
import type { Exchange } from './exchange.js';
import { exchangeOf } from './exchange.js';
import type { Fault, FaultOf, Faults } from './faults.js';
import { FixedReplies } from './fixed.js';
import type { CloudRequest, Reply } from './http.js';
import { parseBody } from './incoming.js';
import { reset, send, textOf, toWire, truncate, type WireReply } from './outgoing.js';
import { Router } from './router.js';
import type { Settings } from './settings.js';

/** What all clouds of one emulator share. */
export interface Surroundings {
  readonly clock: Clock;
  readonly faults: Faults;
  readonly settings: () => Settings;
  /** Aborted when the emulator closes. */
  readonly signal: AbortSignal;
  /** A request may have changed the state. */
  changed(): void;
  exchanged(exchange: Exchange): void;
  /** A handler threw what the cloud does not know: a defect of the emulator. */
  broke(error: unknown): void;
}

/** A request as it arrived: `path` below the cloud's prefix, `url` whole. */
export interface Arrived {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly path: string;
  readonly url: URL;
  readonly text: string;
}

/** A request, and what became of it. */
interface Served {
  request: CloudRequest;
  struck: readonly Fault[];
  status: number | undefined;
  wire: WireReply;
  secretBodies: boolean;
}

/** The way of one request through one cloud: faults, handler, faults, wire. */
export class CloudHost {
  readonly #router: Router;
  readonly #fixed = new FixedReplies();

  constructor(
    readonly name: string,
    readonly service: CloudService,
    readonly around: Surroundings,
  ) {
    this.#router = new Router(service.routes);
  }

  /** Answers a request over the wire, faults of the wire included. */
  async serve(arrived: Arrived, response: ServerResponse): Promise<void> {
    const { wire, struck } = await this.answer(arrived);
    if (struck.some((fault) => fault.kind === 'reset')) reset(response);
    else if (struck.some((fault) => fault.kind === 'hang')) return;
    else if (struck.some((fault) => fault.kind === 'truncate')) truncate(response, wire);
    else await send(response, wire, sum(struck, 'slow-body'), this.around.signal);
  }

  /** What a request is answered, and the faults that struck it: those of the wire are still to be done to the answer. */
  async answer({ method, headers, path, url, text }: Arrived): Promise<{ wire: WireReply; struck: readonly Fault[] }> {
    const { around } = this;
    const match = this.#router.match(method, path);
    const body = parseBody(text, headers['content-type']);
    const request: CloudRequest = {
      method,
      path,
      template: match.found === 'route' ? match.route.path : '',
      params: match.found === 'route' ? match.params : {},
      query: url.searchParams,
      headers,
      text,
      body: body.ok ? body.value : undefined,
      url,
    };
    const struck = around.faults.strike(this.name, method, path);
    await this.#wait(around.settings().latencyMs + sum(struck, 'delay'));

    const handle = (): Reply => {
      const early = this.service.before?.(request);
      if (early) return early;
      if (match.found === 'nothing') return this.service.refuse(404, request);
      if (match.found === 'path') return this.service.refuse(405, request);
      if (!body.ok) return this.service.refuse(400, request);
      return this.#fixed.of(match.route, request);
    };
    const wire = this.#finish(request, this.#answer(request, struck, handle));
    const secretBodies = match.found === 'route' && match.route.secretBodies === true;
    const unanswered = struck.some(({ kind }) => kind === 'reset' || kind === 'hang');
    this.#record({ request, struck, status: unanswered ? undefined : wire.status, wire, secretBodies });
    return { wire, struck };
  }

  /** Carries the request out, unless a fault comes before. */
  #answer(request: CloudRequest, struck: readonly Fault[], handle: () => Reply): Reply {
    const { faults } = this.around;
    const status = struck.find((fault) => fault.kind === 'status');
    const early = struck.find((fault) => 'when' in fault && fault.when === 'before');
    if (early) return status === early ? this.#injected(status, request) : { status: 503 };
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (reads && faults.hidden(this.name, request.path)) return this.service.refuse(404, request);

    let reply: Reply;
    try {
      reply = handle();
    } catch (error) {
      const failed = this.service.failed(error, request);
      if (!failed) this.around.broke(error);
      reply = failed ?? this.service.refuse(500, request);
    }
    if (!reads) this.around.changed();
    const unborn = struck.find((fault) => fault.kind === 'not-found-after-create');
    const made = unborn && madeAt(request, reply);
    if (made !== undefined) faults.hide(this.name, made, unborn?.reads ?? 0);
    return status ? this.#injected(status, request) : reply;
  }

  #injected(fault: FaultOf<'status'>, request: CloudRequest): Reply {
    const reply = this.service.refuse(fault.status, request);
    const body = fault.body === undefined ? reply.body : fault.body;
    return { status: fault.status, headers: { ...reply.headers, ...fault.headers }, body };
  }

  #finish(request: CloudRequest, reply: Reply): WireReply {
    return toWire(this.service.after?.(request, reply) ?? reply);
  }

  async #wait(ms: number): Promise<void> {
    if (ms > 0) await sleep(ms, undefined, { signal: this.around.signal });
  }

  #record({ request, struck, status, wire, secretBodies }: Served): void {
    const { method, path, template, params, query, headers, text, url } = request;
    this.around.exchanged(
      exchangeOf({
        cloud: this.name,
        method,
        path: path + url.search,
        template,
        secretBodies,
        params,
        query,
        requestHeaders: headers,
        requestText: text,
        status,
        responseHeaders: wire.headers,
        responseText: textOf(wire),
        at: this.around.clock.now(),
        faults: struck.map((fault) => fault.kind),
      }),
    );
  }
}

function sum(struck: readonly Fault[], kind: 'delay' | 'slow-body'): number {
  return struck.reduce((ms, fault) => (fault.kind === kind ? ms + fault.ms : ms), 0);
}

/** Where what a request has made is read: below a POST by the id that it is answered, and where a PUT went that made something. */
function madeAt({ method, path }: CloudRequest, reply: Reply): string | undefined {
  if (method === 'PUT') return reply.status === 201 ? path : undefined;
  const id = method === 'POST' ? createdId(reply) : undefined;
  return id === undefined ? undefined : `${path.replace(/\/$/, '')}/${id}`;
}

/** The id of what a reply says was created: `{ id }` or `{ thing: { id } }`, or `uuid` in its place. */
function createdId(reply: Reply): string | undefined {
  if (reply.status < 200 || reply.status > 299 || typeof reply.body !== 'object' || reply.body === null)
    return undefined;
  for (const part of [reply.body, ...Object.values(reply.body)]) {
    if (typeof part !== 'object' || part === null) continue;
    const { id, uuid = id } = part as { id?: unknown; uuid?: unknown };
    if (typeof uuid === 'string' || typeof uuid === 'number') return String(uuid);
  }
  return undefined;
}
