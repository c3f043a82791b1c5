import { CloudError, type ErrorCode, isCloudError } from '../../errors/index.js';
import type { Clock } from '../../runtime/clock.js';
import { Memo } from '../../runtime/memo.js';
import type { Send } from '../../runtime/transport/http.js';
import { AddressBook } from './address-book.js';
import type { Access } from './credentials.js';
import type { Wire, WireRegion } from './wire.js';

/** Things on a page; what the go-sdk asks for (`options.go`, read 2026-11). */
const PER_PAGE = 1000;
/** How long regions and what is sold in them are believed, ms. */
const KEEP_MS = 10 * 60_000;
/** How often a change is tried again that somebody else's came before. */
const TRIES = 5;

/** SECA's collections in a workspace, with the provider of each. */
const COLLECTIONS = {
  'block-storages': 'seca.storage',
  instances: 'seca.compute',
  networks: 'seca.network',
  'internet-gateways': 'seca.network',
  nics: 'seca.network',
  'public-ips': 'seca.network',
  'security-groups': 'seca.network',
} as const;
export type Collection = keyof typeof COLLECTIONS;

/** SECA's API for one tenant and workspace, in all regions. */
export class SecaApi {
  private readonly kept: Memo;
  private readonly turns = new Map<string, Promise<unknown>>();
  private readonly senders = new Map<string, Send>();
  readonly addresses: AddressBook;

  /** @param open makes a sender for a base URL: each provider of each region has its own */
  constructor(
    readonly access: Access,
    private readonly open: (baseUrl: string) => Send,
    readonly clock: Clock,
  ) {
    this.kept = new Memo(clock, KEEP_MS);
    this.addresses = new AddressBook(clock);
  }

  /** The regions with their zones and providers, from discovery. */
  regions(): Promise<WireRegion[]> {
    return this.kept.get('regions', async () => {
      const { endpoint } = this.access;
      const known = await this.find<{ endpoints: { provider: string; url: string }[] }>(endpoint, '/.wellknown/secapi');
      // A provider without a well-known path is asked where SECA's reference has its regions.
      const url = known?.endpoints.find(({ provider }) => /^seca\.region(\/v1)?$/.test(provider))?.url;
      return this.pages<WireRegion>(url ?? `${endpoint}/providers/seca.region`, '/v1/regions');
    });
  }

  /** What a region's tenant is sold or given: `skus` of a provider, or `images`. */
  offered<T>(region: string, provider: string, path: 'skus' | 'images'): Promise<T[]> {
    return this.kept.get(`${region} ${provider} ${path}`, async () =>
      this.pages<T>(await this.base(region, provider), this.tenantPath(path)),
    );
  }

  /** A resource; undefined where there is none. @param path `instances/web`, `networks/n/subnets/s` */
  async get<T>(region: string, path: string): Promise<T | undefined> {
    return this.find<T>(await this.base(region, providerOf(path)), this.pathOf(path));
  }

  /** Every resource of a collection that carries all of these labels. */
  async list<T>(region: string, path: string, labels: Readonly<Record<string, string>> = {}): Promise<T[]> {
    const selector = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
    const query: Record<string, string> = selector.length > 0 ? { labels: selector.join(',') } : {};
    return this.pages<T>(await this.base(region, providerOf(path)), this.pathOf(path), query);
  }

  /** Makes a resource, or changes it. @param version the one that it must have */
  async put(region: string, path: string, body: object, version?: number): Promise<void> {
    const send = this.sender(await this.base(region, providerOf(path)));
    const headers = version === undefined ? {} : { headers: { 'if-unmodified-since': String(version) } };
    await send({ method: 'PUT', path: this.pathOf(path), body, ...headers });
  }

  async post(region: string, path: string): Promise<void> {
    const send = this.sender(await this.base(region, providerOf(path)));
    await send({ method: 'POST', path: this.pathOf(path) });
  }

  /** Deletes; what is gone already counts as deleted. */
  async delete(region: string, path: string): Promise<void> {
    const send = this.sender(await this.base(region, providerOf(path)));
    await unless('not-found', send({ method: 'DELETE', path: this.pathOf(path) }));
  }

  /**
   * Changes a resource from what it is: `revise` gives the spec that it shall have, or undefined where it has it. Nobody's change in between
   * is lost: then it is looked at again.
   */
  revise<T extends Wire>(region: string, path: string, revise: (now: T) => Partial<Wire> | undefined): Promise<void> {
    return this.inTurn(`${region} ${path}`, async () => {
      for (let tries = 1; ; tries++) {
        const now = await this.get<T>(region, path);
        if (!now) throw new CloudError('not-found', { id: path, message: 'it is not there' });
        const change = revise(now);
        if (!change) return;
        const { labels, annotations, spec } = now;
        try {
          await this.put(region, path, { labels, annotations, spec, ...change }, now.metadata.resourceVersion);
          return;
        } catch (error) {
          // The version may have been another's by then; whatever else it was is there again at the next try.
          if (tries === TRIES || !isCloudError(error, 'conflict')) throw error;
        }
      }
    });
  }

  /** Runs `act` when everything that was begun under `key` before is over. */
  inTurn<T>(key: string, act: () => Promise<T>): Promise<T> {
    const mine = (this.turns.get(key) ?? Promise.resolve()).then(act, act);
    this.turns.set(key, mine);
    return mine;
  }

  private async pages<T>(base: string, path: string, query: Record<string, string> = {}): Promise<T[]> {
    const send = this.sender(base);
    const all: T[] = [];
    for (let skipToken: string | undefined; ; ) {
      const asked = { ...query, limit: String(PER_PAGE), ...(skipToken ? { skipToken } : {}) };
      const { body } = await send({ method: 'GET', path, query: asked });
      const { items, metadata } = (body ?? {}) as { items?: T[] | null; metadata?: { skipToken?: string } };
      if (items === undefined) throw strange(path);
      all.push(...(items ?? []));
      skipToken = metadata?.skipToken;
      if (!skipToken || items?.length === 0) return all;
    }
  }

  private async find<T>(base: string, path: string): Promise<T | undefined> {
    const answer = await unless('not-found', this.sender(base)({ method: 'GET', path }));
    return answer && (answer.body as T);
  }

  /** The URL of a region's provider. @throws CloudError where the region has none */
  private async base(region: string, provider: string): Promise<string> {
    const found = (await this.regions()).find(({ metadata }) => metadata.name === region);
    const known = found?.spec.providers.find(({ name, version }) => name === provider && version === 'v1');
    if (known) return known.url.replace(/\/+$/, '');
    throw new CloudError('invalid', {
      message: found ? `the region ${region} has no ${provider}` : `there is no region ${region}`,
      next: [`use one of ${(await this.regions()).map(({ metadata }) => metadata.name).join(', ')}`],
    });
  }

  private sender(base: string): Send {
    const known = this.senders.get(base) ?? this.open(base);
    this.senders.set(base, known);
    return known;
  }

  private tenantPath(path: string): string {
    return `/v1/tenants/${encodeURIComponent(this.access.tenant)}/${path}`;
  }

  private pathOf(path: string): string {
    return this.tenantPath(`workspaces/${encodeURIComponent(this.access.workspace)}/${path}`);
  }
}

function providerOf(path: string): string {
  return COLLECTIONS[path.split('/')[0] as Collection];
}

/** What `asked` answers; undefined where it is refused with that code. */
async function unless<T>(code: ErrorCode, asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isCloudError(error, code)) return undefined;
    throw error;
  }
}

function strange(path: string): CloudError {
  return new CloudError('unavailable', {
    message: `the answer at ${path} has no "items"`,
    ambiguous: true,
    next: ['run again', 'if it stays so, look whether the endpoint serves SECA v1'],
  });
}
