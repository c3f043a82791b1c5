import { createCertificate } from '../../packages/terraform-plugin/src/goplugin/certificate.js';
import { cookieEnvironment } from '../../packages/terraform-plugin/src/goplugin/cookie.js';
import { type Host, hosts } from '../measure/hosts.js';
import { firstAnswer, type Program, planAll, type Thing } from '../measure/plugin.js';
import { firstWord } from '../measure/spawned.js';
import { median, smallest } from '../measure/statistics.js';
import { emulatedServers, toyMachines } from '../measure/things.js';
import { defineScenario, type Row } from '../scenario.js';

const STARTS = 15;
const PLANS = 3;
const COUNT = 1000;

export default defineScenario({
  name: 'plugin',
  what: `A provider's process, on each Node and compiled by Bun. Start: to its handshake line and to its schemas, the least of ${STARTS} in turns, against a program that only says a word. Plan: ${COUNT} resources refreshed and planned as Terraform does it, the least of ${PLANS} in turns; the toy has nothing behind it, hansa an emulated cloud.`,
  async run({ note }) {
    const all = await hosts(note);
    const [first] = all;
    if (first === undefined) throw new Error('there is nothing to measure on');
    const subjects = all.flatMap(({ name, bare, toy, hansa }) => [
      { name: `bare ${name}`, ...bare, yardstick: true },
      { name: `toy, ${name}`, ...toy },
      { name: `hansa, ${name}`, ...hansa },
    ]);
    const rows = await started(subjects, note);
    rows.push(...(await planned('toy', 'toy_machine', all, await toyMachines(first.toy, COUNT), note)));
    const { emulator, things } = await emulatedServers(first.hansa, COUNT);
    try {
      const connected = all.map((host) => ({ ...host, hansa: { ...host.hansa, env: emulator.env } }));
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

/** Plans on all, in turns. */
async function planned(
  name: 'toy' | 'hansa',
  typeName: string,
  all: readonly Host[],
  things: readonly Thing[],
  note: (text: string) => void,
): Promise<Row[]> {
  const runs = all.map(() => [] as Awaited<ReturnType<typeof planAll>>[]);
  for (let i = 0; i < PLANS; i += 1) {
    for (const [which, host] of all.entries()) {
      note(`planning ${things.length} of ${name}, ${host.name}`);
      runs[which]!.push(await planAll(host[name], typeName, things));
    }
  }
  return all.map((host, which) => {
    const least = (pick: (run: (typeof runs)[number][number]) => number | null) =>
      smallest(runs[which]!.flatMap((run) => pick(run) ?? []));
    return {
      name: `plan ${name}, ${host.name}`,
      figures: {
        'CPU ms': least((run) => run.cpuMs),
        'peak MiB': least((run) => run.peakMib),
        'wall ms': least((run) => run.wallMs),
        RPCs: least((run) => run.rpcs),
        'KiB in': least((run) => run.kibIn),
        'KiB out': least((run) => run.kibOut),
      },
    };
  });
}
