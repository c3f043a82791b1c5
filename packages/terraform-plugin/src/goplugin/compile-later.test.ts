import { spawnSync } from 'node:child_process';
import { COMPILE_LATER } from './compile-later.js';

/** What V8 says to a flag that is set while it runs. */
function complaint(flag: string): string {
  const program = `require('node:v8').setFlagsFromString(${JSON.stringify(flag)})`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' });
  return stdout + stderr;
}

test('the V8 that runs here takes its flag, and would say so if it did not', () => {
  const flag = COMPILE_LATER[process.versions.v8.split('.').slice(0, 2).join('.')] ?? '--stack-size=984';
  expect(complaint(flag)).toBe('');
  expect(complaint('--no-such-flag-there-is=1')).toContain('unrecognized flag');
});
