// Writes everything that is derived: wire messages, the provider's schema, reference docs, CDKTF bindings. `--check` writes nothing and
// fails when something is stale.
import { step } from './run.mjs';

const check = process.argv.includes('--check');
const steps = [
  ['wire messages of the plugin protocol', 'packages/terraform-plugin', 'generate'],
  ["the provider's schema", 'packages/terraform-provider', 'generate'],
  ['reference docs', 'packages/terraform-provider', 'docs'],
  ['the table of what each cloud offers', 'packages/cli', 'docs'],
  ['the page of what is known of each cloud', 'packages/cli', 'docs:claims'],
  ['the schema of reports', 'packages/report', 'generate'],
  ['CDKTF and CDK Terrain bindings', 'packages/cdktf-provider', 'generate'],
];

for (const [what, folder, script] of steps) {
  const args = ['run', '--silent', script, '-w', folder, ...(check ? ['--', '--check'] : [])];
  await step(`${check ? 'check' : 'write'} ${what}`, 'npm', args);
}
const source = ['--conditions=source', '--import', 'tsx', 'scripts/example-docs.mjs', ...(check ? ['--check'] : [])];
await step(`${check ? 'check' : 'write'} docs of the example provider`, process.execPath, source);
