import { CloudError, isCloudError } from '../../errors/index.js';
import type { Clock } from '../../runtime/clock.js';
import { Memo } from '../../runtime/memo.js';
import type { HttpRequest, Send } from '../../runtime/transport/http.js';
import type { Neutron } from './neutron/index.js';
import type { Paths } from './paths.js';
import type { WireOperation, WireSubnet } from './wire.js';

/** How long regions, flavours, images and public networks are believed, ms. */
const KEEP_MS = 10 * 60_000;

type Query = HttpRequest['query'];

export interface OvhApiOptions {
  send: Send;
  clock: Clock;
  paths: Paths;
  /** URL of the API, and whose price list counts. */
  endpoint: { url: string; subsidiary: string };
  neutron: Neutron;
}

/** OVHcloud's own API for one project, and the way to the project's Neutron. */
export class OvhApi {
  readonly clock: Clock;
  readonly paths: Paths;
  readonly endpoint: OvhApiOptions['endpoint'];
  readonly neutron: Neutron;
  /** Operations that this process began itself. */
  readonly begun = new Set<string>();
  /** Subnets by id, of which only the address of a gateway ever changes. */
  readonly subnets = new Map<string, WireSubnet>();
  /** Ids of networks over all regions, by their id in a region. */
  readonly wideIds = new Map<string, string>();
  private readonly send: Send;
  private readonly kept: Memo;

  constructor(options: OvhApiOptions) {
    ({ send: this.send, clock: this.clock, paths: this.paths } = options);
    ({ endpoint: this.endpoint, neutron: this.neutron } = options);
    this.kept = new Memo(options.clock, KEEP_MS);
  }

  /** @throws CloudError `not-found` where there is nothing. */
  async get<T>(path: string, query?: Query): Promise<T> {
    return (await this.send({ method: 'GET', path, query })).body as T;
  }

  /** What stands at `path`; undefined where there is nothing. */
  find<T>(path: string, query?: Query): Promise<T | undefined> {
    return unlessGone(this.get<T>(path, query));
  }

  /** A whole list. OVHcloud's lists are not paged. */
  async list<T>(path: string, query?: Query): Promise<T[]> {
    return (await this.get<T[] | undefined>(path, query)) ?? [];
  }

  async post<T>(path: string, body?: unknown): Promise<T> {
    return (await this.send({ method: 'POST', path, body })).body as T;
  }

  async put(path: string, body: unknown): Promise<void> {
    await this.send({ method: 'PUT', path, body });
  }

  /** Deletes; undefined where it was gone already. */
  delete<T = unknown>(path: string): Promise<T | undefined> {
    return unlessGone(this.send({ method: 'DELETE', path }).then(({ body }) => body as T));
  }

  /** The id of what an operation made, once it has ended; see {@link WireOperation}. */
  async made(operation: WireOperation, action: string): Promise<string> {
    const ended = await this.get<WireOperation>(this.paths.operations(operation.id));
    const own = ended.subOperations?.find((one) => one.action === action)?.resourceId ?? ended.resourceId;
    if (own) return own;
    throw new CloudError('unavailable', {
      message: `the operation ${operation.id} ended and does not say what it made`,
      next: ['run again: what it made is found by its name'],
      ambiguous: true,
    });
  }

  /** What `ask` answers, asked anew at most every ten minutes; a failure and `undefined` are not kept. */
  keep<T>(key: string, ask: () => Promise<T>): Promise<T> {
    return this.kept.get(key, ask);
  }
}

/** What `asked` answers; undefined where the vendor says that the thing is not there. */
export async function unlessGone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isCloudError(error, 'not-found')) return undefined;
    throw error;
  }
}

/** The thing, which must be there: what was just made may take a moment to be seen everywhere. */
export function mustBeThere<T>(thing: T | undefined, id: string): T {
  if (thing !== undefined) return thing;
  throw new CloudError('not-found', {
    id,
    message: 'it is not there',
    retryable: true,
    next: ['run again: it is made anew'],
  });
}
