import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Outcome, Workspace as Plain } from '@hansa/terraform-plugin/testing';
import { layMirror } from '../src/mirror/index.js';

export type { Outcome };

/** A directory in which the real Terraform (or OpenTofu) runs with this provider. */
export class Workspace extends Plain {
  /** Bundles the provider into a mirror of this workspace, as a user installs it. */
  async install(): Promise<void> {
    const executable = join(this.root, 'terraform-provider-hansa');
    execFileSync(process.execPath, [join(__dirname, '../scripts/bundle.mjs'), pathToFileURL(executable).href]);
    this.cliConfig = (await layMirror({ directory: join(this.root, 'mirror'), executable })).configFile;
  }

  /** Writes main.tf; the requirement of the provider stands in a file of its own. */
  override write(hcl: string): void {
    this.file('versions.tf', 'terraform {\n  required_providers {\n    hansa = { source = "hansa/hansa" }\n  }\n}\n');
    super.write(hcl);
  }
}
