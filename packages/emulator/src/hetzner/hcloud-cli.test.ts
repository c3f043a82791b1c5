import { spawn, spawnSync } from 'node:child_process';
import { newProject, type Project, PUBLIC_KEY } from './hetzner.fixture.js';

/** Debian 12's hcloud-cli 1.30.3, which knows nothing of the changes since (Arm, locations for datacenters), and works all the same. */
const there = spawnSync('hcloud', ['help']).status === 0;
if (!there)
  process.stdout.write('hcloud is not installed (apt install hcloud-cli): the vendor’s own CLI was not tried\n');

(there ? describe : describe.skip)('the vendor’s own CLI', () => {
  let project: Project;
  beforeEach(async () => {
    project = await newProject({ durations: { hetzner: { '*': 0 } } });
  });
  afterEach(() => project.close());

  const hcloud = (...words: string[]): Promise<string> =>
    new Promise((resolve, reject) => {
      const child = spawn('hcloud', words, {
        env: { PATH: process.env['PATH'], HOME: '/nonexistent', ...project.emulator.env },
      });
      let output = '';
      child.stdout.on('data', (text) => (output += text));
      child.stderr.on('data', (text) => (output += text));
      child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(output))));
    });

  it('makes, changes and deletes one of everything', async () => {
    await project.done('POST', '/ssh_keys', { name: 'k', public_key: PUBLIC_KEY });
    await hcloud('network', 'create', '--name', 'n', '--ip-range', '10.0.0.0/16');
    await hcloud(
      'network',
      'add-subnet',
      'n',
      '--type',
      'cloud',
      '--network-zone',
      'eu-central',
      '--ip-range',
      '10.0.1.0/24',
    );
    await hcloud('firewall', 'create', '--name', 'f');
    await hcloud(
      'firewall',
      'add-rule',
      'f',
      '--direction',
      'in',
      '--protocol',
      'tcp',
      '--port',
      '22',
      '--source-ips',
      '0.0.0.0/0',
    );
    await hcloud('volume', 'create', '--name', 'v', '--size', '10', '--location', 'fsn1', '--format', 'ext4');
    await hcloud('placement-group', 'create', '--name', 'g', '--type', 'spread');
    const made = await hcloud(
      ...[
        'server',
        'create',
        '--name',
        's',
        '--type',
        'cx23',
        '--image',
        'debian-12',
        '--location',
        'fsn1',
        '--ssh-key',
        'k',
      ],
      ...['--network', 'n', '--volume', 'v', '--firewall', 'f', '--placement-group', 'g', '--label', 'role=web'],
    );
    expect(made).toMatch(/Server \d+ created\nIPv4: 198\.18\./);
    expect(await hcloud('server', 'list')).toMatch(/\ss\s+running\s+198\.18\..*10\.0\.1\.1 \(n\)/);
    expect(await hcloud('server', 'describe', 's')).toMatch(/Placement Group:\n {2}ID:.*\n {2}Name:\s+g/);
    await hcloud('server', 'poweroff', 's');
    await hcloud('server', 'change-type', 's', 'cx33');
    await hcloud('server', 'rebuild', 's', '--image', 'ubuntu-24.04');
    await hcloud('server', 'create-image', 's', '--type', 'snapshot', '--description', 'kept');
    expect(await hcloud('image', 'list', '-t', 'snapshot')).toContain('kept');
    await hcloud('server', 'detach-from-network', 's', '--network', 'n');
    await hcloud('server', 'attach-to-network', 's', '--network', 'n', '--ip', '10.0.1.50');
    await hcloud('server', 'set-rdns', 's', '--hostname', 's.example', '--ip', '198.18.0.2');
    expect(await hcloud('primary-ip', 'list')).toContain('s.example');
    await hcloud('floating-ip', 'create', '--type', 'ipv4', '--name', 'fip', '--server', 's');
    await hcloud('floating-ip', 'unassign', 'fip');
    await hcloud('volume', 'detach', 'v');
    await hcloud('volume', 'resize', 'v', '--size', '20');
    await expect(hcloud('firewall', 'delete', 'f')).rejects.toThrow('is still in use (resource_in_use)');
    await expect(hcloud('datacenter', 'list')).rejects.toThrow('deprecated_api_endpoint');
    expect(await hcloud('server', 'metrics', 's', '--type', 'cpu')).toContain('Metric: cpu');
    for (const [kind, name] of Object.entries({
      server: 's',
      volume: 'v',
      network: 'n',
      firewall: 'f',
      'placement-group': 'g',
    })) {
      await hcloud(kind, 'delete', name);
    }
    await hcloud('floating-ip', 'delete', 'fip');
    for (const kind of ['servers', 'volumes', 'networks', 'firewalls', 'floating_ips', 'primary_ips']) {
      expect((await project.call('GET', `/${kind}`)).body[kind]).toEqual([]);
    }
  });
});
