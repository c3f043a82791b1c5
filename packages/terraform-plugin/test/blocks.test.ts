import { acceptance } from '../src/testing/index.js';
import { blocksProvider } from './blocks/provider.js';
import { CORES } from './every-core.js';

const firewall = (body: string) => `resource "blocks_firewall" "a" {\n  name = "a"\n${body}\n}\n`;

describe.each(CORES)('%s', (_name, core) => {
  test('takes blocks through a whole life', async () => {
    const kept: Parameters<typeof blocksProvider>[0] = new Map();
    const made = () => kept.get('a')?.rule.map(({ port, handle, match }) => [port, handle, match.length]);
    await acceptance({
      provider: blocksProvider(kept),
      address: 'registry.terraform.io/example/blocks',
      binary: core.binary,
      config: 'retry {\n times = 3\n}',
      steps: [
        { config: firewall(''), plans: { 'blocks_firewall.a': 'create' }, check: () => expect(made()).toEqual([]) },
        { imports: 'blocks_firewall.a', id: ({ name }) => String(name) },
        {
          config: firewall(`
            rule {
              port = 80
              match {
                prefix = "/"
              }
              match {
                prefix = "/b"
              }
            }
            rule {
              port    = 443
              headers = { a = { value = "x" } }
            }`),
          plans: { 'blocks_firewall.a': 'update' },
          check: () =>
            expect(made()).toEqual([
              [80, 'h80', 2],
              [443, 'h443', 0],
            ]),
        },
        { imports: 'blocks_firewall.a', id: ({ name }) => String(name) },
        {
          name: 'how many there are is known at apply alone',
          config: `
            resource "terraform_data" "later" {
              input = [81, 82]
            }
            ${firewall(`
              dynamic "rule" {
                for_each = terraform_data.later.output
                content {
                  port = rule.value
                }
              }
              timeouts {
                create = "1m"
              }`)}
            data "blocks_ports" "all" {
              of {
                name = blocks_firewall.a.name
              }
              depends_on = [blocks_firewall.a]
            }
            output "ports" {
              value = data.blocks_ports.all.ports
            }`,
          plans: { 'blocks_firewall.a': 'update', 'terraform_data.later': 'create', 'data.blocks_ports.all': 'read' },
          check: () => expect(made()?.map(([port]) => port)).toEqual([81, 82]),
        },
        {
          config: firewall('login {\n user = "x"\n}'),
          warns: 'Use keys.',
          plans: { 'blocks_firewall.a': 'replace', 'terraform_data.later': 'delete' },
        },
        {
          config: firewall('rule {\n port = 1\n}\nrule {\n port = null\n}'),
          fails: { says: 'port is required, and is null', at: 'port = null' },
        },
        {
          config: firewall('rule {\n port = 1\n}\n'.repeat(4)),
          fails: { says: 'Must have 0 to 3 elements, not 4.', at: 'resource "blocks_firewall"' },
        },
        {
          config: firewall('timeouts {\n create = "soon"\n}'),
          fails: { says: 'Must be a duration', at: 'create = "soon"' },
        },
      ],
      nothingLeft: () => expect(kept.size).toBe(0),
    });
  });
});
