import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listen } from './listen.js';
import { sweepSockets } from './sweep.js';

let parent: string;
const servers: Server[] = [];
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'sweep-'));
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  rmSync(parent, { recursive: true, force: true });
});

const HOUR_S = 3_600;
const age = (name: string, seconds: number) => {
  const then = Date.now() / 1000 - seconds;
  utimesSync(join(parent, name), then, then);
};
/** What a process leaves that listens here and is killed. */
function leave(name: string): void {
  mkdirSync(join(parent, name), { mode: 0o700 });
  const listening = `require('node:net').createServer().listen(${JSON.stringify(join(parent, name, 's'))}, () => process.kill(process.pid, 'SIGKILL'))`;
  spawnSync(process.execPath, ['-e', listening]);
  expect(readdirSync(join(parent, name))).toEqual(['s']);
}

test('what killed providers left an hour ago is removed', async () => {
  leave('tfplugin-killed');
  leave('tfplugin-recent');
  mkdirSync(join(parent, 'tfplugin-Empty2'), { mode: 0o700 });
  mkdirSync(join(parent, 'tfplugin-Empty1'), { mode: 0o700 });
  for (const name of ['tfplugin-killed', 'tfplugin-Empty1']) age(name, 2 * HOUR_S);
  age('tfplugin-recent', HOUR_S / 2);
  await sweepSockets(parent);
  expect(readdirSync(parent).sort()).toEqual(['tfplugin-Empty2', 'tfplugin-recent']);
});

test('what is alive stays, and can be connected to', async () => {
  const server = createServer((socket) => socket.end());
  servers.push(server);
  const { address } = await listen(server, { PLUGIN_UNIX_SOCKET_DIR: parent });
  const [name = ''] = readdirSync(parent);
  age(name, 24 * HOUR_S);
  await sweepSockets(parent);
  expect(readdirSync(parent)).toEqual([name]);
  expect(address).toBe(join(parent, name, 's'));
});

test("what is not a provider's, or holds more than a socket, stays", async () => {
  const made = {
    'tfplugin-files1': () => mkdirSync(join(parent, 'tfplugin-files1'), { mode: 0o700 }),
    'tfplugin-opened': () => leave('tfplugin-opened'),
    'tfplugin-linked': () => symlinkSync('/nonexistent', join(parent, 'tfplugin-linked')),
    'tfplugin-afile1': () => writeFileSync(join(parent, 'tfplugin-afile1'), ''),
    'tfplugin-noSock': () => mkdirSync(join(parent, 'tfplugin-noSock'), { mode: 0o700 }),
    'other-killed': () => leave('other-killed'),
  };
  for (const make of Object.values(made)) make();
  writeFileSync(join(parent, 'tfplugin-files1/theirs'), '');
  writeFileSync(join(parent, 'tfplugin-noSock/s'), '');
  chmodSync(join(parent, 'tfplugin-opened'), 0o755);
  for (const name of Object.keys(made)) if (name !== 'tfplugin-linked') age(name, 2 * HOUR_S);
  await sweepSockets(parent);
  expect(readdirSync(parent).sort()).toEqual(Object.keys(made).sort());
  expect(readdirSync(join(parent, 'tfplugin-files1'))).toEqual(['theirs']);
});

test('of many, each run looks at a few, and all go in the end', async () => {
  const left = () => readdirSync(parent).length;
  for (let n = 0; n < 100; n += 1) {
    const name = `tfplugin-${String(n).padStart(6, '0')}`;
    mkdirSync(join(parent, name), { mode: 0o700 });
    age(name, 2 * HOUR_S);
  }
  await sweepSockets(parent);
  expect(left()).toBe(84);
  while (left() > 0) await sweepSockets(parent);
});

test('a folder that is not there is no error', async () => {
  await sweepSockets(join(parent, 'nowhere'));
});
