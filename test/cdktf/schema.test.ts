import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Workspace } from '../../packages/terraform-provider/test/workspace.js';
import { ROOT } from './built.fixture.js';
import { evaluate } from './program.fixture.js';

// The bindings are generated from a schema that is derived without Terraform; it must be the one that Terraform sees.

test('the schema of the bindings is what Terraform says it is', async () => {
  const workspace = new Workspace();
  try {
    await workspace.install();
    workspace.write('');
    await workspace.init();
    const seen = JSON.parse(await workspace.ok('providers', 'schema', '-json')) as object;
    const derived = await evaluate(
      `import { providerSchema } from ${JSON.stringify(join(ROOT, 'packages/cdktf-provider/scripts/schema.mjs'))};
       const result = providerSchema();`,
    );
    expect(withHost(seen, 'registry')).toEqual(withHost(derived as object, 'registry'));
  } finally {
    workspace.remove();
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
