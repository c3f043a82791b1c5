import { type Answer, type Json, type Opened, REGION, type Resource, TENANT } from './gateway.fixture.js';

/** Where each collection is, by its path. */
const PROVIDERS: Readonly<Record<string, string>> = {
  roles: 'seca.authorization',
  'role-assignments': 'seca.authorization',
  workspaces: 'seca.workspace',
  images: 'seca.storage',
  'block-storages': 'seca.storage',
  instances: 'seca.compute',
  networks: 'seca.network',
  subnets: 'seca.network',
  'route-tables': 'seca.network',
  'internet-gateways': 'seca.network',
  nics: 'seca.network',
  'public-ips': 'seca.network',
  'security-groups': 'seca.network',
  'security-group-rules': 'seca.network',
};

export interface Sent {
  labels?: Json;
  annotations?: Json;
  metadata?: Json;
  spec?: Json;
}

const CREATED = ['active', 'creating', 'pending'];

/** What a SECA client does, with what it must be answered, as the published conformance suite checks it. Paths are `workspaces/w/nics/n`. */
export class Client {
  constructor(private readonly opened: Opened) {}

  get ask(): Opened['ask'] {
    return this.opened.ask;
  }

  /** The provider's endpoint in the region, as discovery tells it. */
  url(path: string): string {
    const provider = providerOf(path);
    const base = provider === 'seca.authorization' ? '' : `/regions/${REGION}`;
    return `${base}/providers/${provider}/v1/tenants/${TENANT}/${path}`;
  }

  put(path: string, sent: Sent, headers: Record<string, string> = {}): Promise<Answer<Resource>> {
    return this.ask('PUT', this.url(path), { body: sent, headers });
  }

  /** Makes it, checks the answer, and waits until it stands. */
  async create(path: string, sent: Sent): Promise<Resource> {
    const { status, body } = await this.put(path, sent);
    expect({ path, status, body }).toMatchObject({ status: 201, body: this.expected(path, 'PUT', sent) });
    expect(CREATED).toContain(body.status.state);
    return this.active(path, CREATED);
  }

  /** Changes it, checks the answer, and waits until it stands again with two conditions more. */
  async update(path: string, sent: Sent): Promise<Resource> {
    const before = await this.get(path);
    const { status, body } = await this.put(path, sent);
    expect({ path, status, body }).toMatchObject({ status: 200, body: this.expected(path, 'PUT', sent) });
    expect(['active', 'updating']).toContain(body.status.state);
    expect(body.metadata.resourceVersion).toBe(before.metadata.resourceVersion + 1);
    return this.active(path, ['active', 'updating', ...before.status.conditions.map(({ state }) => state)]);
  }

  async get(path: string): Promise<Resource> {
    const { status, body } = await this.ask<Resource>('GET', this.url(path));
    expect({ path, status }).toEqual({ path, status: 200 });
    expect(body).toMatchObject(this.expected(path, 'GET', {}));
    return body;
  }

  /** The resource when it stands, with exactly those conditions, newest first. */
  async active(path: string, conditions: readonly string[]): Promise<Resource> {
    await this.opened.gateway.gateway.rest();
    const seen = await this.get(path);
    expect({
      path,
      told: seen.status.conditions[0]?.message,
      states: seen.status.conditions.map(({ state }) => state),
    }).toEqual({
      path,
      told: undefined,
      states: conditions,
    });
    expect(seen.status.state).toBe('active');
    const times = seen.status.conditions.map(({ lastTransitionAt }) => lastTransitionAt);
    expect(times).toEqual([...times].sort().reverse());
    return seen;
  }

  async power(path: string, action: 'start' | 'stop' | 'restart'): Promise<number> {
    return (await this.ask('POST', this.url(`${path}/${action}`))).status;
  }

  /** Deletes it, and sees it gone. */
  async delete(...paths: string[]): Promise<void> {
    for (const path of paths) {
      const { status, body } = await this.ask('DELETE', this.url(path));
      expect({ path, status, body }).toEqual({ path, status: 202, body: {} });
    }
    await this.opened.gateway.gateway.rest();
    for (const path of paths)
      expect({ path, ...(await this.ask('GET', this.url(path))) }).toMatchObject({ path, status: 404 });
  }

  /** Is refused with 412 and a problem that says where. */
  async refused(path: string, sent: Sent): Promise<string> {
    const { status, body } = await this.put(path, sent);
    const { type, title, instance, detail } = body as unknown as Record<string, string>;
    expect({ path, status, type, title, instance }).toEqual({
      path,
      status: 412,
      type: expect.stringMatching(/^http:\/\/secapi\.cloud\/errors\/(validation-error|precondition-failed)$/),
      title: expect.any(String),
      instance: this.url(path),
    });
    return String(detail);
  }

  /** Every resource of a collection, by pages of `limit`. */
  async list(path: string, query: { labels?: string; limit?: number } = {}): Promise<Resource[]> {
    const all: Resource[] = [];
    for (let skipToken = ''; ; ) {
      const words = Object.entries({ ...query, skipToken }).filter(([, value]) => value !== '');
      const search = new URLSearchParams(words.map(([key, value]): [string, string] => [key, String(value)]));
      const { status, body } = await this.ask<{ items: Resource[]; metadata: Json }>(
        'GET',
        `${this.url(path)}?${search}`,
      );
      expect({ status, metadata: body.metadata }).toMatchObject({
        status: 200,
        metadata: { provider: `${providerOf(path)}/v1`, resource: resourceOf(path), verb: 'GET' },
      });
      if (query.limit) expect(body.items.length).toBeLessThanOrEqual(query.limit);
      all.push(...body.items);
      if (body.metadata['skipToken'] === undefined) return all;
      skipToken = String(body.metadata['skipToken']);
    }
  }

  private expected(path: string, verb: string, { labels, annotations, spec }: Sent): Json {
    const provider = `${providerOf(path)}/v1`;
    const words = path.split('/');
    const workspace = words[0] === 'workspaces' && words.length > 2 ? { workspace: words[1] } : {};
    const network = words[2] === 'networks' && words.length > 4 ? { network: words[3] } : {};
    const region = provider === 'seca.authorization/v1' ? {} : { region: REGION };
    return {
      metadata: {
        name: words.at(-1),
        provider,
        resource: resourceOf(path),
        ref: `${provider}/tenants/${TENANT}/${path}`,
        apiVersion: 'v1',
        verb,
        tenant: TENANT,
        ...region,
        ...workspace,
        ...network,
      },
      ...(labels && Object.keys(labels).length > 0 ? { labels } : {}),
      ...(annotations ? { annotations } : {}),
      ...(spec && Object.keys(spec).length > 0 ? { spec } : {}),
    };
  }
}

/** `networks/n/subnets/s` of `workspaces/w/networks/n/subnets/s`. */
function resourceOf(path: string): string {
  const words = path.split('/');
  return (words[0] === 'workspaces' && words.length > 2 ? words.slice(2) : words).join('/');
}

function providerOf(path: string): string {
  const words = path.split('/').filter((word) => word in PROVIDERS);
  return PROVIDERS[words.at(-1) ?? ''] ?? '';
}
