import { type ChildProcess, spawn } from 'node:child_process';
import { connect, type Socket } from 'node:net';
import type { Address } from '../goplugin/listen.js';
import type { Word } from './inject.js';

/** What `TF_REATTACH_PROVIDERS` says of one provider. */
export interface Reattach {
  readonly Pid: number;
  readonly Addr: { readonly Network: Address['network']; readonly String: string };
}

export interface GenerationOptions {
  readonly bundle: string;
  /** Where its socket goes. */
  readonly folder: string;
  /** Hears each line of its output. */
  heard(line: string): void;
}

/** How long it may take to end what it does when the end is wanted, ms; work after a reply has 1.5 s of its own. */
const END_MS = 5_000;

/** The likeliest cause of an end without an error. */
const UNSERVED = ': its source must call serve()';

/** One build of the provider, running as a process of its own until its last connection is gone. */
export class Generation {
  readonly #child: ChildProcess;
  readonly #connections = new Set<Socket>();
  #address: Reattach['Addr'] | undefined;
  #retired = false;
  readonly exited: Promise<void>;
  /** What it printed for Terraform, by address. Rejects when it ends before that. */
  readonly listening: Promise<{ readonly [address: string]: Reattach }>;

  constructor({ bundle, folder, heard }: GenerationOptions) {
    const child = spawn(process.execPath, ['--enable-source-maps', bundle, '--debug'], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, PLUGIN_UNIX_SOCKET_DIR: folder },
      // Ctrl-C reaches all in the terminal: this one is told by us.
      detached: true,
      windowsHide: true,
    });
    this.#child = child;
    this.exited = new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    });
    lines(child.stderr!, heard);
    this.listening = new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) =>
        reject(new Error(`the provider ended (${signal ?? code}) before it listened${code === 0 ? UNSERVED : ''}`)),
      );
      lines(child.stdout!, (line) => {
        const printed = /^(?:export |\$env:)TF_REATTACH_PROVIDERS ?= ?'(.*)'$/.exec(line)?.[1];
        if (printed === undefined) {
          if (line !== '' && !line.startsWith('The provider runs until')) heard(line);
          return;
        }
        const reattach = JSON.parse(printed) as { [address: string]: Reattach };
        this.#address = Object.values(reattach)[0]!.Addr;
        resolve(reattach);
      });
    });
    this.listening.catch(() => {});
  }

  get running(): boolean {
    return this.#child.pid !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Carries a connection to it, once it listens. */
  carry(socket: Socket): void {
    const upstream = connectTo(this.#address!);
    this.#connections.add(socket);
    socket.once('close', () => {
      upstream.destroy();
      this.#connections.delete(socket);
      if (this.#retired && this.#connections.size === 0) void this.stop();
    });
    upstream.once('close', () => socket.destroy());
    for (const end of [socket, upstream]) end.on('error', () => {});
    socket.pipe(upstream).pipe(socket);
  }

  /** Lets `next` have the inspector, as soon as this one has let it go. */
  passInspector(next: Generation, port: number): void {
    const released = new Promise<void>((resolve) => this.#child.once('message', () => resolve()));
    this.say('release the inspector');
    void Promise.race([released, this.exited]).then(() => next.say({ inspect: port }));
  }

  say(word: Word): void {
    if (this.#child.connected) this.#child.send(word);
  }

  /** Ends it when its last connection is gone. */
  retire(): void {
    this.#retired = true;
    if (this.#connections.size === 0) void this.stop();
  }

  /** Ends it now: calls in flight are told. */
  async stop(): Promise<void> {
    if (!this.running) return;
    this.#child.kill('SIGTERM');
    const late = setTimeout(() => this.#child.kill('SIGKILL'), END_MS);
    await this.exited;
    clearTimeout(late);
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }
}

function connectTo({ Network, String: address }: Reattach['Addr']): Socket {
  if (Network === 'unix') return connect(address);
  const colon = address.lastIndexOf(':');
  return connect(Number(address.slice(colon + 1)), address.slice(0, colon));
}

function lines(stream: NodeJS.ReadableStream, heard: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    const all = `${rest}${text}`.split('\n');
    rest = all.pop() ?? '';
    for (const line of all) heard(line);
  });
  stream.on('end', () => {
    if (rest !== '') heard(rest);
  });
}
