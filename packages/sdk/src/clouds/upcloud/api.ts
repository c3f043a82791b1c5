import { CloudError, type ErrorCode, isCloudError } from '../../errors/index.js';
import type { Clock } from '../../runtime/clock.js';
import { Memo } from '../../runtime/memo.js';
import type { HttpRequest, Send } from '../../runtime/transport/http.js';

/** Things on a page; 100 is what the vendor's own client asks for (UpCloudLtd/upcloud-go-api, `request/page.go`, read 2026-11). */
const PER_PAGE = 100;
/** How long the catalogue and the networks of servers are believed, ms. */
const KEEP_MS = 10 * 60_000;

type Query = HttpRequest['query'];
type Body = Record<string, unknown>;

/** UpCloud's API for one account. */
export class UpCloudApi {
  private readonly kept: Memo;
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(
    private readonly send: Send,
    readonly clock: Clock,
    /** Tells this account from others; no secret. */
    readonly account = '',
  ) {
    this.kept = new Memo(clock, KEEP_MS);
  }

  /** What stands at `path`, below `root` of the answer. @throws CloudError `not-found` where there is nothing. */
  async get<T>(path: string, root: string, query?: Query): Promise<T> {
    return below<T>((await this.send({ method: 'GET', path, query })).body, root);
  }

  /** What stands at `path`; undefined where there is nothing. */
  find<T>(path: string, root: string): Promise<T | undefined> {
    return unlessGone(this.get<T>(path, root));
  }

  async post<T>(path: string, body: Body, root: string): Promise<T> {
    return below<T>((await this.send({ method: 'POST', path, body })).body, root);
  }

  async put(path: string, body: Body): Promise<void> {
    await this.send({ method: 'PUT', path, body });
  }

  async patch(path: string, body: Body): Promise<void> {
    await this.send({ method: 'PATCH', path, body });
  }

  /** Deletes; what is gone already counts as deleted. */
  async delete(path: string, query?: Query): Promise<void> {
    await unlessGone(this.send({ method: 'DELETE', path, query }));
  }

  /**
   * The whole list at `path`, which stands below two roots (`servers`, `server`). No answer tells the total, and not every list of the older
   * resources is known to have pages: the end is a page that is not full, or one that holds nothing new.
   */
  async list<T extends object>(path: string, [outer, inner]: readonly [string, string], query?: Query): Promise<T[]> {
    const all = new Map<unknown, T>();
    for (let offset = 0; ; offset += PER_PAGE) {
      const wrapped = await this.get<Record<string, T[]>>(path, outer, { ...query, limit: PER_PAGE, offset });
      const page = below<T[]>(wrapped, inner);
      const before = all.size;
      for (const one of page) all.set(keyOf(one), one);
      if (page.length < PER_PAGE || all.size === before) return [...all.values()];
    }
  }

  /** What `ask` answers, asked anew at most every ten minutes; a failure and `undefined` are not kept. */
  keep<T>(key: string, ask: () => Promise<T>): Promise<T> {
    return this.kept.get(key, ask);
  }

  /** Runs `act` when everything that was begun under `key` before is over. */
  inTurn<T>(key: string, act: () => Promise<T>): Promise<T> {
    const mine = (this.turns.get(key) ?? Promise.resolve()).then(act, act);
    this.turns.set(key, mine);
    return mine;
  }
}

/** What `asked` answers; undefined where the vendor says that the thing is not there. */
export function unlessGone<T>(asked: Promise<T>): Promise<T | undefined> {
  return unless('not-found', asked);
}

/** What `asked` answers; undefined where it is refused with that code. */
export async function unless<T>(code: ErrorCode, asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isCloudError(error, code)) return undefined;
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

function below<T>(body: unknown, root: string): T {
  const found = (body as Record<string, T> | undefined | null)?.[root];
  if (found !== undefined) return found;
  throw new CloudError('unavailable', {
    message: `the answer has no "${root}"`,
    ambiguous: true,
    next: ['run again', 'if it stays so, UpCloud has changed its API: update Hansa'],
  });
}

function keyOf(one: object): unknown {
  const { uuid, address, name } = one as { uuid?: string; address?: string; name?: string };
  return uuid ?? address ?? name ?? one;
}
