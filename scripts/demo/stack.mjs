import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { bin } from '../run.mjs';

const STACK = 'web-service';
/** The provider comes from a mirror, and the lock that the CLI would write asks the registry (terraform-cdk#3568). */
const FLAGS = ['--auto-approve', '--skip-provider-lock'];
/** `hansa_server.web_hetzner-fsn1_server-1_9F59FBFE: Creation complete after 4s [id=…]` */
const DONE = /hansa_\w+\.web_(\S+)_[0-9A-F]{8}: (Creation|Destruction) complete after (\S+)/;

/** Deploys the example with the CDKTF CLI; what it says of its servers. */
export async function deploy(stage) {
  const { outputs } = stage.workspace;
  await cdktf(stage, ['deploy', STACK, ...FLAGS, '--outputs-file', outputs]);
  return JSON.parse(readFileSync(outputs, 'utf8'))[STACK].servers;
}

export async function destroy(stage) {
  await cdktf(stage, ['destroy', STACK, ...FLAGS]);
}

/** Plans what was synthesized once more; anything but "no changes" is an error. */
export async function secondPlan(stage) {
  const code = await terraform(stage, ['plan', '-detailed-exitcode']);
  if (code === 2) throw new Error('the second plan is not empty');
  if (code !== 0) throw new Error(`the second plan ended with ${code}`);
}

async function cdktf(stage, args) {
  const { workspace, processes, progress, terraform: program } = stage;
  const started = Date.now();
  const code = await processes.run(bin('cdktf'), args, {
    cwd: workspace.app,
    env: { ...workspace.env, TERRAFORM_BINARY_NAME: program },
    onLine: (line) => {
      const [, what, how] = DONE.exec(stripVTControlCharacters(line)) ?? [];
      if (!what) return;
      const after = ((Date.now() - started) / 1000).toFixed(1).padStart(5);
      progress.detail(`${after} s  ${how === 'Creation' ? '+' : '-'} ${what.replace('_', ' ')}`);
    },
  });
  if (code === 0) return;
  // The CLI loses the end of what Terraform said, which is where errors stand.
  if (!processes.stopped) await terraform(stage, ['plan']);
  throw new Error(`cdktf ${args[0]} ended with ${code}`);
}

function terraform({ workspace, processes, terraform: program }, args) {
  const chdir = `-chdir=${workspace.app}/cdktf.out/stacks/${STACK}`;
  return processes.run(program, [chdir, ...args, '-input=false', '-no-color'], { env: workspace.env });
}
