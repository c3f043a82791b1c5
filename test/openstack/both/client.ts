import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Shape, shapeOf } from './shape.js';

/** How to log in by password, and how to let time pass. */
export interface Endpoint {
  readonly authUrl: string;
  readonly username: string;
  readonly password: string;
  readonly project: string;
  /** Waits before something is looked at again. */
  pause(): Promise<void>;
}

export interface Recorded {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Shape;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: whatever a service answers
  readonly body: any;
}

export interface Call {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** A cloud of a `clouds.yaml` that logs in by password. */
export function cloudOf(file: string, name: string): Omit<Endpoint, 'pause'> {
  const { auth } = parse(readFileSync(file, 'utf8')).clouds[name];
  return { authUrl: auth.auth_url, username: auth.username, password: auth.password, project: auth.project_name };
}

/** Headers of which only that they are there counts, and those that are compared as they are. */
const THERE = ['x-subject-token', 'x-openstack-request-id', 'x-compute-request-id', 'location', 'www-authenticate'];
const SAME = ['content-type', 'openstack-api-version', 'x-openstack-nova-api-version'];

/** Addresses of what a request has made. */
function madeBy(url: string, body: Record<string, { id?: string; name?: string }>): string[] {
  const [[kind, one] = []] = Object.entries(body);
  const key = kind === 'keypair' ? one?.name : one?.id;
  return key === undefined || url.endsWith('/action') ? [] : [`${url}/${key}`];
}

/** Talks to one OpenStack in plain HTTP, and keeps what each named step was answered. */
export class Client {
  readonly recorded: Record<string, Recorded> = {};
  readonly prefix = `both-${Math.random().toString(16).slice(2, 8)}`;
  token = '';
  private readonly urls = new Map<string, string>();
  private readonly made: string[] = [];

  constructor(readonly endpoint: Endpoint) {}

  login({ password } = this.endpoint, scope = true): unknown {
    const domain = { name: 'Default' };
    const { username, project } = this.endpoint;
    return {
      auth: {
        identity: { methods: ['password'], password: { user: { name: username, domain, password } } },
        ...(scope ? { scope: { project: { name: project, domain } } } : {}),
      },
    };
  }

  /** Keeps the token and the catalogue. */
  enter({ headers, body }: Answer): void {
    this.token = headers.get('x-subject-token') ?? '';
    for (const { type, endpoints } of body.token.catalog)
      this.urls.set(type, endpoints.find((one: { interface: string }) => one.interface === 'public').url);
    this.urls.set('identity', this.endpoint.authUrl.replace(/\/v3$/, ''));
  }

  /** `service` is a type of the catalogue; `root:compute` is the service without its version. */
  url(service: string, path: string): string {
    if (!service.startsWith('root:')) return `${this.urls.get(service) ?? this.endpoint.authUrl}${path}`;
    const url = this.urls.get(service.slice(5)) ?? '';
    return `${url.replace(/\/v[\d.]+(\/[0-9a-f]+)?\/?$/, '')}${path}`;
  }

  async send(method: string, url: string, { body, headers = {} }: Call = {}): Promise<Answer> {
    const response = await fetch(url, {
      method,
      headers: {
        ...(this.token ? { 'x-auth-token': this.token } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        accept: 'application/json',
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') && text !== '';
    const answer = { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
    if (method === 'POST' && response.ok && json) this.made.push(...madeBy(url, answer.body));
    return answer;
  }

  /** Takes down what a walk that broke off has left, as far as it goes; the last made first. */
  async undo(): Promise<void> {
    for (const url of this.made.splice(0).reverse()) await this.send('DELETE', url);
  }

  /** Sends, and keeps the answer under the step's name. */
  async step(name: string, method: string, service: string, path: string, call?: Call): Promise<Answer> {
    const answer = await this.send(method, this.url(service, path), call);
    this.keep(name, answer);
    return answer;
  }

  /** Looks again until it is so, and keeps the last answer. */
  async until(name: string, service: string, path: string, so: (answer: Answer) => boolean, call?: Call) {
    for (let tries = 0; tries < 400; tries++) {
      const answer = await this.send('GET', this.url(service, path), call);
      if (so(answer)) return this.keep(name, answer);
      await this.endpoint.pause();
    }
    throw new Error(`${name}: not within 400 looks at ${path}`);
  }

  private keep(name: string, { status, headers, body }: Answer): void {
    if (name in this.recorded) throw new Error(`there are two steps "${name}"`);
    const kept = [
      ...SAME.map((key) => [key, headers.get(key)] as const),
      ...THERE.map((key) => [key, headers.has(key) ? 'there' : null] as const),
    ].filter((entry): entry is [string, string] => entry[1] !== null);
    this.recorded[name] = { status, headers: Object.fromEntries(kept), body: shapeOf(body, this.prefix) };
  }
}
