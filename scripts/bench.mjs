// `npm run bench [-- <scenario> …] [--json] [--record]`: measures, and prints today's figures beside the last recorded ones. Never passes or
// fails for a figure.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, platform } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './run.mjs';

const HELP = `npm run bench [-- <scenario> …] [-- --json] [-- --record]

  --json    print figures as JSON on stdout
  --record  keep these figures in bench/results as the last ones
`;

const scenarios = readdirSync(join(ROOT, 'bench/scenarios'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => basename(file, '.ts'));

/** One scenario in a process of its own: its figures, or why there are none. */
async function measure(name) {
  const file = join(ROOT, 'bench/scenarios', `${name}.ts`);
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', join(ROOT, 'bench/run.ts'), file], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) return { name, broken: `ended with ${code}` };
  return JSON.parse(output.trim().split('\n').at(-1));
}

const resultFile = (name) => join(ROOT, 'bench/results', `${name}.json`);

function lastOf(name) {
  try {
    return JSON.parse(readFileSync(resultFile(name), 'utf8'));
  } catch {
    return undefined;
  }
}

function record({ name, rows }) {
  const date = new Date().toISOString().slice(0, 10);
  const machine = `${cpus().length} processors, ${platform()}, Node ${process.versions.node}`;
  const kept = rows.map((row) => ({ ...row, figures: mapValues(row.figures, rounded) }));
  writeFileSync(resultFile(name), `${JSON.stringify({ scenario: name, date, machine, rows: kept }, null, 2)}\n`);
}

/** A table: each figure of today, and in brackets the last one. */
function show({ name, what, rows, skipped, broken }, last) {
  console.log(`\n${name}${what ? `: ${what}` : ''}`);
  if (skipped) return console.log(`  skipped: ${skipped}`);
  if (broken) return console.log(`  broken: ${broken}`);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row.figures)))];
  const before = (row, column) => last?.rows.find((one) => one.name === row.name)?.figures[column];
  const cell = (row, column) => {
    const [now, was] = [row.figures[column], before(row, column)];
    return `${figure(now)}${was === undefined || was === null ? '' : ` (${figure(was)})`}`;
  };
  const lines = [
    ['', ...columns],
    ...rows.map((row) => [`${row.yardstick ? '· ' : ''}${row.name}`, ...columns.map((column) => cell(row, column))]),
  ];
  const widths = lines[0].map((_, i) => Math.max(...lines.map((line) => line[i].length)));
  for (const line of lines)
    console.log(
      `  ${line.map((text, i) => (i === 0 ? text.padEnd(widths[i]) : text.padStart(widths[i]))).join('  ')}`.trimEnd(),
    );
  console.log(
    `  · yardstick${last ? `; in brackets: ${last.date}, ${last.machine}` : '; no figures are recorded yet (--record)'}`,
  );
}

/** Three figures of what is small, whole numbers of what is large. */
function rounded(value) {
  if (typeof value !== 'number' || Number.isInteger(value)) return value;
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}

const figure = (value) => (value === null || value === undefined ? '–' : String(rounded(value)));
const mapValues = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, record: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
});
const stray = positionals.find((name) => !scenarios.includes(name));
if (options.help || stray) {
  console.error(`${stray ? `There is no scenario "${stray}".\n\n` : ''}${HELP}\nScenarios: ${scenarios.join(', ')}`);
  process.exit(stray ? 2 : 0);
}

const all = [];
for (const name of positionals.length > 0 ? positionals : scenarios) {
  const last = lastOf(name);
  const outcome = await measure(name);
  all.push({ ...outcome, last });
  if (!options.json) show(outcome, last);
  if (options.record && outcome.rows) record(outcome);
}
if (options.json) console.log(JSON.stringify(all, null, 2));
if (all.some(({ broken }) => broken)) process.exitCode = 1;
