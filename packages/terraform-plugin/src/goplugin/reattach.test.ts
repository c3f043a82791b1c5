import { reattachEnvironment } from './reattach.js';

const plugin = { network: 'unix', address: '/tmp/s' } as const;
const read = (source: string) => JSON.parse(reattachEnvironment(source, plugin)) as Record<string, unknown>;

test('says where the provider runs, as Terraform reads it', () => {
  expect(read('example.com/acme/thing')).toEqual({
    'example.com/acme/thing': {
      Protocol: 'grpc',
      ProtocolVersion: 6,
      Pid: process.pid,
      Test: true,
      Addr: { Network: 'unix', String: '/tmp/s' },
    },
  });
});

test.each(['registry.terraform.io/acme/thing', 'acme/thing'])('%s is found by Terraform and by OpenTofu', (source) => {
  expect(Object.keys(read(source))).toEqual(['registry.terraform.io/acme/thing', 'registry.opentofu.org/acme/thing']);
});

test("one of OpenTofu's registry alone is not offered as Terraform's", () => {
  expect(Object.keys(read('registry.opentofu.org/acme/thing'))).toEqual(['registry.opentofu.org/acme/thing']);
});

test.each(['thing', '/thing', 'a/b/c/d', ''])('"%s" is refused: Terraform would attach it to nothing', (source) => {
  expect(() => read(source)).toThrow(`"${source}" is no provider address`);
});
