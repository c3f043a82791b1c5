import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acceptance, echo, type Resources, type Step } from '../src/testing/index.js';
import { storeProvider } from './store/provider.js';
import { vaultProvider } from './vault/provider.js';
import { Vault } from './vault/vault.js';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'store-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const live = (...steps: Step[]) =>
  acceptance({
    provider: storeProvider(),
    address: 'example.com/test/store',
    config: `directory = ${JSON.stringify(directory)}`,
    steps,
    nothingLeft: () => expect(readdirSync(directory)).toEqual([]),
  });
const item = (more: string, name = 'a') => `resource "store_item" "${name}" {\n name = "${name}"\n ${more}\n}\n`;

/** As `terraform test` has it. */
const tested = (price: number) =>
  `run "price" {\n  assert {\n    condition = store_item.a.price == ${price}\n    error_message = "wrong price"\n  }\n}\n`;

test('a life: create, import, change, what others do, replace, fail, destroy', async () => {
  const prices: unknown[] = [];
  const look = (resources: Resources) => {
    prices.push(resources.get('store_item.a')?.['price']);
  };
  await live(
    {
      config: `variable "size" { type = number }\n${item('size = var.size')}output "price" { value = store_item.a.price }`,
      variables: { size: 2 },
      plans: { 'store_item.a': 'create' },
      planned(changes) {
        expect(changes.get('store_item.a')).toMatchObject({
          actions: ['create'],
          before: null,
          after: { size: 2, price: 4 },
        });
        expect(changes.get('store_item.a')?.unknown['revision']).toBe(true);
      },
      check(resources, outputs) {
        look(resources);
        expect(outputs).toEqual({ price: 4 });
      },
    },
    { config: item('size = 2') + item('', 'b') },
    { imports: 'all', id: ({ name }) => String(name) },
    { config: item('size = 3'), plans: { 'store_item.a': 'update', 'store_item.b': 'delete' }, check: look },
    { config: item('size = 1'), apply: false, plans: { 'store_item.a': 'replace' } },
    {
      name: 'somebody else deletes it',
      before: () => rmSync(join(directory, 'a.json')),
      drifts: { 'store_item.a': 'delete' },
      check: (resources) => expect(resources.size).toBe(0),
    },
    { config: item('old = "x"'), plans: { 'store_item.a': 'create' }, warns: ['old is deprecated', 'Use note.'] },
    {
      config: item('settings = {\n  mode = "wild"\n }'),
      fails: { says: ['Invalid value for mode', /"fast", "safe"\. At settings/], at: 'mode = "wild"', errors: 1 },
      check: (resources) => expect(resources.size).toBe(1),
    },
    {
      // OpenTofu itself would end in a panic at a plan of this.
      config: item('disks = [{ path = "/" }, null]'),
      fails: { says: 'disks has an element that is null', at: 'disks = ', errors: 1 },
    },
    {
      config: item('size = 4'),
      tests:
        'run "price" {\n  assert {\n    condition = store_item.a.price == 8\n    error_message = "wrong"\n  }\n}\n',
    },
  );
  expect(prices).toEqual([4, 6]);
});

test.each<readonly [string, Step, RegExp]>([
  ['a plan that is not empty', { config: item('fail = "forget"') }, /step 1: .*revision is still unknown/s],
  ['a failure that does not come', { config: item(''), fails: 'never' }, /step 1: it was expected to fail/],
  ['an import of nothing', { imports: 'store_item.b' }, /step 1: there is no store_item.b to import/],
  ['another plan', { config: item(''), apply: false, plans: {} }, /the plan is not .*\n\+ store_item.a: create/],
  ['a change that does not come', { config: item(''), again: 'changes' }, /was expected to change something/],
  ['drift that is not there', { drifts: { 'store_item.a': 'update' } }, /the drift is not .*\n- store_item.a: update/],
  [
    'a check with its name',
    { name: 'mine', config: item(''), check: () => expect(1).toBe(2) },
    /step 1 \(mine\): [\s\S]*Expected/,
  ],
  ['a test of Terraform that fails', { config: item(''), tests: tested(9) }, /wrong price/],
  ['no tests', { config: item(''), tests: '' }, /terraform test ran nothing/],
])('%s is told with its step, and nothing stays behind', async (_what, step, message) => {
  await expect(live(step)).rejects.toThrow(message);
  expect(readdirSync(directory)).toEqual([]);
});

test('an import that would change the thing changes nothing, and says what', async () => {
  const file = join(directory, 'a.json');
  const stored = () => JSON.parse(readFileSync(file, 'utf8')) as object;
  await expect(
    live(
      { config: item('size = 2') },
      {
        before: () => writeFileSync(file, JSON.stringify({ ...stored(), size: 1 })),
        imports: 'store_item.a',
        id: ({ name }) => String(name),
      },
    ),
  ).rejects.toThrow(/step 2: the import is not .*\n\+ store_item.a: update\n- store_item.a: import/);
});

test('an identity, an ephemeral value and a function, each as its Terraform can', async () => {
  const vault = new Vault();
  await acceptance({
    provider: vaultProvider(vault),
    address: 'example.com/test/vault',
    others: { 'example.com/kit/echo': echo },
    steps: [
      {
        config: `
          resource "vault_box" "a" {
            shelf   = "top"
            label   = "a"
            content = provider::vault::shout("x", "?")
          }
          ephemeral "vault_token" "t" { length = 3 }
          provider "echo" { data = ephemeral.vault_token.t.value }
          resource "echo" "t" {}`,
        check(resources) {
          expect(resources.get('vault_box.a')).toMatchObject({ content: 'X?', weight: 2 });
          expect(resources.get('echo.t')?.['data']).toEqual({ type: 'string', value: 'xxx' });
        },
      },
      { imports: 'vault_box.a', identity: ({ shelf, label }) => ({ shelf, label }) },
      { imports: 'vault_box.a', id: ({ shelf, label }) => `${shelf}/${label}` },
    ],
    nothingLeft: () => expect(vault.boxes.size).toBe(0),
  });
  expect(vault.seen.filter((seen) => seen === 'open').length).toBeGreaterThan(1);
});

test('an import by an identity of nothing says so', async () => {
  const steps: Step[] = [
    { config: 'resource "vault_box" "a" {\n shelf = "top"\n label = "a"\n}' },
    { imports: 'vault_box.a', identity: () => ({ shelf: 'top', label: 'b' }) },
  ];
  await expect(
    acceptance({ provider: vaultProvider(new Vault()), address: 'example.com/test/vault', steps }),
  ).rejects.toThrow(/step 2: .*vault_box/s);
});
