import { KINDS } from '@hansa/sdk';
import { type InProcessProvider, serveInProcess } from '@hansa/terraform-plugin/testing';
import { Workspace } from '../../test/workspace.js';
import { provider } from '../provider.js';
import { dataSourceExample, placementExample, providerExample, resourceExample } from './example.js';

describe('the examples of the docs', () => {
  const blocks = [
    providerExample(['hetzner', 'scaleway']),
    placementExample(),
    ...KINDS.map((kind) => resourceExample(kind, 'hetzner')),
    ...KINDS.map((kind) => dataSourceExample(kind, 'hetzner')),
  ];
  let running: InProcessProvider;
  let workspace: Workspace;

  beforeAll(async () => {
    running = await serveInProcess(provider, { address: 'registry.terraform.io/hansa/hansa' });
    workspace = new Workspace(running.environment);
  });

  afterAll(async () => {
    workspace.remove();
    await running.close();
  });

  test('are valid, together and as the real Terraform sees it', async () => {
    workspace.file('main.tf', blocks.join('\n'));
    expect(await workspace.ok('validate')).toContain('The configuration is valid.');
  });

  test('are written as `terraform fmt` writes', async () => {
    workspace.file('main.tf', blocks.join('\n'));
    expect(await workspace.ok('fmt', '-diff', '-check')).toBe('');
  });
});
