import type { Clock } from '../../runtime/clock.js';
import { Memo } from '../../runtime/memo.js';
import type { HttpRequest, HttpResponse, Send } from '../../runtime/transport/http.js';
import { Datacenters } from './datacenter/datacenters.js';
import { Turns } from './turns.js';
import { unlessGone } from './unless-gone.js';
import type { WireList } from './wire.js';

/** Things on a page. The vendor allows 10,000 (description, limit, 2023-02), but a server with its volumes and cards takes kilobytes. */
const PER_PAGE = 200;
/** How long what hardly changes (images, locations, limits of the contract) is believed, ms. */
const KEEP_MS = 10 * 60_000;

type Query = HttpRequest['query'];

/** The answer to an order: the thing as it will be, and the request that is carried out in the background. */
export interface Ordered<T> {
  body: T;
  request?: string | undefined;
}

/** Cloud API v6 for one contract. */
export class IonosApi {
  private readonly kept: Memo;
  /** Keeps apart what reads, decides and writes. */
  readonly turns = new Turns();
  readonly datacenters = new Datacenters(this);
  /** Requests that have made things and may not have ended, by the thing. */
  private readonly making = new Map<string, string>();

  constructor(
    private readonly send: Send,
    readonly clock: Clock,
    readonly settings: { endpoint: string; datacenterId?: string | undefined },
  ) {
    this.kept = new Memo(clock, KEEP_MS);
  }

  /** @throws CloudError `not-found` where there is nothing */
  async get<T>(path: string, query?: Query): Promise<T> {
    return (await this.send({ method: 'GET', path, query })).body as T;
  }

  /** What stands at `path`; undefined where there is nothing. */
  find<T>(path: string, query?: Query): Promise<T | undefined> {
    return unlessGone(this.get<T>(path, query));
  }

  /** All of a list that comes in pages, each thing shown `depth` levels deep. */
  async pages<T>(path: string, depth = 1): Promise<T[]> {
    const all: T[] = [];
    for (;;) {
      const query = { depth, offset: all.length, limit: PER_PAGE };
      const { items = [] } = await this.get<WireList<T>>(path, query);
      all.push(...items);
      if (items.length < PER_PAGE) return all;
    }
  }

  /** All of a list that comes whole. */
  async whole<T>(path: string): Promise<T[]> {
    return (await this.get<WireList<T>>(path, { depth: 1 })).items ?? [];
  }

  /** Orders something that is carried out in the background. */
  async order<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Ordered<T>> {
    const [plain = '', search] = path.split('?');
    const query = search ? Object.fromEntries(new URLSearchParams(search)) : undefined;
    const response = await this.send({ method, path: plain, query, body });
    return { body: response.body as T, request: requestOf(response) };
  }

  /** Sends what is done at once. A repetition of it does no harm. */
  async say(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<void> {
    await this.send({ method, path, body, repeatable: true });
  }

  /** Remembers the request that makes a thing, for {@link madeBy}. */
  remember(id: string, { request }: Ordered<unknown>): void {
    if (request) this.making.set(id, request);
  }

  /** The request that makes a thing, told once; undefined when another process has ordered it. */
  madeBy(id: string): string | undefined {
    const request = this.making.get(id);
    this.making.delete(id);
    return request;
  }

  /** What `ask` answers, asked anew at most every ten minutes; a failure and `undefined` are not kept. */
  keep<T>(key: string, ask: () => Promise<T>): Promise<T> {
    return this.kept.get(key, ask);
  }
}

/** The id in `Location: …/requests/<id>/status`. */
function requestOf({ headers }: HttpResponse): string | undefined {
  return /\/requests\/([^/]+)\/status/.exec(headers['location'] ?? '')?.[1];
}
