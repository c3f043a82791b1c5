import { needs, PROVIDER } from '../measure/repository.js';
import { firstWord } from '../measure/spawned.js';
import { median, smallest } from '../measure/statistics.js';
import { defineScenario, type Row } from '../scenario.js';

const RUNS = 15;
/** What Terraform says to each plug-in it starts, so that nobody starts one by hand (hashicorp/terraform, plugin protocol 6). */
const COOKIE = { TF_PLUGIN_MAGIC_COOKIE: 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2' };

export default defineScenario({
  name: 'start-up',
  what: `From the start of the provider's process to its handshake line, against Node that only says a word; ${RUNS} starts each, in turns.`,
  async run() {
    const provider = needs(PROVIDER, 'npm run build -w packages/terraform-provider');
    const env = { PATH: process.env['PATH'], ...COOKIE, PLUGIN_PROTOCOL_VERSIONS: '6' };
    const subjects = [
      { name: 'terraform-provider-hansa', args: [provider] },
      { name: 'bare node', args: ['-e', 'console.log("up"); setInterval(() => {}, 1e6)'], yardstick: true },
    ];
    const runs = subjects.map(() => [] as Awaited<ReturnType<typeof firstWord>>[]);
    for (let i = 0; i < RUNS; i += 1) {
      for (const [which, { args }] of subjects.entries())
        runs[which]?.push(await firstWord(process.execPath, args, env));
    }
    return subjects.map(({ name, yardstick = false }, which): Row => {
      const times = (runs[which] ?? []).map(({ ms }) => ms);
      const memory = (runs[which] ?? []).flatMap(({ rssMib }) => rssMib ?? []);
      return {
        name,
        yardstick,
        figures: { 'median ms': median(times), 'min ms': smallest(times), 'RSS MiB': median(memory) },
      };
    });
  },
});
