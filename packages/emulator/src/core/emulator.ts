import { setMaxListeners } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clock, runningClock } from './clock.js';
import type { Branch, Credentials, EmulatedCloud } from './cloud.js';
import { type Arrived, CloudHost, type Surroundings } from './cloud-host.js';
import { CONTROL_PREFIX } from './control.js';
import { controlService } from './control-service.js';
import type { Exchange } from './exchange.js';
import { Faults } from './faults.js';
import { readText } from './incoming.js';
import { tokenBucket } from './limiter.js';
import { Quotas, Stock } from './limits.js';
import { textOf } from './outgoing.js';
import { Persistence } from './persistence.js';
import { RequestLog } from './request-log.js';
import { durationOf, rateOf, type Settings, type SettingsInput, settingsShape } from './settings.js';
import { StateFile } from './state-file.js';
import { Store } from './store.js';
import { trafficLog } from './traffic-log.js';

export interface EmulatorOptions extends Partial<SettingsInput> {
  /** TCP port on 127.0.0.1; 0 takes a free one (default). */
  readonly port?: number;
  /** The clouds to serve, by name; default all. */
  readonly clouds?: readonly string[];
  /** Keeps the state in this file; it survives a restart. */
  readonly stateFile?: string;
  /** A clock of one's own, or how fast the emulator's runs. Default: real time. */
  readonly clock?: Clock | { readonly scale: number };
  /** Credentials by cloud, in place of the fake defaults. */
  readonly credentials?: Readonly<Record<string, Credentials>>;
  /** How many requests `requests` remembers; default 2,000. */
  readonly rememberRequests?: number;
  /** Sees every exchange with a cloud, credentials included. Must not throw. */
  readonly onExchange?: (exchange: Exchange) => void;
  /** Appends exchanges to this file as JSON lines, repetitions left out and credentials redacted. Default: `HANSA_TRAFFIC_LOG`, if set; '' is none. */
  readonly trafficLog?: string;
}

/** A request that does not come over the wire. */
export interface DirectRequest {
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly text?: string;
}

export interface DirectAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** An emulator at work. */
export interface Emulator {
  /** `http://127.0.0.1:<port>`; a cloud stands below its prefix. */
  readonly url: string;
  /** Prefix by cloud. */
  readonly clouds: Readonly<Record<string, string>>;
  /** Environment that points our own and the vendors' tools here. */
  readonly env: Readonly<Record<string, string>>;
  readonly clock: Clock;
  readonly requests: RequestLog;
  readonly faults: Faults;
  readonly quotas: Quotas;
  readonly stock: Stock;
  readonly settings: Settings;
  /** Errors that no cloud knows: defects of the emulator. A test should find this empty. */
  readonly failures: readonly unknown[];
  /**
   * Answers one request of this process without a socket: as a server does, but for what faults do to a connection.
   *
   * @throws RangeError where no cloud stands at that URL
   */
  request(request: DirectRequest): Promise<DirectAnswer>;
  /** Changes settings; what is left out stays. @throws z.ZodError */
  configure(settings: Partial<SettingsInput>): Settings;
  /** Forgets all resources, faults, quotas, sold-out types and requests. Settings and clock stay. */
  reset(): void;
  /** Saves the state, if asked for, and ends every connection. */
  close(): Promise<void>;
}

/** Starts the clouds on one port of the loopback interface. `startEmulator` in the package's index knows the list of clouds. */
export async function startClouds(all: readonly EmulatedCloud[], options: EmulatorOptions = {}): Promise<Emulator> {
  const { port = 0, clouds: wanted, stateFile, credentials: given = {}, rememberRequests = 2000, onExchange } = options;
  const { latencyMs, rateLimit, durations, trafficLog: log = process.env['HANSA_TRAFFIC_LOG'] } = options;
  const clouds = pick(all, wanted);
  const file = stateFile === undefined ? undefined : new StateFile(stateFile);
  let saved = file?.read();
  const clock = clockOf(options.clock, saved?.now);
  let settings = settingsShape.parse({ latencyMs, rateLimit, durations });

  const faults = new Faults();
  const quotas = new Quotas();
  const stock = new Stock();
  const requests = new RequestLog(rememberRequests);
  const traffic = log ? trafficLog(log) : undefined;
  const failures: unknown[] = [];
  const closing = new AbortController();
  // Every request that is kept waiting listens to it until it is answered: there may be any number of them, and none is a leak.
  setMaxListeners(Number.POSITIVE_INFINITY, closing.signal);
  const stores = new Map(clouds.map((cloud) => [cloud.name, new Store(saved?.clouds[cloud.name])]));
  const storeOf = (name: string): Store => {
    const store = stores.get(name) ?? new Store(saved?.clouds[name]);
    stores.set(name, store);
    return store;
  };
  const persistence =
    file &&
    new Persistence(file, () => ({
      now: clock.now(),
      // A cloud that is not served this time keeps what it had.
      clouds: { ...saved?.clouds, ...Object.fromEntries([...stores].map(([name, store]) => [name, store.save()])) },
    }));
  const around: Surroundings = {
    clock,
    faults,
    settings: () => settings,
    signal: closing.signal,
    changed: () => persistence?.changed(),
    exchanged(exchange) {
      requests.add(exchange);
      traffic?.add(exchange);
      onExchange?.(exchange);
    },
    broke: (error) => failures.push(error),
  };

  const hostOf = (cloud: EmulatedCloud, branch?: Branch): CloudHost => {
    const { name } = cloud;
    const service = (branch ?? cloud).create({
      store: storeOf((branch ?? cloud).name),
      clock,
      credentials: { ...cloud.credentials, ...given[name] },
      quota: (quota) => quotas.get(name, quota),
      inStock: (type, place) => stock.has(name, type, place),
      duration: (step, fallbackMs) => durationOf(settings, name, step, fallbackMs),
      limiter: (vendor) => tokenBucket(clock, vendor, () => rateOf(settings, name, vendor)),
    });
    return new CloudHost(name, service, around);
  };
  let hosts: Hosts = [];
  const populate = () => {
    hosts = clouds.flatMap((cloud) => {
      const host = hostOf(cloud);
      const branches = (cloud.branches ?? []).map((branch): Hosts[number] => {
        let made: CloudHost | undefined;
        return [branch.prefix, () => (made ??= hostOf(cloud, branch))];
      });
      return [...branches, [cloud.prefix, () => host] satisfies Hosts[number]];
    });
    const control = new CloudHost('emulator', controlService(emulator), quiet(around));
    hosts = [...hosts, [CONTROL_PREFIX, () => control]];
  };

  const server = createServer((message, response) => {
    serve(message, response, hosts).catch((error: unknown) => {
      if (!closing.signal.aborted) failures.push(error);
      response.destroy();
    });
  });
  // Longer than any client keeps a connection: else a request may meet a closing one, a fault nobody asked for.
  server.keepAliveTimeout = 10 * 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const emulator: Emulator = {
    url,
    clouds: Object.fromEntries(clouds.map(({ name, prefix }) => [name, prefix])),
    env: Object.assign(
      { HANSA_EMULATOR: url },
      ...clouds.map((cloud) => cloud.env(url + cloud.prefix, { ...cloud.credentials, ...given[cloud.name] })),
    ),
    clock,
    requests,
    faults,
    quotas,
    stock,
    failures,
    get settings() {
      return settings;
    },
    async request({ method, url: text, headers = {}, text: body = '' }) {
      const at = new URL(text);
      const host = hostAt(at, hosts);
      if (!host) throw new RangeError(`nothing is emulated at ${at.pathname}`);
      const { wire } = await host.answer({ method, headers: { host: at.host, ...headers }, url: at, text: body });
      return { status: wire.status, headers: wire.headers, text: textOf(wire) };
    },
    configure(change) {
      settings = settingsShape.parse({ ...settings, ...change });
      return settings;
    },
    reset() {
      for (const store of stores.values()) store.clear();
      saved = undefined;
      for (const part of [faults, quotas, stock, requests]) part.clear();
      populate();
      persistence?.changed();
    },
    async close() {
      closing.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      traffic?.close();
      persistence?.flush();
    },
  };
  populate();
  return emulator;
}

async function serve(message: IncomingMessage, response: ServerResponse, hosts: Hosts): Promise<void> {
  // A client may well go away while it is answered; that is its business.
  response.on('error', () => {});
  const url = new URL(message.url ?? '/', `http://${message.headers.host ?? '127.0.0.1'}`);
  const text = await readText(message);
  const host = hostAt(url, hosts);
  const { method = 'GET', headers } = message;
  if (text === undefined) response.writeHead(413).end();
  else if (host) await host.serve({ method, headers, url, text }, response);
  else {
    const body = JSON.stringify({
      error: `nothing here: this emulator serves ${prefixesOf(hosts).join(', ')}`,
    });
    response.writeHead(404, { 'content-type': 'application/json' }).end(body);
  }
}

/** What stands at each prefix, made when it is first asked; what stands below another one comes first. */
type Hosts = readonly (readonly [prefix: string, host: () => CloudHost])[];

/** Without those that stand below another one. */
function prefixesOf(hosts: Hosts): string[] {
  const all = hosts.map(([prefix]) => prefix);
  return all.filter((one) => !all.some((other) => one.startsWith(`${other}/`)));
}

/** The cloud that stands at a URL, with the path that is its own. */
function hostAt({ pathname }: URL, hosts: Hosts) {
  const found = hosts.find(([prefix]) => pathname === prefix || pathname.startsWith(`${prefix}/`));
  if (!found) return undefined;
  const [prefix, open] = found;
  const host = open();
  const path = pathname.slice(prefix.length);
  return {
    serve: (request: Omit<Arrived, 'path'>, response: ServerResponse) => host.serve({ ...request, path }, response),
    answer: (request: Omit<Arrived, 'path'>) => host.answer({ ...request, path }),
  };
}

function pick(all: readonly EmulatedCloud[], wanted: readonly string[] | undefined): readonly EmulatedCloud[] {
  const unknown = wanted?.find((name) => !all.some((cloud) => cloud.name === name));
  if (unknown !== undefined) {
    throw new RangeError(`no cloud ${unknown} is emulated; there are ${all.map(({ name }) => name).join(', ')}`);
  }
  return wanted ? all.filter(({ name }) => wanted.includes(name)) : all;
}

function clockOf(given: EmulatorOptions['clock'], savedAt = 0): Clock {
  if (given && 'now' in given) return given;
  return runningClock({ scale: given?.scale ?? 1, startAt: Math.max(Date.now(), savedAt) });
}

/** Control requests are not the clouds' traffic: no faults, no latency, no log. */
function quiet(around: Surroundings): Surroundings {
  const none = new Faults();
  const settings = settingsShape.parse({});
  return { ...around, faults: none, settings: () => settings, exchanged() {} };
}
