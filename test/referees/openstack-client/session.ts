import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json } from '../hcloud.js';

/** Why OpenStack's own command line cannot be tried; undefined where it is there. */
export function withoutClient(): string | undefined {
  const there = spawnSync('openstack', ['--version'], { env: { PATH: process.env['PATH'] } }).status === 0;
  return there ? undefined : 'there is no openstack on this machine (apt install python3-openstackclient)';
}

/** Asked after each command, without a request: its one line says that all before it was said. */
const MARK = 'configuration show -f value -c hansa-mark';
const ENDED = /^No recognized column names in \['hansa-mark'\].*\n/m;

/**
 * OpenStack's own command line, started once: commands go to it by its standard input, one at a time. Its start takes a second of
 * computing, and most of its work is that.
 */
export class OpenStackClient {
  // It keeps caches in its home, which it makes when it is not there.
  private readonly home = mkdtempSync(join(tmpdir(), 'hansa-home-'));
  private readonly child: ChildProcessWithoutNullStreams;
  private said = '';
  private heard = (): void => {};
  private last: Promise<unknown> = Promise.resolve();

  constructor(env: Readonly<Record<string, string | undefined>>) {
    const environment = { PATH: process.env['PATH'], HOME: this.home, PYTHONUNBUFFERED: '1', ...env };
    // Both outputs in one, so that they keep their order.
    this.child = spawn('sh', ['-c', 'exec openstack 2>&1'], { env: environment });
    this.child.stdout.on('data', (text: Buffer) => {
      this.said += text.toString();
      this.heard();
    });
    this.child.once('close', () => this.heard());
    this.child.stdin.on('error', () => {});
  }

  /** Has it carry out a command that says nothing when it is well, or JSON. @throws Error with what it says else */
  run(...words: string[]): Promise<void> {
    return this.ask(words).then((text) => {
      if (text !== '' && !text.startsWith('{')) throw new Error(`openstack ${words.join(' ')}: ${text}`);
    });
  }

  /** The same with `-f json`, parsed. */
  show<T = Json>(...words: string[]): Promise<T> {
    return this.ask([...words, '-f', 'json']).then((text) => {
      try {
        return JSON.parse(text) as T;
      } catch {
        throw new Error(`openstack ${words.join(' ')}: ${text}`);
      }
    });
  }

  async close(): Promise<void> {
    const { child } = this;
    if (child.exitCode === null) {
      const closed = new Promise((resolve) => child.once('close', resolve));
      child.stdin.end();
      await closed;
    }
    rmSync(this.home, { recursive: true, force: true });
  }

  private ask(words: readonly string[]): Promise<string> {
    if (words.some((word) => /\s/.test(word))) throw new TypeError('its standard input knows no quotes');
    const answer = this.last.then(() => this.carryOut(words.join(' ')));
    this.last = answer.catch(() => {});
    return answer;
  }

  private async carryOut(command: string): Promise<string> {
    this.said = '';
    this.child.stdin.write(`${command}\n${MARK}\n`);
    for (;;) {
      const at = ENDED.exec(this.said)?.index;
      if (at !== undefined) return this.said.slice(0, at).trim();
      if (this.child.exitCode !== null) throw new Error(`openstack ended at "${command}": ${this.said}`);
      await new Promise<void>((resolve) => {
        this.heard = resolve;
      });
    }
  }
}
