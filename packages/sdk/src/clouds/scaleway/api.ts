import { CloudError, isCloudError } from '../../errors/index.js';
import type { Clock } from '../../runtime/clock.js';
import { Memo } from '../../runtime/memo.js';
import type { HttpRequest, HttpResponse, Send } from '../../runtime/transport/http.js';

/** Most items that Scaleway puts on one page (description of the Instance API, pagination, read 2026-11). */
const PER_PAGE = 100;
/** How long server types and the default security groups are believed, ms. */
const KEEP_MS = 10 * 60_000;

type Query = HttpRequest['query'];

/** Scaleway's API for one key and one project. */
export class ScalewayApi {
  private readonly kept: Memo;

  constructor(
    private readonly send: Send,
    readonly clock: Clock,
    readonly projectId: string,
    /** Zone, region or country for what names none. */
    readonly place?: string,
    readonly endpoint = '',
  ) {
    this.kept = new Memo(clock, KEEP_MS);
  }

  /** @throws CloudError `not-found` where there is nothing. */
  async get<T>(path: string, query?: Query): Promise<T> {
    return (await this.send({ method: 'GET', path, query })).body as T;
  }

  /** What stands at `path`; undefined where there is nothing. */
  find<T>(path: string, query?: Query): Promise<T | undefined> {
    return unlessGone(this.get<T>(path, query));
  }

  async post<T>(path: string, body: unknown): Promise<T> {
    return (await this.send({ method: 'POST', path, body })).body as T;
  }

  async put<T>(path: string, body: unknown): Promise<T> {
    return (await this.send({ method: 'PUT', path, body })).body as T;
  }

  async patch<T>(path: string, body: unknown): Promise<T> {
    return (await this.send({ method: 'PATCH', path, body })).body as T;
  }

  /** Sends plain text, as user data wants it. */
  async patchText(path: string, content: string): Promise<void> {
    await this.send({ method: 'PATCH', path, text: { content, type: 'text/plain' } });
  }

  /** Deletes; what is gone already counts as deleted. */
  async delete(path: string, body?: unknown): Promise<void> {
    await unlessGone(this.send({ method: 'DELETE', path, body }));
  }

  /** The whole list at `path`, which stands under `root` in each page. */
  async list<T>(path: string, root: string, query?: Query): Promise<T[]> {
    return (await this.pages<T[]>(path, root, query)).flat();
  }

  /** The whole map at `path`, such as server types by name. */
  async map<T>(path: string, root: string): Promise<Record<string, T>> {
    return Object.assign({}, ...(await this.pages<Record<string, T>>(path, root)));
  }

  /** Pages after the first are fetched together where the first tells the total, else one after the other. */
  private async pages<T extends object>(path: string, root: string, query?: Query): Promise<T[]> {
    const size = path.startsWith('/instance/') ? 'per_page' : 'page_size';
    const ask = (page: number) => this.send({ method: 'GET', path, query: { ...query, page, [size]: PER_PAGE } });
    const first = await ask(1);
    const pages = [under<T>(first, root)];
    const total = totalOf(first);
    if (total !== undefined) {
      const rest = Array.from({ length: Math.ceil(total / PER_PAGE) - 1 }, (_, i) => ask(i + 2));
      return [...pages, ...(await Promise.all(rest)).map((page) => under<T>(page, root))];
    }
    while (Object.keys(pages.at(-1) ?? {}).length >= PER_PAGE) pages.push(under<T>(await ask(pages.length + 1), root));
    return pages;
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

function under<T>(response: HttpResponse, root: string): T {
  return ((response.body as Record<string, T> | undefined)?.[root] ?? []) as T;
}

/** Instance v1 tells the total in a header and for some lists not at all; the newer APIs tell it in the body. */
function totalOf(response: HttpResponse): number | undefined {
  const told =
    (response.body as { total_count?: number } | undefined)?.total_count ?? response.headers['x-total-count'];
  return told === undefined || told === '' ? undefined : Number(told);
}
