import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT, requireBuilt } from './built.fixture.js';
import { type Ran, run } from './program.fixture.js';

// `npm run demo` without its install and build: the whole way with the CDKTF CLI, and what it leaves when it fails.

/** The clouds that the example stands on. */
const CLOUDS = readFileSync(join(ROOT, 'examples/web-service/main.ts'), 'utf8').match(/\{ cloud: '\w+'.*\}/g) ?? [];
/** Key, network, firewall, address, two servers, two volumes. */
const THINGS = 8 * CLOUDS.length;
const LAST = `demo: ok, ${2 * CLOUDS.length} servers on ${CLOUDS.length} clouds, second plan empty, nothing left`;
const folder = mkdtempSync(join(tmpdir(), 'hansa-demo-'));

beforeAll(requireBuilt);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Demo extends Ran {
  /** Command lines of what still runs of it. */
  left: string[];
}

async function demo(env: Record<string, string> = {}, onOutput?: (text: string, pid: number) => void): Promise<Demo> {
  const mark = `${process.pid}-${Math.random()}`;
  const ran = await run(process.execPath, [join(ROOT, 'scripts/demo.mjs'), '--built'], {
    // Somebody's settings must not reach it.
    env: { ...process.env, TF_CLI_ARGS: '-no-such-flag', SCW_SECRET_KEY: 'theirs', ...env, DEMO_MARK: mark },
    onOutput,
  });
  return { ...ran, left: await stillRunning(`DEMO_MARK=${mark}`) };
}

/** What does not end: a provider whose Terraform was killed sees that at its next look, so it gets a moment. */
async function stillRunning(mark: string): Promise<string[]> {
  for (let look = 0; look < 600 && running(mark).length > 0; look += 1) await sleep(100);
  return running(mark);
}

/** Processes with that in their environment. */
function running(mark: string): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      if (!readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(mark)) return [];
      return [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')];
    } catch {
      return []; // It ended meanwhile.
    }
  });
}

/** A Terraform that fails at one command. */
function failingAt(command: string): string {
  const path = join(folder, `terraform-${command}`);
  const real = process.env['TERRAFORM_BINARY_NAME'] ?? 'terraform';
  const lines = [
    '#!/bin/sh',
    `for word in "$@"; do if [ "$word" = ${command} ]; then echo "refused by the test" >&2; exit 1; fi; done`,
    `exec '${real}' "$@"`,
  ];
  writeFileSync(path, `${lines.join('\n')}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** The log that a failed demo names; gone afterwards, so that tests leave nothing. */
function logOf({ stderr }: Ran): string {
  const [, path = ''] = /^The end of (.*):$/m.exec(stderr) ?? [];
  const text = readFileSync(path, 'utf8');
  rmSync(path);
  return text;
}

// Side by side: each has a folder and an emulator of its own.
test.concurrent('deploys to every cloud, plans again, destroys, and leaves nothing', async () => {
  const { code, stdout, stderr, left } = await demo();
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.trimEnd().split('\n').at(-1)).toBe(LAST);
  expect(stdout).toContain('hetzner: 1 ssh_key, 1 network, 1 firewall, 2 servers, 2 volumes, 1 public_ip');
  for (const [cloud, place, server] of [
    ['hetzner', 'fsn1', 'web-fsn1-2'],
    ['scaleway', 'fr-par-1', 'web-fr-par-1-2'],
  ]) {
    expect(stdout).toMatch(new RegExp(`^ +${cloud} +${place} +${server} +\\S+ +[\\d.]+ +[\\d.]+ EUR$`, 'm'));
  }
  expect(stdout.match(/ s {2}\+ /g)).toHaveLength(THINGS);
  expect(stdout.match(/ s {2}- /g)).toHaveLength(THINGS);
  expect(left).toEqual([]);
});

test.concurrent('says why it failed, with the end of the log, and leaves no process', async () => {
  const failed = await demo({ TERRAFORM_BINARY_NAME: failingAt('apply') });
  expect(failed.code).toBe(1);
  expect(failed.stdout).not.toContain('demo: ok');
  expect(failed.stderr).toContain('✖ cdktf deploy ended with 1');
  expect(failed.stderr.trimEnd().split('\n').at(-1)).toBe('demo: failed');
  expect(logOf(failed)).toContain('$ ');
  expect(failed.left).toEqual([]);
});

test.concurrent('stopped in the middle, it leaves no process', async () => {
  let signalled = false;
  const stopped = await demo({}, (text, pid) => {
    if (signalled || !text.includes(' s  + ')) return;
    signalled = true;
    process.kill(pid, 'SIGTERM');
  });
  expect(stopped.code).toBe(1);
  expect(stopped.stderr).toContain('✖ stopped by SIGTERM');
  expect(stopped.stderr.trimEnd().split('\n').at(-1)).toBe('demo: stopped');
  expect(stopped.stderr).not.toContain('The end of');
  expect(stopped.left).toEqual([]);
});

test('refuses a Terraform that does not run, or is too old', async () => {
  const none = await demo({ TERRAFORM_BINARY_NAME: '/nonexistent/terraform' });
  expect(none.stderr).toContain('✖ TERRAFORM_BINARY_NAME is "/nonexistent/terraform", which does not run');
  const path = join(folder, 'old');
  writeFileSync(path, '#!/bin/sh\necho \'{"terraform_version":"1.5.7"}\'\n', { mode: 0o755 });
  const old = await demo({ TERRAFORM_BINARY_NAME: path });
  expect(old.stderr).toContain(`✖ "${path}" is 1.5.7; Hansa needs 1.11 or newer`);
  expect([none.code, old.code]).toEqual([1, 1]);
});
