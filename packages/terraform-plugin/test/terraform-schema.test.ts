import { schemaOf, terraformSchema } from '../src/docs/index.js';
import type { Provider } from '../src/index.js';
import { type Core, hasSince, serveInProcess, Workspace } from '../src/testing/index.js';
import { blocksProvider } from './blocks/provider.js';
import { CORES } from './every-core.js';
import { storeProvider } from './store/provider.js';
import { vaultProvider } from './vault/provider.js';
import { Vault } from './vault/vault.js';

const PROVIDERS: [string, () => Provider][] = [
  ['store', storeProvider],
  ['blocks', blocksProvider],
  ['vault', () => vaultProvider(new Vault())],
];

describe.each(CORES)('%s', (_name, core) => {
  test.each(PROVIDERS)('the schema of %s is what it says it is', async (name, provider) => {
    const address = `example.com/test/${name}`;
    const running = await serveInProcess(provider(), { address });
    const workspace = new Workspace(running.environment, core.binary);
    try {
      workspace.write(`terraform {\n required_providers {\n  ${name} = { source = "${address}" }\n }\n}\n`);
      const theirs = JSON.parse(await workspace.ok('providers', 'schema', '-json')) as Schemas;
      const ours = terraformSchema(await schemaOf(provider(), address)) as Schemas;
      const [told = {}, known = {}] = [ours.provider_schemas[address], theirs.provider_schemas[address]];
      for (const kind of Object.keys(known)) {
        expect({ [kind]: asKnown(core, kind, told[kind]) }).toEqual({ [kind]: withoutEmpty(known[kind]) });
      }
      expect(Object.keys(told).filter((kind) => !(kind in known) && !isLater(core, kind))).toEqual([]);
    } finally {
      workspace.remove();
      await running.close();
    }
  });
});

/** What a core does not know yet, by the release that tells it. */
function isLater(core: Core, kind: string): boolean {
  if (kind === 'resource_identity_schemas') return !hasSince(core, { Terraform: [1, 12], OpenTofu: [1, 12] });
  return ['list_resource_schemas', 'action_schemas'].includes(kind) && !hasSince(core, { Terraform: [1, 14] });
}

/** Why something is deprecated: of functions OpenTofu does not tell it, of all else only the newest do. */
function asKnown(core: Core, kind: string, schemas: unknown): unknown {
  const since =
    kind === 'functions' ? { Terraform: [1, 8] as const } : ({ Terraform: [1, 15], OpenTofu: [1, 12] } as const);
  return hasSince(core, since) ? schemas : without(schemas, (name) => name === 'deprecation_message');
}

/** OpenTofu writes descriptions of functions that are empty. */
const withoutEmpty = (schemas: unknown) => without(schemas, (_name, value) => value === '');

function without(value: unknown, drops: (name: string, value: unknown) => boolean): unknown {
  return JSON.parse(JSON.stringify(value), function (this: unknown, name: string, one: unknown) {
    return !Array.isArray(this) && drops(name, one) ? undefined : one;
  });
}

test('what only the newest know is told as well', async () => {
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
    action_schemas: { vault_shake: { block: { attributes: { label: { required: true } } } } },
  });
  const store = terraformSchema(await schemaOf(storeProvider(), 'example.com/test/store')) as Schemas;
  expect(store.provider_schemas['example.com/test/store']).toMatchObject({
    resource_schemas: {
      store_item: { block: { attributes: { old: { deprecated: true, deprecation_message: 'Use note.' } } } },
    },
  });
});

interface Schemas {
  readonly provider_schemas: { readonly [address: string]: { readonly [kind: string]: unknown } };
}
