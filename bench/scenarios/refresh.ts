import { type Emulator, startEmulator } from '@hansa/emulator';
import { layMirror } from '../../packages/terraform-provider/src/mirror/index.js';
import { needs, PROVIDER } from '../measure/repository.js';
import { Folder, needsTerraform } from '../measure/terraform.js';
import { defineScenario, type Row } from '../scenario.js';

const COUNTS = [1, 100, 1000];
const LATENCY_MS = 60;
/** One apply makes no more, so that it stays below the 3,600 requests that the vendor allows at once. */
const APPLY_AT_ONCE = 500;

export default defineScenario({
  name: 'refresh',
  what: `terraform plan with refresh of N servers at ${LATENCY_MS} ms latency, nothing to change; against terraform_data, which is Terraform alone. Aim: at most 25 requests for 1,000.`,
  async run({ note }) {
    needsTerraform();
    const executable = needs(PROVIDER, 'npm run build -w packages/terraform-provider');
    const rows: Row[] = [];
    const emulator = await startEmulator({ clouds: ['hetzner'], rateLimit: false, durations: { hetzner: { '*': 0 } } });
    const floor = new Folder({});
    const ours = new Folder(emulator.env);
    try {
      const { configFile } = await layMirror({ directory: `${ours.path}/mirror`, executable });
      const folder = new Folder({ ...emulator.env, TF_CLI_CONFIG_FILE: configFile });
      try {
        for (const count of COUNTS) rows.push(await planned(emulator, folder, count, note), await alone(floor, count));
      } finally {
        folder.remove();
      }
    } finally {
      floor.remove();
      ours.remove();
      await emulator.close();
    }
    return rows;
  },
});

const servers = (count: number) => `
terraform {
  required_providers {
    hansa = { source = "hansa/hansa" }
  }
}
resource "hansa_server" "web" {
  count  = ${count}
  cloud  = "hetzner"
  region = "fsn1"
  name   = "web-\${count.index}"
  size   = "cx23"
  image  = "debian-12"
}
`;

async function planned(emulator: Emulator, folder: Folder, count: number, note: (text: string) => void): Promise<Row> {
  emulator.configure({ latencyMs: 0 });
  for (let made = Math.min(count, APPLY_AT_ONCE); ; made = Math.min(count, made + APPLY_AT_ONCE)) {
    note(`making ${made} servers`);
    folder.write(servers(made));
    if (made === 1) await folder.run('init');
    await folder.run('apply', '-auto-approve', '-parallelism=50');
    if (made === count) break;
  }
  note(`planning ${count} servers`);
  emulator.configure({ latencyMs: LATENCY_MS });
  emulator.requests.clear();
  const { wallS, peakMib } = await folder.run('plan', '-detailed-exitcode');
  const requests = emulator.requests.total;
  return { name: `${count} servers`, figures: { 'wall s': wallS, requests, 'provider peak MiB': peakMib } };
}

async function alone(folder: Folder, count: number): Promise<Row> {
  folder.write(`resource "terraform_data" "one" {\n  count = ${count}\n  input = "x"\n}\n`);
  if (count === COUNTS[0]) await folder.run('init');
  await folder.run('apply', '-auto-approve');
  const { wallS } = await folder.run('plan', '-detailed-exitcode');
  const figures = { 'wall s': wallS, requests: 0, 'provider peak MiB': null };
  return { name: `${count} terraform_data`, yardstick: true, figures };
}
