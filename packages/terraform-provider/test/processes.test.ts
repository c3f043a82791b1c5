import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { childrenOf, descendantsOf, fromPs } from './processes.js';

test('finds what a process started, and what that started', async () => {
  const grandchild = `setInterval(() => {}, 1000); console.log(process.pid)`;
  const child = spawn(process.execPath, [
    '-e',
    `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}], { stdio: 'inherit' })`,
  ]);
  try {
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const inner = Number(line.toString());
    expect(childrenOf(child.pid!).map(({ pid }) => pid)).toEqual([inner]);
    const below = descendantsOf(process.pid);
    expect(below.map(({ pid }) => pid)).toEqual(expect.arrayContaining([child.pid, inner]));
    expect(below.find(({ pid }) => pid === inner)?.command).toContain('setInterval');
    process.kill(inner, 'SIGKILL');
  } finally {
    child.kill('SIGKILL');
  }
});

test('reads what ps writes', () => {
  expect(fromPs('    1     0 /sbin/launchd\n  501    77 node a b  \n')).toEqual([
    { pid: 1, parent: 0, command: '/sbin/launchd' },
    { pid: 501, parent: 77, command: 'node a b' },
  ]);
});
