import { runInNewContext } from 'node:vm';
import { RESTART } from './restart.js';

/** Runs it as a program at the given platform does, with what a compiled program finds in `argv`; `undefined` where it goes on. */
function begin(given: { platform?: string; env?: Record<string, string>; execve?: (...args: unknown[]) => void }) {
  let executed: unknown[] | undefined;
  const process = {
    platform: 'linux',
    argv: ['bun', '/$bunfs/root/provider', '--debug'],
    argv0: './provider',
    execPath: '/opt/provider',
    execve: (...args: unknown[]) => {
      executed = args;
    },
    env: { HOME: '/home/a' },
    ...given,
  };
  runInNewContext(RESTART, { process });
  return { executed, env: { ...process.env } };
}

test('a program executes itself with the setting, its arguments and its environment', () => {
  expect(begin({}).executed).toEqual([
    '/opt/provider',
    ['./provider', '--debug'],
    { HOME: '/home/a', BUN_JSC_useFTLJIT: '0' },
  ]);
});

test('the second time it goes on, and takes the setting out of what others inherit', () => {
  expect(begin({ env: { HOME: '/home/a', BUN_JSC_useFTLJIT: '0' } })).toEqual({
    executed: undefined,
    env: { HOME: '/home/a' },
  });
});

test('what somebody has set holds', () => {
  const env = { BUN_JSC_useFTLJIT: '1' };
  expect(begin({ env })).toEqual({ executed: undefined, env });
});

test.each(['win32', 'darwin'])('on %s it goes on as it is', (platform) => {
  expect(begin({ platform })).toEqual({ executed: undefined, env: { HOME: '/home/a' } });
});

test('where it cannot execute itself it goes on as it is', () => {
  const execve = () => {
    throw new Error('ENOEXEC');
  };
  expect(begin({ execve })).toEqual({ executed: undefined, env: { HOME: '/home/a' } });
});
