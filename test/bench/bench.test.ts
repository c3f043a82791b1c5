import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '../../scripts/bench.mjs');
const bench = (...args: string[]) => spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8' });

interface Outcome {
  name: string;
  rows: { name: string; figures: Record<string, number>; yardstick?: boolean }[];
}

test('a scenario gives figures beside a yardstick of the same run, as JSON alone on stdout', () => {
  const { status, stdout } = bench('create', '--json');
  expect(status).toBe(0);
  const [{ name, rows }] = JSON.parse(stdout) as [Outcome];
  const [ours, hcloudGo] = rows;
  expect(name).toBe('create');
  // hcloud-go's own constants: 138 polls for 69 s, for each of 32 servers.
  expect(hcloudGo).toMatchObject({ yardstick: true, figures: { polls: 4416, 'late s (p95)': 0 } });
  // What the clock is for: 32 servers share their polls, and none is told of more than a few seconds late.
  expect(ours?.figures['polls']).toBeLessThan(500);
  expect(ours?.figures['polls']).toBeGreaterThan(30);
  expect(ours?.figures['late s (p95)']).toBeLessThan(5);
});

test('prints a table with the last figures in brackets', () => {
  const { status, stdout } = bench('create');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^ +polls +late s \(median\)/m);
  expect(stdout).toMatch(/· hcloud-go: every 0.5 s +4416 \(4416\)/);
});

test('a scenario that is not there is wrong usage', () => {
  const { status, stderr } = bench('nope');
  expect(status).toBe(2);
  expect(stderr).toMatch(/There is no scenario "nope"\.[\s\S]+Scenarios: .*refresh/);
});
