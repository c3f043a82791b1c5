import { CloudError, isCloudError } from '../errors/index.js';
import type { HttpRequest, HttpResponse, Send } from '../runtime/transport/http.js';
import { type MicroversionRange, negotiate } from './microversion.js';

/** How many things to ask for on a page; Nova, Cinder and Glance give at most 1,000 by default. */
const PAGE = 1000;

/** A login at Keystone, however it was come by: one token that all requests share. */
export interface Tokens {
  /** A token that still has some time to live. */
  open(): Promise<{ id: string }>;
  /** Sees to a new token in place of the one that a service refused. */
  renew(refused: string): Promise<unknown>;
}

export interface ServiceOptions {
  session: Tokens;
  /** Sends to the service's versioned base URL. */
  send: Send;
  /** The page that tells microversions, and the range that this client was written for; absent where there are none. */
  micro?: { about: string; range: MicroversionRange };
}

type Query = HttpRequest['query'];
type NextLink = { rel: string; href: string };

/** One service of the cloud: its paths, with the token, the microversion and paging seen to. */
export class Service {
  private version: Promise<string> | undefined;

  constructor(private readonly options: ServiceOptions) {}

  get = <T>(path: string, query?: Query): Promise<T> => this.ask<T>({ method: 'GET', path, query });
  put = <T>(path: string, body: unknown): Promise<T> => this.ask<T>({ method: 'PUT', path, body });
  post = <T>(path: string, body: unknown): Promise<T> => this.ask<T>({ method: 'POST', path, body });
  /** A PUT or DELETE that does something rather than sets something: after a lost answer one looks first, and never just repeats it. */
  act = async (method: 'PUT' | 'DELETE', path: string, body?: unknown): Promise<void> =>
    void (await this.ask({ method, path, body, repeatable: false }));
  delete = async (path: string): Promise<void> => void (await this.ask({ method: 'DELETE', path }));

  /** Like {@link get}, undefined when it is not there. */
  find = <T>(path: string): Promise<T | undefined> =>
    this.get<T>(path).catch((error) => {
      if (isCloudError(error, 'not-found')) return undefined;
      throw error;
    });

  /** Like {@link delete}, quiet when it is not there. */
  remove = (path: string): Promise<void> =>
    this.delete(path).catch((error) => {
      if (!isCloudError(error, 'not-found')) throw error;
    });

  /** All pages of a list: `servers` of `/servers/detail`. The next page is told by `servers_links` or, at Glance, by `next`. */
  async pages<T>(path: string, key: string, query: Query = {}): Promise<T[]> {
    const all: T[] = [];
    for (let asked: Query | undefined = { limit: PAGE, ...query }; asked; ) {
      const page: Record<string, unknown> = await this.get(path, asked);
      all.push(...((page[key] ?? []) as T[]));
      const links = (page[`${key}_links`] ?? []) as NextLink[];
      const next = links.find(({ rel }) => rel === 'next')?.href ?? (page['next'] as string | undefined);
      // Proxies make the host and path of the link wrong; its marker is what counts.
      const marker = next && new URL(next, 'http://next.invalid').searchParams.get('marker');
      asked = marker ? { ...asked, marker } : undefined;
    }
    return all;
  }

  /** The microversion that this client and the service speak, `2.93`; empty where the service has none. */
  microversion(): Promise<string> {
    const { micro } = this.options;
    if (!micro) return Promise.resolve('');
    this.version ??= negotiate(micro.range, () => this.authorized({ method: 'GET', path: micro.about })).catch(
      (error) => {
        this.version = undefined;
        throw error;
      },
    );
    return this.version;
  }

  private async ask<T>(request: HttpRequest): Promise<T> {
    const version = await this.microversion();
    const service = this.options.micro?.range.service;
    const headers = version ? { 'openstack-api-version': `${service} ${version}` } : undefined;
    const response = await this.authorized({ ...request, headers });
    if (response.status >= 300) throw moved(response, request);
    return response.body as T;
  }

  /**
   * Sends with a token that lives. The renewal happens here and not inside the chain: there every request holds one of the
   * account's turns, and a login that waits for a turn while all turns wait for the login would never come.
   */
  private async authorized(request: HttpRequest): Promise<HttpResponse> {
    const { session, send } = this.options;
    const { id } = await session.open();
    try {
      return await send(request);
    } catch (error) {
      if (!isCloudError(error, 'unauthenticated')) throw error;
      await session.renew(id);
      return send(request);
    }
  }
}

const UUID = /^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;

/**
 * A path with the ids that stand in it: `path\`/servers/${id}\``. They may come from a person's `import`, and a name in place of an id would
 * be answered as a thing that is gone.
 *
 * @throws CloudError `invalid` when an id is none
 */
export function path(strings: TemplateStringsArray, ...ids: readonly string[]): string {
  for (const id of ids) if (!UUID.test(id)) throw wrongId(id);
  return String.raw({ raw: strings }, ...ids);
}

function wrongId(id: string): CloudError {
  return new CloudError('invalid', {
    attribute: ['id'],
    message: `"${id}" is no id of OpenStack, which are UUIDs`,
    next: ['use the id as `openstack server show` and its like show it'],
  });
}

function moved(response: HttpResponse, request: HttpRequest): CloudError {
  const to = response.headers['location'];
  return new CloudError('unavailable', {
    message: `${request.method} ${request.path} is redirected${to ? ` to ${to}` : ''}, which no API of OpenStack does`,
    next: ['check the endpoint: it may want https'],
    vendor: { status: response.status },
  });
}
