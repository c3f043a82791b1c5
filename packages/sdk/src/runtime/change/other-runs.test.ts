import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { holdAmongRuns } from './other-runs.js';

const key = `test ${process.pid} ${Math.random()}`;
const program = `
  require('tsx/cjs');
  const hold = require(${JSON.stringify(require.resolve('./other-runs.ts'))}).holdAmongRuns(process.argv[1]);
  process.stdout.write(JSON.stringify('heldBy' in hold ? hold.heldBy : 'held'));
  process.stdin.on('end', () => process.exit()).resume();
`;

describe('a name among the runs on one machine', () => {
  const running: ChildProcess[] = [];
  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
  });

  /** Another process that tries to hold the key; what it got. */
  async function another(): Promise<{ child: ChildProcess; got: unknown }> {
    const child = spawn(process.execPath, ['-e', program, key], { stdio: ['pipe', 'pipe', 'inherit'] });
    running.push(child);
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    return { child, got: JSON.parse(said.toString()) };
  }

  test('belongs to one process, until it lets go', async () => {
    const mine = holdAmongRuns(key);
    expect(await another()).toMatchObject({ got: process.pid });
    if ('release' in mine) mine.release();
    const theirs = await another();
    expect(theirs.got).toBe('held');
    expect(holdAmongRuns(key)).toEqual({ heldBy: theirs.child.pid });
    theirs.child.stdin?.end();
    await once(theirs.child, 'close');
    const again = holdAmongRuns(key);
    expect(again).toHaveProperty('release');
    if ('release' in again) again.release();
  });

  test('belongs to nobody when its process was killed', async () => {
    const { child, got } = await another();
    expect(got).toBe('held');
    child.kill('SIGKILL');
    await once(child, 'close');
    const mine = holdAmongRuns(key);
    expect(mine).toHaveProperty('release');
    if ('release' in mine) mine.release();
  });
});
