import { rmSync } from 'node:fs';
import type { TerraformStack } from 'cdktf';
import { type Fork, load } from './fork.fixture.js';
import type { WebServiceProps } from './props.js';

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJvnjQHFoCmW6RSrcWWw8t+zaBTnkzBhZ7lTnbZVmvfX me';
const PROPS: WebServiceProps = {
  clouds: [
    { cloud: 'hetzner', region: 'fsn1' },
    { cloud: 'scaleway', region: 'fr-par-1' },
  ],
  size: 'SCS-2V-4',
  image: 'debian-12',
  sshPublicKey: KEY,
};

/** `Testing.app` makes a folder for every app, and leaves it. */
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

type Things = Record<string, Record<string, Record<string, unknown>>>;

describe.each(['cdktf', 'cdktn'] as const)('WebService under %s', (name) => {
  let fork: Fork;

  beforeAll(() => {
    fork = load(name);
  });

  afterAll(() => {
    jest.dontMock('cdktf');
  });

  /** A stack with a provider. cdktn wants to be told that Terraform is new enough for `userData`, which is write-only. */
  function newStack(): TerraformStack {
    const { cdk, provider } = fork;
    const targetVersions = { terraform: '>=1.11', opentofu: '>=1.11' };
    const app = cdk.Testing.app({ context: { targetVersions } });
    folders.push(app.outdir);
    const stack = new cdk.TerraformStack(app, 'stack');
    new provider.HansaProvider(stack, 'hansa', {});
    return stack;
  }

  /** What the stack says of every resource, by type and then by its path without hashes. */
  function synth(props: Partial<WebServiceProps> = {}): Things {
    const { cdk, constructs } = fork;
    const stack = newStack();
    new constructs.WebService(stack, 'web', { ...PROPS, ...props });
    const { resource } = JSON.parse(cdk.Testing.synth(stack, true)) as { resource: Things };
    const short = (things: Things[string]) =>
      Object.fromEntries(Object.entries(things).map(([id, thing]) => [id.replace(/^web_|_[0-9A-F]{8}$/g, ''), thing]));
    return Object.fromEntries(Object.entries(resource).map(([type, things]) => [type, short(things)]));
  }

  test('where a size may be sold out, others stand behind it at the same place', () => {
    const clouds = [{ cloud: 'hetzner', region: 'fsn1', otherSizes: ['cpx22', 'cx33'] }];
    const { hansa_server } = synth({ clouds });
    const [server] = Object.values(hansa_server!);
    expect(server).toMatchObject({
      candidates: ['SCS-2V-4', 'cpx22', 'cx33'].map((size) => ({ cloud: 'hetzner', region: 'fsn1', size })),
    });
    for (const name of ['cloud', 'region', 'size']) expect(server).not.toHaveProperty(name);
  });

  test('makes everything at each place, and each SSH key once', () => {
    const things = synth({ serversPerCloud: 2, volumeGib: 20 });
    const ids = Object.fromEntries(Object.entries(things).map(([type, made]) => [type, Object.keys(made).sort()]));
    expect(ids).toEqual({
      hansa_ssh_key: ['ssh-key-hetzner', 'ssh-key-scaleway'],
      hansa_network: ['hetzner-fsn1_network', 'scaleway-fr-par-1_network'],
      hansa_firewall: ['hetzner-fsn1_firewall', 'scaleway-fr-par-1_firewall'],
      hansa_server: [
        'hetzner-fsn1_server-1',
        'hetzner-fsn1_server-2',
        'scaleway-fr-par-1_server-1',
        'scaleway-fr-par-1_server-2',
      ],
      hansa_volume: [
        'hetzner-fsn1_volume-1',
        'hetzner-fsn1_volume-2',
        'scaleway-fr-par-1_volume-1',
        'scaleway-fr-par-1_volume-2',
      ],
      hansa_public_ip: ['hetzner-fsn1_public-ip', 'scaleway-fr-par-1_public-ip'],
    });
  });

  test('joins each server to the network, firewall and key of its own place', () => {
    const { hansa_server: servers } = synth({
      labels: { app: 'shop' },
      userData: '#cloud-config',
      userDataVersion: '2',
    });
    const reference = (type: string, id: string) =>
      expect.stringMatching(new RegExp(`^\\$\\{hansa_${type}\\.web_${id}_\\w+\\.id}$`));
    expect(servers?.['scaleway-fr-par-1_server-1']).toMatchObject({
      cloud: 'scaleway',
      region: 'fr-par-1',
      name: 'web-fr-par-1-1',
      size: 'SCS-2V-4',
      image: 'debian-12',
      labels: { app: 'shop' },
      user_data: '#cloud-config',
      user_data_version: '2',
      ssh_key_ids: [reference('ssh_key', 'ssh-key-scaleway')],
      firewall_ids: [reference('firewall', 'scaleway-fr-par-1_firewall')],
      networks: [{ network_id: reference('network', 'scaleway-fr-par-1_network') }],
    });
  });

  test('opens the ports to everyone and SSH to those who are named', () => {
    const rulesOf = (things: Things) => things['hansa_firewall']?.['hetzner-fsn1_firewall']?.['rules'];
    const everyone = ['0.0.0.0/0', '::/0'];
    const open = (ports: string, cidrs = everyone) => ({ direction: 'in', protocol: 'tcp', ports, cidrs });
    expect(rulesOf(synth())).toEqual([open('80'), open('443')]);
    expect(rulesOf(synth({ ports: [8080], sshFrom: ['192.0.2.0/24'] }))).toEqual([
      open('8080'),
      open('22', ['192.0.2.0/24']),
    ]);
  });

  test('a second place at a cloud moves nothing of the first, and shares its key', () => {
    const clouds = [{ cloud: 'hetzner', region: 'fsn1' }];
    const one = synth({ clouds });
    const two = synth({
      clouds: [{ cloud: 'hetzner', region: 'nbg1', size: 'cx23', image: 'ubuntu-24.04' }, ...clouds],
    });
    for (const [type, things] of Object.entries(one)) expect(two[type]).toMatchObject(things);
    expect(Object.keys(two['hansa_ssh_key'] ?? {})).toEqual(['ssh-key-hetzner']);
    expect(two['hansa_server']?.['hetzner-nbg1_server-1']).toMatchObject({ size: 'cx23', image: 'ubuntu-24.04' });
  });

  test('takes an SSH key that is there already', () => {
    const things = synth({
      clouds: [{ cloud: 'hetzner', region: 'fsn1', sshKeyId: 'hetzner/17' }],
      sshPublicKey: undefined,
    });
    expect(things['hansa_ssh_key']).toBeUndefined();
    expect(things['hansa_server']?.['hetzner-fsn1_server-1']).toMatchObject({ ssh_key_ids: ['hetzner/17'] });
  });

  test('gives out its addresses by place', () => {
    const { cdk, constructs } = fork;
    const stack = newStack();
    const web = new constructs.WebService(stack, 'web', PROPS);
    new cdk.TerraformOutput(stack, 'addresses', { value: web.addresses });
    const { output } = JSON.parse(cdk.Testing.synth(stack)) as { output: { addresses: { value: object } } };
    expect(output.addresses.value).toEqual({
      'hetzner-fsn1': expect.stringMatching(/^\$\{hansa_public_ip\.web_hetzner-fsn1_public-ip_\w+\.address}$/),
      'scaleway-fr-par-1': expect.stringMatching(
        /^\$\{hansa_public_ip\.web_scaleway-fr-par-1_public-ip_\w+\.address}$/,
      ),
    });
    expect(web.deploymentsAt('scaleway').map(({ region }) => region)).toEqual(['fr-par-1']);
  });

  test('leaves what is known only when Terraform runs to the provider', () => {
    const { cdk, constructs } = fork;
    const stack = newStack();
    const text = new cdk.TerraformVariable(stack, 'text', { type: 'string' });
    const number = new cdk.TerraformVariable(stack, 'number', { type: 'number' });
    new constructs.WebService(stack, 'web', {
      ...PROPS,
      size: text.stringValue,
      image: text.stringValue,
      sshPublicKey: text.stringValue,
      volumeGib: number.numberValue,
      ports: [number.numberValue],
    });
    const { resource } = JSON.parse(cdk.Testing.synth(stack, true)) as { resource: Things };
    const reference = `\${var.number}`;
    const [firewall] = Object.values(resource['hansa_firewall'] ?? {});
    expect(firewall).toMatchObject({ rules: [{ ports: reference }] });
    const [volume] = Object.values(resource['hansa_volume'] ?? {});
    expect(volume).toMatchObject({ size_gib: reference });
  });

  test('uses the provider that it is given', () => {
    const { cdk, provider, constructs } = fork;
    const stack = newStack();
    const other = new provider.HansaProvider(stack, 'other', { alias: 'other' });
    new constructs.WebService(stack, 'web', { ...PROPS, provider: other });
    const { resource } = JSON.parse(cdk.Testing.synth(stack)) as { resource: Things };
    const all = Object.values(resource).flatMap((things) => Object.values(things));
    expect(new Set(all.map((thing) => thing['provider']))).toEqual(new Set(['hansa.other']));
  });

  test('says everything that is wrong at once, each at its prop', () => {
    const wrong = () =>
      synth({
        clouds: [
          { cloud: 'hetzner', region: 'fsn1' },
          { cloud: 'hetzner', region: 'fsn1', sshKeyId: '' },
          { cloud: '', region: 'x' },
        ],
        serversPerCloud: 0.5,
        size: ' ',
        image: '',
        sshPublicKey: '-----BEGIN OPENSSH PRIVATE KEY-----',
        ports: [443, 70_000],
        volumeGib: -1,
      });
    expect(wrong).toThrow(
      [
        'WebService "stack/web":',
        '  clouds[1]: hetzner fsn1 is there twice; to have more servers, raise serversPerCloud',
        '  clouds[1].sshKeyId: is missing',
        '  clouds[2].cloud: is missing',
        '  serversPerCloud: 0.5 is not a whole number from 1 to 1000',
        '  size: is missing',
        '  image: is missing',
        '  sshPublicKey: is not a public key: use the one line of a .pub file, "ssh-ed25519 AAAA… comment"',
        '  ports[1]: 70000 is not a port, a whole number from 1 to 65535',
        '  volumeGib: -1 is not a whole number of GiB',
      ].join('\n'),
    );
  });

  test.each<[string, Partial<WebServiceProps>, string]>([
    ['no cloud', { clouds: [] }, 'clouds: is empty'],
    ['no key', { sshPublicKey: undefined }, 'sshPublicKey: is missing, and not every cloud has an sshKeyId'],
    ['a name of bad form', { name: 'My Shop' }, 'name: "My Shop" cannot start a name'],
    ['a name that gets too long', { name: 'a'.repeat(60) }, 'characters, and clouds take 63'],
  ])('refuses %s', (_, props, message) => {
    expect(() => synth(props)).toThrow(message);
  });

  test('refuses a region and a count that only Terraform knows, since ids are made of them', () => {
    const { cdk } = fork;
    const unknown = (props: Partial<WebServiceProps>) => () => synth(props);
    const region = cdk.Fn.lower('FSN1');
    expect(unknown({ clouds: [{ cloud: 'hetzner', region }] })).toThrow('clouds[0].region: must be known at synthesis');
    const serversPerCloud = cdk.Token.asNumber({ resolve: () => 2, creationStack: [], toString: () => '' });
    expect(unknown({ serversPerCloud })).toThrow('serversPerCloud: must be known at synthesis');
  });
});
