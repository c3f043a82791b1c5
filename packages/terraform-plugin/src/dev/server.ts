import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Listening, listen } from '../goplugin/listen.js';
import { Builder } from './builder.js';
import { Generation, type Reattach } from './generation.js';

export interface DevOptions {
  /** The program's source, which calls `serve`. */
  readonly entry: string;
  /** Conditions of `exports` that hold for the bundler. */
  readonly conditions?: readonly string[];
  /** Port of Node's inspector on 127.0.0.1, for a debugger; 0 is any. Without it there is none. */
  readonly inspect?: number;
  /** Hears what happens, and each line that the provider prints. */
  say?(line: string): void;
  /** Hears each line that the provider prints; default: `say`. */
  heard?(line: string): void;
  /** Hears what to export, whenever another provider serves. It stays the same as long as the provider's address does. */
  served?(environment: Environment): void;
}

/** For the environment of Terraform and OpenTofu. */
export interface Environment {
  readonly TF_REATTACH_PROVIDERS: string;
}

/**
 * Serves a provider while it is written: Terraform attaches to one address, behind which each connection gets the provider as its sources
 * say at that moment. A connection that is there keeps the provider that it has until it ends. A source that does not build, or does
 * not start, leaves the last one that did.
 */
export class DevServer {
  readonly #server: Server;
  readonly #others: object;
  readonly #folder = mkdtempSync(join(tmpdir(), 'tfplugin-dev-'));
  readonly #generations = new Set<Generation>();
  #listening: Listening | undefined;
  #builder: Builder | undefined;
  #good: Generation | undefined;
  #bundle = '';
  #starting = Promise.resolve();
  #reattach: { readonly [address: string]: Reattach } = {};
  #count = 0;
  /** Of the last build; told once. */
  #failure: string | undefined;
  #closed = false;

  private constructor(
    readonly options: DevOptions,
    others: object,
  ) {
    this.#others = others;
    this.#server = createServer({ pauseOnConnect: true }, (socket) => void this.#connected(socket));
  }

  /** Resolves when the sources were built for the first time, well or not. Rejects where there is no source, or no esbuild. */
  static async start(options: DevOptions): Promise<DevServer> {
    const entry = resolve(options.entry);
    if (!existsSync(entry)) throw new Error(`there is no ${options.entry} to serve`);
    const server = new DevServer(options, attachedAlready());
    try {
      const env = { ...process.env, PLUGIN_UNIX_SOCKET_DIR: server.#folder };
      server.#listening = await listen(server.#server, env);
      server.#builder = await Builder.start(
        { ...options, entry, outfile: join(server.#folder, 'provider.cjs') },
        { built: (bundle) => server.#built(bundle), failed: (errors) => server.#failed(errors) },
      );
      await server.#builder.refresh();
      await server.#builder.watch();
      return server;
    } catch (error) {
      await server.close();
      throw error;
    }
  }

  /** Undefined until the provider serves for the first time. */
  get environment(): Environment | undefined {
    if (!this.#good || !this.#listening) return undefined;
    const { network, address } = this.#listening;
    const here = { Pid: process.pid, Addr: { Network: network, String: address } };
    const provider = Object.entries(this.#reattach).map(([name, its]) => [name, { ...its, ...here }] as const);
    return { TF_REATTACH_PROVIDERS: JSON.stringify({ ...this.#others, ...Object.fromEntries(provider) }) };
  }

  /** Ends the provider, calls in flight included, and leaves nothing. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#server.close();
    await this.#builder?.dispose();
    await Promise.all([...this.#generations].map((generation) => generation.stop()));
    this.#clean();
  }

  /** The same at once, without a word to the provider. */
  kill(): void {
    this.#closed = true;
    for (const generation of this.#generations) generation.kill();
    this.#clean();
  }

  #clean(): void {
    this.#listening?.clean();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #connected(socket: Socket): Promise<void> {
    socket.on('error', () => {});
    await this.#builder?.refresh();
    // It may have ended by itself.
    if (this.#good?.running === false) await this.#start(this.#bundle);
    if (this.#good?.running && !this.#closed) this.#good.carry(socket);
    else socket.destroy();
  }

  async #built(bundle: string): Promise<void> {
    if (this.#failure !== undefined) this.#say('It builds again.');
    this.#failure = undefined;
    if (bundle === this.#bundle) return;
    this.#bundle = bundle;
    await this.#start(bundle);
  }

  #failed(errors: string): void {
    if (errors === this.#failure) return;
    this.#failure = errors;
    this.#say(`${errors}\nIt does not build${this.#good ? ': the last provider that did goes on' : ''}.`);
  }

  /** One at a time. */
  #start(bundle: string): Promise<void> {
    this.#starting = this.#starting.then(() => this.#replace(bundle));
    return this.#starting;
  }

  /** Starts a bundle; where that goes well it takes the place of the one before. */
  async #replace(bundle: string): Promise<void> {
    if (this.#closed) return;
    this.#count += 1;
    const file = join(this.#folder, `provider-${this.#count}.cjs`);
    writeFileSync(file, bundle);
    const next = new Generation({ bundle: file, folder: this.#folder, heard: this.options.heard ?? this.#say });
    this.#generations.add(next);
    void next.exited.then(() => {
      this.#generations.delete(next);
      rmSync(file, { force: true });
    });
    try {
      this.#reattach = await next.listening;
    } catch (error) {
      this.#say(`${(error as Error).message}${this.#good ? ': the last one that did goes on' : ''}`);
      return;
    }
    const before = this.#good;
    this.#good = next;
    const { inspect } = this.options;
    if (inspect !== undefined && before) before.passInspector(next, inspect);
    else if (inspect !== undefined) next.say({ inspect });
    before?.retire();
    if (before) this.#say('The provider is reloaded.');
    this.options.served?.(this.environment!);
  }

  readonly #say = (line: string): void => this.options.say?.(line);
}

/** Providers that Terraform is to attach to besides. */
function attachedAlready(): object {
  try {
    return JSON.parse(process.env['TF_REATTACH_PROVIDERS'] || '{}') as object;
  } catch (cause) {
    throw new Error('TF_REATTACH_PROVIDERS is set, but is no JSON: unset it', { cause });
  }
}
