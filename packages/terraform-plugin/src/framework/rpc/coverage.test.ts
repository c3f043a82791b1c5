import { vaultProvider } from '../../../test/vault/provider.js';
import { Vault } from '../../../test/vault/vault.js';
import { ProviderDefinition } from '../../protocol/provider.gen.js';
import { type InProcessProvider, serveInProcess } from '../../testing/in-process.js';

// Every RPC of plugin protocol 6 as Terraform 1.15 has it (6.10), by who calls it since when, read 2026-11 in the plugin clients of Terraform
// 1.0 to 1.15 and OpenTofu 1.6 to 1.12. What is not offered answers status 12, which all of them take for "an older provider".

const STATE_STORES =
  'Terraform asks for state stores in experimental builds alone (init -enable-pluggable-state-storage-experiment), OpenTofu never';

const PROTOCOL: { readonly [rpc: string]: 'served' | { readonly notOffered: string } } = {
  GetMetadata: 'served', // called by neither so far
  GetProviderSchema: 'served', // 1.0
  ValidateProviderConfig: 'served', // 1.0
  ConfigureProvider: 'served', // 1.0
  ValidateResourceConfig: 'served', // 1.0
  ValidateDataResourceConfig: 'served', // 1.0
  UpgradeResourceState: 'served', // 1.0
  ReadResource: 'served', // 1.0
  PlanResourceChange: 'served', // 1.0
  ApplyResourceChange: 'served', // 1.0
  ImportResourceState: 'served', // 1.0
  ReadDataSource: 'served', // 1.0
  StopProvider: 'served', // 1.0
  GetFunctions: 'served', // OpenTofu 1.7; Terraform takes them from GetProviderSchema
  CallFunction: 'served', // Terraform 1.8, OpenTofu 1.7
  MoveResourceState: 'served', // Terraform 1.8, OpenTofu 1.10
  ValidateEphemeralResourceConfig: 'served', // Terraform 1.10, OpenTofu 1.11
  OpenEphemeralResource: 'served',
  RenewEphemeralResource: 'served',
  CloseEphemeralResource: 'served',
  GetResourceIdentitySchemas: 'served', // Terraform 1.12, OpenTofu 1.12
  UpgradeResourceIdentity: 'served',
  ValidateListResourceConfig: 'served', // Terraform 1.13, for `query` of 1.14
  ListResource: 'served',
  ValidateActionConfig: 'served', // Terraform 1.14
  PlanAction: 'served',
  InvokeAction: 'served',
  GenerateResourceConfig: 'served', // Terraform 1.14, where the capability is told
  ValidateStateStoreConfig: { notOffered: STATE_STORES },
  ConfigureStateStore: { notOffered: STATE_STORES },
  ReadStateBytes: { notOffered: STATE_STORES },
  WriteStateBytes: { notOffered: STATE_STORES },
  LockState: { notOffered: STATE_STORES },
  UnlockState: { notOffered: STATE_STORES },
  GetStates: { notOffered: STATE_STORES },
  DeleteState: { notOffered: STATE_STORES },
};

let running: InProcessProvider;
beforeAll(async () => {
  running = await serveInProcess(vaultProvider(new Vault()), { address: 'example.com/test/vault' });
});
afterAll(() => running.close());

test.each(Object.entries(PROTOCOL))('%s: %j', async (name, how) => {
  const path = `/${ProviderDefinition.fullName}/${name}`;
  const status = await running.client.connection.send(path, new Uint8Array(0)).then(
    () => 0,
    // A stream that ends without a message ends well all the same: 14 is this client's word for it.
    (error: { status: number }) => error.status,
  );
  expect([0, 14].includes(status) ? 'served' : status).toEqual(how === 'served' ? how : 12);
});

test('what is defined is what is told here', () => {
  const defined = Object.values(ProviderDefinition.methods).map(({ name }) => name);
  const served = Object.keys(PROTOCOL).filter((name) => PROTOCOL[name] === 'served');
  expect(defined.sort()).toEqual(served.sort());
});
