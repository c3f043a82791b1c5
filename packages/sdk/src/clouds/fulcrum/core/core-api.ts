import { CloudError, isCloudError } from '../../../errors/index.js';
import type { Clock } from '../../../runtime/clock.js';
import type { HttpRequest, Send } from '../../../runtime/transport/http.js';
import type { WireJob, WireNamed, WirePage, WireService } from './wire.js';

/** The most that the core gives at once; more is refused. */
const PAGE = 100;

type Query = NonNullable<HttpRequest['query']>;

/** The core's API, for consumers, agents and admins alike: what each may do is the core's affair. */
export class CoreApi {
  constructor(
    private readonly send: Send,
    readonly clock: Clock,
  ) {}

  async get<T>(path: string, query?: Query): Promise<T> {
    return (await this.send({ method: 'GET', path, ...(query ? { query } : {}) })).body as T;
  }

  /** What stands there; undefined where there is nothing. */
  async find<T>(path: string): Promise<T | undefined> {
    try {
      return await this.get<T>(path);
    } catch (error) {
      if (isCloudError(error, 'not-found')) return undefined;
      throw error;
    }
  }

  /** Everything in a list, page by page. A list without an order moves under the reader, so there is one always. */
  async all<T>(path: string, query: Query, sort = 'name'): Promise<T[]> {
    const found: T[] = [];
    for (let page = 1; ; page += 1) {
      const { items, hasNext } = await this.get<WirePage<T>>(path, { ...query, sort, page, pageSize: PAGE });
      found.push(...(items ?? []));
      if (!hasNext) return found;
    }
  }

  /** @param repeatable whether to do it twice is to do it once */
  async post<T>(path: string, body?: unknown, repeatable = false): Promise<T> {
    return (await this.send({ method: 'POST', path, repeatable, ...(body === undefined ? {} : { body }) })).body as T;
  }

  async put(path: string, body: unknown): Promise<void> {
    await this.send({ method: 'PUT', path, body });
  }

  async patch<T>(path: string, body: unknown): Promise<T> {
    return (await this.send({ method: 'PATCH', path, body })).body as T;
  }

  async delete(path: string): Promise<void> {
    await this.send({ method: 'DELETE', path });
  }

  /** What has exactly that name; the core's own filter takes parts of names. */
  async named<T extends WireNamed>(path: string, name: string): Promise<T | undefined> {
    return (await this.all<T>(path, { name })).find((one) => one.name === name);
  }

  service(id: string): Promise<WireService | undefined> {
    return isId(id) ? this.find<WireService>(`/services/${id}`) : Promise.resolve(undefined);
  }

  /** The last job of a service; undefined where the core has forgotten it. */
  async lastJob(serviceId: string): Promise<WireJob | undefined> {
    const query = { serviceId, sort: '-createdAt', pageSize: 1 };
    return (await this.get<WirePage<WireJob>>('/jobs', query)).items?.[0];
  }
}

/** Anything else is malformed to the core, and refused by another status. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** What must be there. @throws CloudError with what to do */
export function mustBe<T>(found: T | undefined, message: string, next: string): T {
  if (found !== undefined) return found;
  throw new CloudError('invalid', { message, next: [next] });
}
