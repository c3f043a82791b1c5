import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../run.mjs';
import { cleanEnv } from '../terraform/environment.mjs';
import { Log } from './log.mjs';

const EXAMPLE = join(ROOT, 'examples/web-service');
/** A copy of the example to run in, below `.cache`, where Node finds the repository's packages; and all that is written goes there. */
export class Workspace {
  constructor() {
    const parent = join(ROOT, '.cache/demo');
    mkdirSync(parent, { recursive: true });
    this.directory = mkdtempSync(join(parent, 'run-'));
    this.app = join(this.directory, 'web-service');
    this.outputs = join(this.directory, 'outputs.json');
    this.log = new Log(`${this.directory}.log`);
  }

  /** Copies the example, lays the provider out as a mirror, and settles the environment of the programs. */
  async prepare(cloudsEnv) {
    // Not what runs of its own left there: state, what was synthesized.
    const files = readdirSync(EXAMPLE).filter((file) => /^(package|cdktf)\.json$|\.ts$/.test(file));
    for (const file of files) cpSync(join(EXAMPLE, file), join(this.app, file));
    const home = join(this.directory, 'home');
    mkdirSync(home);
    const { layMirror } = await import('terraform-provider-hansa');
    const { version } = JSON.parse(readFileSync(join(ROOT, 'packages/terraform-provider/package.json'), 'utf8'));
    const { configFile } = await layMirror({ directory: join(this.directory, 'mirror'), version });
    this.env = {
      ...cleanEnv(),
      ...cloudsEnv,
      HOME: home,
      // Without a terminal and without a registry: what the CLI and Terraform would ask of the network is not asked.
      CI: 'true',
      DISABLE_VERSION_CHECK: '1',
      CDKTF_DISABLE_PLUGIN_CACHE_ENV: '1',
      TF_IN_AUTOMATION: '1',
      TF_CLI_CONFIG_FILE: configFile,
    };
  }

  remove() {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
