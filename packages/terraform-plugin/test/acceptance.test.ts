import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acceptance, type Step, type StoredResource } from '../src/testing/index.js';
import { storeProvider } from './store/provider.js';

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
const item = (more: string) => `resource "store_item" "a" {\n name = "a"\n ${more}\n}`;

test('a life in a few lines: create, import, change, fail, destroy', async () => {
  const checked: unknown[] = [];
  const price = (resources: ReadonlyMap<string, StoredResource['attributes']>) => {
    checked.push(resources.get('store_item.a')?.['price']);
  };
  await live(
    { config: item('size = 2'), check: price },
    { imports: 'store_item.a', id: ({ name }) => String(name), except: [] },
    { config: item('size = 3'), check: price },
    {
      config: item('fail = "plan-badly"\n size = 4'),
      fails: 'name was planned with another value than the configured',
    },
  );
  expect(checked).toEqual([4, 6]);
});

test.each([
  ['a plan that is not empty', { config: item('fail = "forget"') }, /step 1: .*revision is still unknown/s],
  ['a failure that does not come', { config: item('size = 2'), fails: 'never' }, /step 1: it was expected to fail/],
  [
    'another failure',
    { config: item('fail = "create-early"'), fails: 'never' },
    /failed otherwise than expected(.|\n)*No room/,
  ],
  ['an import of nothing', { imports: 'store_item.b' }, /step 1: .*terraform.tfstate|there is no store_item.b/],
] as const)('%s is told with its step, and nothing stays behind', async (_what, step, message) => {
  await expect(live(step as Step)).rejects.toThrow(message);
  expect(readdirSync(directory)).toEqual([]);
});
