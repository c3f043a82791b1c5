import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { schemaOf, terraformSchema } from '@hansa/terraform-plugin/docs';
import { serveInProcess, Workspace } from '@hansa/terraform-plugin/testing';
import { provider } from 'terraform-provider-hansa';
import { ROOT } from './built.fixture.js';

const ADDRESS = 'registry.terraform.io/hansa/hansa';

// The bindings are generated from a schema that is derived without Terraform; it must be the one that Terraform sees.

test('the schema of the bindings is what Terraform says it is', async () => {
  const running = await serveInProcess(provider, { address: ADDRESS });
  const workspace = new Workspace(running.environment);
  try {
    workspace.write('terraform {\n  required_providers {\n    hansa = { source = "hansa/hansa" }\n  }\n}\n');
    const seen = JSON.parse(await workspace.ok('providers', 'schema', '-json')) as object;
    expect(withHost(seen, 'registry')).toEqual(
      withHost(terraformSchema(await schemaOf(provider, ADDRESS)), 'registry'),
    );
  } finally {
    workspace.remove();
    await running.close();
  }
});

test('the bindings of both forks are fresh', () => {
  const generate = join(ROOT, 'packages/cdktf-provider/scripts/generate.mjs');
  expect(() => execFileSync(process.execPath, [generate, '--check'], { stdio: 'pipe' })).not.toThrow();
});

/** Terraform and OpenTofu name different registries. */
function withHost(schema: object, host: string): object {
  return JSON.parse(JSON.stringify(schema).replace(/registry\.(terraform\.io|opentofu\.org)/, host)) as object;
}
