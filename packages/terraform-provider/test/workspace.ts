import { join } from 'node:path';
import { type Outcome, Workspace as Plain } from '@hansa/terraform-plugin/testing';
import { layMirror } from '../src/mirror/index.js';
import { builtProvider } from './built-provider.js';

export type { Outcome };

/** A directory in which the real Terraform (or OpenTofu) runs with this provider. */
export class Workspace extends Plain {
  /** Lays the provider into a mirror of this workspace, as a user installs it. */
  override async install(): Promise<void> {
    const executable = await builtProvider();
    this.cliConfig = (await layMirror({ directory: join(this.root, 'mirror'), executable })).configFile;
  }

  /** Writes main.tf; the requirement of the provider stands in a file of its own. */
  override write(hcl: string): void {
    this.file('versions.tf', 'terraform {\n  required_providers {\n    hansa = { source = "hansa/hansa" }\n  }\n}\n');
    super.write(hcl);
  }
}
