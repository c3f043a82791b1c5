import { schemaOf, terraformSchema } from '../src/docs/index.js';
import type { Provider } from '../src/index.js';
import { serveInProcess, Workspace } from '../src/testing/index.js';
import { storeProvider } from './store/provider.js';
import { vaultProvider } from './vault/provider.js';
import { Vault } from './vault/vault.js';

/** What Terraform 1.11 does not know yet. */
const LATER = ['resource_identity_schemas', 'list_resource_schemas', 'action_schemas'];

test.each<[string, Provider]>([
  ['store', storeProvider()],
  ['vault', vaultProvider(new Vault())],
])('the schema of %s is what the real Terraform says it is', async (name, provider) => {
  const address = `example.com/test/${name}`;
  const running = await serveInProcess(provider, { address });
  const workspace = new Workspace(running.environment);
  try {
    workspace.write(`terraform {\n required_providers {\n  ${name} = { source = "${address}" }\n }\n}\n`);
    const theirs = JSON.parse(await workspace.ok('providers', 'schema', '-json')) as Schemas;
    const ours = terraformSchema(await schemaOf(provider, address)) as Schemas;
    const [told = {}, known = {}] = [ours.provider_schemas[address], theirs.provider_schemas[address]];
    for (const kind of Object.keys(known)) expect({ [kind]: told[kind] }).toEqual({ [kind]: known[kind] });
    expect(Object.keys(told).filter((kind) => !(kind in known) && !LATER.includes(kind))).toEqual([]);
  } finally {
    workspace.remove();
    await running.close();
  }
});

test('what newer ones know is told as well', async () => {
  const schema = terraformSchema(await schemaOf(vaultProvider(new Vault()), 'example.com/test/vault')) as Schemas;
  expect(schema.provider_schemas['example.com/test/vault']).toMatchObject({
    resource_identity_schemas: {
      vault_box: {
        version: 1,
        attributes: {
          shelf: { type: 'string', optional_for_import: true },
          label: { type: 'string', required_for_import: true },
        },
      },
    },
    list_resource_schemas: { vault_box: { version: 0, block: { attributes: { shelf: { optional: true } } } } },
    action_schemas: { vault_shake: { version: 0, block: { attributes: { label: { required: true } } } } },
  });
});

interface Schemas {
  readonly provider_schemas: { readonly [address: string]: { readonly [kind: string]: unknown } };
}
