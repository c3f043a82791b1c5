import { PLAN, SECRET } from '../plan.fixture.js';
import { inModelWords } from './model-words.js';
import { readInput } from './read.js';
import { withoutKeys } from './resource.js';

const bytes = (value: unknown) => Buffer.from(JSON.stringify(value));

test('a plan: what each resource is, is to be, and refers to', () => {
  const { from, terraformVersion, resources, others, drivers, policy } = readInput(bytes(PLAN));
  expect({ from, terraformVersion, drivers, policy }).toEqual({
    from: 'plan',
    terraformVersion: '1.15.2',
    drivers: { prod: 'scaleway' },
    policy: null,
  });
  expect(resources.map(({ address, kind, action }) => [address, kind, action])).toEqual([
    ['hansa_server.web[0]', 'server', 'update'],
    ['hansa_server.api["a.b"]', 'server', 'create'],
    ['hansa_volume.data', 'volume', 'create'],
    ['module.net.hansa_network.main', 'network', 'keep'],
    ['hansa_public_ip.old', 'public_ip', 'delete'],
    ['hansa_public_ip.swiss', 'public_ip', 'create'],
    ['hansa_ssh_key.me', 'ssh_key', 'create'],
  ]);
  expect([...others]).toEqual([['random_password', 1]]);
  const [web, , data] = resources;
  expect(web?.after).toMatchObject({ nativeSize: 'cx33', pricePerMonth: 5.49, disruption: 'stop', place: 'fsn1' });
  expect(web?.before).toMatchObject({ nativeSize: 'cx23', pricePerMonth: 2.99 });
  expect(data).toMatchObject({ before: null, refersTo: ['hansa_server.web'], after: { pricePerMonth: null } });
});

test('nothing is taken that was not named, nor what is marked as sensitive', () => {
  expect(JSON.stringify(readInput(bytes(PLAN)))).not.toContain(SECRET);
});

const values = {
  cloud: 'hetzner',
  name: 'web',
  place: 'fsn1',
  price_per_month: 2.99,
  price_currency: 'EUR',
  user_data: SECRET,
};
const shown = {
  format_version: '1.0',
  terraform_version: '1.15.2',
  values: {
    outputs: { password: { value: SECRET, sensitive: true } },
    root_module: {
      resources: [
        {
          address: 'hansa_server.web',
          mode: 'managed',
          type: 'hansa_server',
          values,
          sensitive_values: { name: true },
          depends_on: ['hansa_network.main'],
        },
        { address: 'data.hansa_image.x', mode: 'data', type: 'hansa_image', values },
      ],
      child_modules: [
        {
          resources: [{ address: 'module.a["x"].hansa_server.web[0]', mode: 'managed', type: 'hansa_server', values }],
        },
      ],
    },
  },
};
const stored = {
  version: 4,
  terraform_version: '1.15.2',
  outputs: { password: { value: SECRET } },
  resources: [
    {
      mode: 'managed',
      type: 'hansa_server',
      name: 'web',
      instances: [
        {
          attributes: values,
          sensitive_attributes: [[{ type: 'get_attr', value: 'name' }]],
          dependencies: ['hansa_network.main'],
        },
      ],
    },
    { mode: 'data', type: 'hansa_image', name: 'x', instances: [{ attributes: values }] },
    {
      mode: 'managed',
      type: 'hansa_server',
      name: 'web',
      module: 'module.a["x"]',
      instances: [{ index_key: 0, attributes: values }],
    },
  ],
};

test.each([
  ['as Terraform shows it', shown],
  ['as Terraform stores it', stored],
])('a state %s', (_how, state) => {
  const input = readInput(bytes(state));
  expect(input).toMatchObject({ from: 'state', terraformVersion: '1.15.2' });
  expect(input.resources).toMatchObject([
    {
      address: 'hansa_server.web',
      action: 'keep',
      refersTo: ['hansa_network.main'],
      after: { name: null, pricePerMonth: 2.99 },
    },
    {
      address: 'module.a["x"].hansa_server.web[0]',
      action: 'keep',
      refersTo: [],
      after: { name: 'web', place: 'fsn1' },
    },
  ]);
  expect(JSON.stringify(input)).not.toContain(SECRET);
});

test('an empty state is a state', () => {
  expect(readInput(bytes({ format_version: '1.0' })).resources).toEqual([]);
  expect(readInput(bytes({ version: 4 })).resources).toEqual([]);
});

test('what PowerShell writes is read, and so is a byte order mark', () => {
  const text = JSON.stringify(shown);
  expect(readInput(Buffer.from(`\uFEFF${text}`, 'utf16le')).resources).toHaveLength(2);
  expect(readInput(Buffer.from(`\uFEFF${text}`)).resources).toHaveLength(2);
});

test.each([
  ['nothing', Buffer.alloc(0), 'there is nothing to read'],
  ['a plan as Terraform keeps it', Buffer.from('PK\u0003\u0004'), 'terraform show -json'],
  ['half a state', Buffer.from(`{"version":4,"secret":"${SECRET}`), 'the JSON is cut off or broken'],
  ['text', Buffer.from('Plan: 1 to add'), 'this is no JSON'],
  ['another JSON', bytes({ name: 'x' }), 'neither a plan nor a state'],
  ['a list', bytes([]), 'neither a plan nor a state'],
  ['an old state', bytes({ version: 3 }), 'this is a state of version 3'],
  ['a log', bytes({ '@level': 'info', '@message': 'x' }), 'this is the log of a run'],
])('%s is refused, saying what to do and nothing of what is in it', (_what, input, words) => {
  const read = () => readInput(input);
  expect(read).toThrow(expect.objectContaining({ code: 'invalid', message: expect.stringContaining(words) }));
  expect(read).toThrow(expect.objectContaining({ message: expect.not.stringContaining(SECRET) }));
});

test('an address without its keys', () => {
  expect(withoutKeys('module.a["x.y]\\""].hansa_server.web[0]')).toBe('module.a.hansa_server.web');
});

test("a plan's own policy is read in the model's words, and that of no other provider", () => {
  const of = (provider_config: object) =>
    readInput(bytes({ resource_changes: [], configuration: { provider_config } })).policy;
  const expressions = {
    policy: { constant_value: { countries: ['EU'], control: { max_share_percent: 10 }, backup: null } },
  };
  expect(inModelWords(of({ hansa: { full_name: 'registry.terraform.io/hansa/hansa', expressions } }))).toEqual({
    countries: ['EU'],
    control: { maxSharePercent: 10 },
  });
  expect(of({ other: { full_name: 'registry.terraform.io/acme/other', expressions } })).toBeNull();
  expect(of({ hansa: { expressions: { policy: { references: ['var.policy'] } } } })).toBeNull();
});
