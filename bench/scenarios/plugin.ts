import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createCertificate } from '../../packages/terraform-plugin/src/goplugin/certificate.js';
import { cookieEnvironment } from '../../packages/terraform-plugin/src/goplugin/cookie.js';
import { buildProgram } from '../../packages/terraform-plugin/src/packaging/build.js';
import { firstAnswer, type Program, planAll, type Thing } from '../measure/plugin.js';
import { needs, PROVIDER, ROOT } from '../measure/repository.js';
import { type Runtime, runtimes } from '../measure/runtimes.js';
import { firstWord } from '../measure/spawned.js';
import { median, smallest } from '../measure/statistics.js';
import { emulatedServers, toyMachines } from '../measure/things.js';
import { defineScenario, type Row } from '../scenario.js';

const STARTS = 15;
const PLANS = 3;
const COUNT = 1000;

export default defineScenario({
  name: 'plugin',
  what: `A provider's process. Start: to its handshake line and to its schemas, the least of ${STARTS} in turns, against Node that only says a word. Plan: ${COUNT} resources refreshed and planned as Terraform does it, the least of ${PLANS}; the toy has nothing behind it, hansa an emulated cloud.`,
  async run({ note }) {
    const directory = join(ROOT, '.cache/bench');
    const toy = join(directory, 'terraform-provider-toy');
    mkdirSync(directory, { recursive: true });
    await buildProgram({ entry: join(ROOT, 'bench/toy/main.ts'), outfile: toy, conditions: ['source'] });
    const hansa = needs(PROVIDER, 'npm run build -w packages/terraform-provider');
    const all = runtimes(note);
    const programs = (file: string) => all.map(({ name, program }) => ({ on: name, command: program, args: [file] }));
    const subjects = all.flatMap((runtime) => [
      bare(runtime),
      { name: `toy, ${runtime.name}`, command: runtime.program, args: [toy] },
      { name: `hansa, ${runtime.name}`, command: runtime.program, args: [hansa] },
    ]);
    const rows = await started(subjects, note);
    rows.push(
      ...(await planned('toy', 'toy_machine', programs(toy), await toyMachines(first(programs(toy)), COUNT), note)),
    );
    const { emulator, things } = await emulatedServers(first(programs(hansa)), COUNT);
    try {
      const connected = programs(hansa).map((program) => ({ ...program, env: emulator.env }));
      rows.push(...(await planned('hansa', 'hansa_server', connected, things, note)));
    } finally {
      await emulator.close();
    }
    return rows;
  },
});

interface Subject extends Program {
  name: string;
  yardstick?: boolean;
}

function bare({ name, program }: Runtime): Subject {
  const args = ['-e', 'console.log("up"); setInterval(() => {}, 1e6)'];
  return { name: `bare ${name}`, command: program, args, yardstick: true };
}

/** Starts of all, in turns. */
async function started(subjects: readonly Subject[], note: (text: string) => void): Promise<Row[]> {
  note('starting');
  const env = {
    PATH: process.env['PATH'],
    ...cookieEnvironment,
    PLUGIN_PROTOCOL_VERSIONS: '6',
    PLUGIN_CLIENT_CERT: createCertificate().pem,
  };
  const runs = subjects.map(() => ({
    ms: [] as number[],
    answerMs: [] as number[],
    cpuMs: [] as number[],
    mib: [] as number[],
  }));
  for (let i = 0; i < STARTS; i += 1) {
    for (const [which, subject] of subjects.entries()) {
      const run = runs[which]!;
      const { ms, cpuMs, rssMib } = await firstWord(subject.command, subject.args, env);
      run.ms.push(ms);
      if (cpuMs !== null) run.cpuMs.push(cpuMs);
      if (rssMib !== null) run.mib.push(rssMib);
      if (!subject.yardstick) run.answerMs.push(await firstAnswer(subject));
    }
  }
  return subjects.map(({ name, yardstick = false }, which) => {
    const { ms, answerMs, cpuMs, mib } = runs[which]!;
    const figures = {
      'handshake ms': smallest(ms),
      'schemas ms': smallest(answerMs),
      'CPU ms': smallest(cpuMs),
      'peak MiB': median(mib),
    };
    return { name: `start ${name}`, yardstick, figures };
  });
}

async function planned(
  name: string,
  typeName: string,
  programs: readonly (Program & { on: string })[],
  things: readonly Thing[],
  note: (text: string) => void,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const program of programs) {
    note(`planning ${things.length} of ${name} on ${program.on}`);
    const runs: Awaited<ReturnType<typeof planAll>>[] = [];
    for (let i = 0; i < PLANS; i += 1) runs.push(await planAll(program, typeName, things));
    const least = (pick: (run: (typeof runs)[number]) => number | null) =>
      smallest(runs.flatMap((run) => pick(run) ?? []));
    rows.push({
      name: `plan ${name}, ${program.on}`,
      figures: {
        'CPU ms': least((run) => run.cpuMs),
        'peak MiB': least((run) => run.peakMib),
        'wall ms': least((run) => run.wallMs),
        RPCs: least((run) => run.rpcs),
        'KiB in': least((run) => run.kibIn),
        'KiB out': least((run) => run.kibOut),
      },
    });
  }
  return rows;
}

function first<T>(all: readonly T[]): T {
  const [one] = all;
  if (one === undefined) throw new Error('there is no Node to measure on');
  return one;
}
