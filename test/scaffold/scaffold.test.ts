import { KINDS } from '@hansa/sdk';
import { Clone, type Outcome } from './clone.js';

let clone: Clone;

beforeAll(() => {
  clone = new Clone();
});

afterAll(() => clone.remove());

/** The output of what must end well; what it said, where it does not. */
function done({ code, output }: Outcome): string {
  if (code !== 0) throw new Error(`ended with ${code}:\n${output}`);
  return output;
}

test('a new cloud and a new kind compile, pass lint and their own tests', () => {
  const cloud = done(clone.node('scripts/new-cloud.mjs', 'acme-cloud', '--title', 'Acme Cloud'));
  expect(cloud).toContain('packages/sdk/src/clouds/acme-cloud/cloud.ts');
  expect(cloud).toMatch(/Next:\n {2}1\. /);
  const kind = done(clone.node('scripts/new-kind.mjs', 'load_balancer'));
  expect(clone.read('packages/sdk/src/cloud-handle.ts')).toContain(
    'readonly loadBalancers: Collection<typeof LoadBalancer>;',
  );
  expect(clone.read('.changeset/cloud-acme-cloud.md')).toContain("'@hansa/emulator': minor");

  const written = [...`${cloud}${kind}`.matchAll(/^ {2}(packages\/\S+\.ts)$/gm)].map(([, file = '']) => file);
  expect(written.length).toBeGreaterThan(15);
  done(clone.tool('biome', 'check', '--error-on-warnings', ...written));
  done(clone.tool('tsc', '-p', 'tsconfig.check.json'));
  done(clone.tool('jest', '--roots', 'packages', '--', 'packages/sdk/src/clouds/acme-cloud'));
});

test('its conformance run lists what is missing', () => {
  const { code, output } = clone.hansa('conformance', '--cloud', 'acme-cloud');
  expect(code).toBe(1);
  expect(output).toContain('ssh_key, law 7, Acme Cloud has it, or says why not: there is no cell for it');
  expect(output).toContain('load_balancer, law 7, Acme Cloud has it, or says why not');
  expect(output).toMatch(new RegExp(`^0 passed, ${KINDS.length + 1} failed, 0 skipped$`, 'm'));
  expect(clone.hansa('places', '--cloud', 'acme-cloud').output).toContain('ACME_CLOUD_TOKEN');
});

test.each([
  [['new-cloud.mjs'], 'Give one name for the cloud.'],
  [['new-cloud.mjs', 'Acme'], '"Acme" cannot be the name of a cloud'],
  [['new-cloud.mjs', 'hetzner'], 'packages/sdk/src/clouds/hetzner is there already.'],
  [['new-kind.mjs', 'server'], 'packages/sdk/src/kinds/server is there already.'],
  [['new-kind.mjs', 'box', '--collection', 'servers'], 'There is a collection "servers" already.'],
])('%j is refused before anything is written', ([script = '', ...args], words) => {
  const { code, output } = clone.node(`scripts/${script}`, ...args);
  expect(code).toBe(2);
  expect(output).toContain(words);
  expect(output).toContain('Next: ');
});
