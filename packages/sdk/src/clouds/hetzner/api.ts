import { isCloudError } from '../../errors/index.js';
import type { Clock } from '../../runtime/clock.js';
import { Memo } from '../../runtime/memo.js';
import type { HttpRequest, Send } from '../../runtime/transport/http.js';
import type { WirePagination } from './wire.js';

/** Most items that Hetzner puts on one page (docs.hetzner.cloud, pagination, read 2026-11). */
const PER_PAGE = 50;
/** How long price lists are believed, ms: a plan of 1,000 volumes asks for them once. */
const KEEP_MS = 10 * 60_000;

type Query = HttpRequest['query'];

/** Hetzner's API for one token, which is one project. */
export class HetznerApi {
  private readonly kept: Memo;

  constructor(
    private readonly send: Send,
    readonly clock: Clock,
    /** Tells this project from others; no secret. */
    readonly account = '',
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

  async post<T>(path: string, body?: unknown): Promise<T> {
    return (await this.send({ method: 'POST', path, body })).body as T;
  }

  async put<T>(path: string, body: unknown): Promise<T> {
    return (await this.send({ method: 'PUT', path, body })).body as T;
  }

  /** Deletes; undefined where there was nothing to delete. */
  async delete<T>(path: string): Promise<T | undefined> {
    return (await unlessGone(this.send({ method: 'DELETE', path })))?.body as T | undefined;
  }

  /** The whole list at `path`, which stands under `root` in each page. Pages after the first are fetched together. */
  async list<T>(path: string, root: string, query?: Query): Promise<T[]> {
    const page = (number: number) => this.get<Page>(path, { ...query, page: number, per_page: PER_PAGE });
    const pages = [await page(1)];
    const last = pages[0]?.meta?.pagination.last_page ?? 1;
    const rest = Array.from({ length: last - 1 }, (_, i) => page(i + 2));
    pages.push(...(await Promise.all(rest)));
    // Hetzner may leave `last_page` out where it does not know the total; then each page names the next.
    for (let next = nextOf(pages); next !== null; next = nextOf(pages)) pages.push(await page(next));
    return pages.flatMap((one) => (one as unknown as Record<string, T[]>)[root] ?? []);
  }

  /** What `ask` answered at most `keepMs` ago, by default ten minutes; a failure is not kept. */
  keep<T>(key: string, ask: () => Promise<T>, keepMs?: number): Promise<T> {
    return this.kept.get(key, ask, keepMs);
  }
}

interface Page {
  meta?: { pagination: WirePagination };
}

function nextOf(pages: readonly Page[]): number | null {
  return pages.at(-1)?.meta?.pagination.next_page ?? null;
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
