import { randomBytes } from 'node:crypto';

/** Where a core stands, and its admin's token. */
export interface Endpoint {
  readonly url: string;
  readonly admin: string;
  /** Waits until a moment is told differently. */
  pause(): Promise<void>;
}

/** What a step was answered, with nothing in it that another run would answer differently. */
export interface Recorded {
  readonly status: number;
  readonly type: string | null;
  readonly body: unknown;
}

export interface Call {
  /** Whose token; the admin's where nothing is said, none where it is null. */
  readonly as?: string | null;
  readonly body?: unknown;
  /** The body as it is sent, in the place of `body`. */
  readonly raw?: string;
  readonly headers?: Record<string, string>;
}

// biome-ignore lint/suspicious/noExplicitAny: whatever a core answers
export type Body = any;

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const DATE = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/g;

/** Lists to which the core gives no order: what is wrong with properties, and (the whole answer) jobs of several groups. */
const ORDERLESS = ['errors', ''];

/** Where Go's own words begin, which name its types: what went wrong is told before. */
const GO = /(json: cannot unmarshal|parsing time|error parsing regexp).*$/;

/** Talks to one core in plain HTTP, and keeps what each named step was answered. */
export class Client {
  readonly recorded: Record<string, Recorded> = {};
  /** Begins every name of this run: a core forgets none of earlier ones. */
  readonly prefix = `both-${randomBytes(4).toString('hex')}`;
  /** Ids by the step that made them. */
  private readonly made = new Map<string, string>();

  constructor(readonly endpoint: Endpoint) {}

  async send(method: string, path: string, { as, body, raw, headers = {} }: Call = {}) {
    const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const token = as === undefined ? this.endpoint.admin : as;
    const response = await fetch(`${this.endpoint.url}/api/v1${path}`, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(text === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(text === undefined ? {} : { body: text }),
    });
    return { status: response.status, type: response.headers.get('content-type'), body: parsed(await response.text()) };
  }

  /** Sends, keeps the answer under the step's name, and gives its body. */
  async step(name: string, method: string, path: string, call?: Call): Promise<Body> {
    const { status, type, body } = await this.send(method, path, call);
    if (name in this.recorded) throw new Error(`there are two steps "${name}"`);
    if (status === 201 && typeof body?.id === 'string') this.made.set(body.id, name);
    this.recorded[name] = { status, type, body: this.plain(body) };
    return body;
  }

  /** Keeps of a list that was answered how long it is: which come is the database's affair. */
  count(name: string, list: Body): void {
    const kept = this.recorded[name];
    if (kept) this.recorded[name] = { ...kept, body: `${list.length} of them` };
  }

  /**
   * Ids by what made them, moments by how fine they are told, names without this run's beginning. What schemas say stands where types are
   * answered, not again in each thing that is of the type.
   */
  private plain(value: unknown, field = ''): unknown {
    if (Array.isArray(value)) {
      const all = value.map((one) => this.plain(one));
      return ORDERLESS.includes(field) ? all.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : all;
    }
    if (value !== null && typeof value === 'object') {
      if (field === 'serviceType' || field === 'agentType') return Object.keys(value).sort();
      const entries = Object.entries(value).map(([key, one]) => [key, this.plain(one, key)] as const);
      return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
    }
    if (typeof value !== 'string') return value;
    if (field === 'value' && /^[\w-]{43}=?$/.test(value)) return '<token>';
    return value
      .replaceAll(this.prefix, '<run>')
      .replaceAll(this.prefix.replace('-', '_'), '<run>')
      .replace(GO, (_, said: string) => `${said} <…>`)
      .replace(UUID, (id) => `<${this.made.get(id) ?? 'id'}>`)
      .replace(DATE, (date) => `<${date.replace(/\.\d+/, '.0').replace(/\d/g, '0')}>`);
  }
}

function parsed(text: string): Body {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
