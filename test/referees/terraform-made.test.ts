import { type Emulator, startEmulator } from '@hansa/emulator';
import { workload } from '../../packages/terraform-provider/test/workload.js';
import { Workspace } from '../../packages/terraform-provider/test/workspace.js';
import { findHcloud, hcloudAt, type Json } from './hcloud.js';
import { QUICK, scalewayClients } from './scaleway-clients.js';

/** A vendor's own client, looking at what the real Terraform made through our provider. */
interface Referee {
  /** Names of what there is, by kind; servers with their state. */
  see(): Promise<Record<string, string[]>>;
  /** Ids of all that is left, what belongs to other things too: disks, addresses. */
  left(): Promise<unknown[]>;
  /** Changes one of each kind behind Terraform's back. */
  meddle(): Promise<void>;
}

const hcloud = findHcloud();
if ('reason' in hcloud) process.stderr.write(`hcloud-cli: not tried, ${hcloud.reason}\n`);

const REFEREES: Record<string, ((env: Readonly<Record<string, string>>) => Referee) | undefined> = {
  hetzner: 'program' in hcloud ? (env) => byHcloud(hcloud.program, env) : undefined,
  scaleway: byScalewayClients,
};

const tried = Object.entries(REFEREES).filter(([, referee]) => referee);

describe.each(tried)('what Terraform made at %s', (cloud, open) => {
  let emulator: Emulator;
  let workspace: Workspace;
  let referee: Referee;

  beforeAll(async () => {
    emulator = await startEmulator({ clouds: [cloud], durations: { [cloud]: { '*': 0 } } });
    referee = open!(emulator.env);
    workspace = new Workspace(emulator.env);
    await workspace.install();
    workspace.write(workload(cloud));
    await workspace.init();
    await workspace.apply();
  });
  afterAll(async () => {
    workspace.remove();
    await emulator.close();
    expect(emulator.failures).toEqual([]);
  });

  const MADE = {
    server: ['web-1 running', 'web-2 running'],
    network: ['net'],
    firewall: ['web'],
    volume: ['data'],
    address: ['ip'],
    key: ['me'],
  };

  test("the vendor's own client sees", async () => {
    expect(await referee.see()).toEqual(MADE);
  });

  test('it changes, Terraform says each change and takes it back', async () => {
    await referee.meddle();
    expect(await plannedChanges(workspace)).toEqual({
      'hansa_server.web[0]': ['labels'],
      'hansa_server.web[1]': ['power'],
      'hansa_firewall.web': ['rules'],
      'hansa_volume.data': ['name'],
      'hansa_public_ip.ip': ['server_id'],
    });
    expect(await workspace.apply()).toContain('0 added, 5 changed, 0 destroyed');
    await workspace.expectNoChanges();
    expect(await referee.see()).toEqual(MADE);
  });

  test('is gone for it too, once Terraform has destroyed it', async () => {
    await workspace.destroy();
    expect(await referee.left()).toEqual([]);
  });
});

/** What a plan would change, by resource: the attributes that differ, of those that are known. */
async function plannedChanges(workspace: Workspace): Promise<Record<string, string[]>> {
  await workspace.ok('plan', '-input=false', '-out=meddled.tfplan');
  interface Change {
    address: string;
    change: { actions: string[]; before: Json; after: Json };
  }
  const shown = JSON.parse(await workspace.ok('show', '-json', 'meddled.tfplan')) as { resource_changes: Change[] };
  return Object.fromEntries(
    shown.resource_changes
      .filter(({ change }) => change.actions.join() === 'update')
      .map(({ address, change: { before, after } }) => [
        address,
        Object.keys(after).filter(
          (name) => name !== 'disruption' && JSON.stringify(after[name]) !== JSON.stringify(before[name]),
        ),
      ]),
  );
}

function byHcloud(program: string, env: Readonly<Record<string, string>>): Referee {
  const cli = hcloudAt(program, env);
  // An empty list is null here.
  const list = async (kind: string) => (await cli.json<Json[] | null>(kind, 'list')) ?? [];
  const names = async (kind: string) => (await list(kind)).map(({ name }) => String(name)).sort();
  return {
    see: async () => ({
      server: (await list('server')).map(({ name, status }) => `${name} ${status}`).sort(),
      network: await names('network'),
      firewall: await names('firewall'),
      volume: await names('volume'),
      address: await names('floating-ip'),
      key: await names('ssh-key'),
    }),
    left: async () =>
      (
        await Promise.all(
          ['server', 'network', 'firewall', 'volume', 'floating-ip', 'primary-ip', 'ssh-key'].map((kind) => list(kind)),
        )
      ).flat(),
    async meddle() {
      await cli.hcloud('server', 'add-label', 'web-1', 'tier=front');
      await cli.hcloud('server', 'poweroff', 'web-2');
      await cli.hcloud('firewall', 'delete-rule', 'web', ...RULE);
      await cli.hcloud('volume', 'update', 'data', '--name', 'date');
      await cli.hcloud('floating-ip', 'unassign', 'ip');
    },
  };
}

const RULE = '--direction in --protocol tcp --port 22 --source-ips 0.0.0.0/0 --source-ips ::/0'.split(' ');

function byScalewayClients(env: Readonly<Record<string, string>>): Referee {
  const { instance, block, vpc, iam } = scalewayClients(env);
  const servers = () => instance.listServers().all();
  const groups = async () => (await instance.listSecurityGroups().all()).filter((group) => !group.projectDefault);
  const idOf = async (name: string) => (await servers()).find((server) => server.name === name)!.id;
  // Keys have no tags, and addresses no name: the SDK's marks stand behind the one and are the other.
  const bare = (text: string) => text.replace(/ hansa-.*$/, '');
  return {
    see: async () => ({
      server: (await servers()).map(({ name, state }) => `${name} ${state}`).sort(),
      network: (await vpc.listVPCs().all()).filter((one) => !one.isDefault).map(({ name }) => name),
      firewall: (await groups()).map(({ name }) => name),
      // Each server boots from a volume too.
      volume: (await block.listVolumes({ includeDeleted: false }).all())
        .map(({ name }) => name)
        .filter((name) => name === 'data'),
      address: (await instance.listIps().all()).flatMap(({ tags }) =>
        tags.flatMap((tag) => /^hansa-name=(.*)/.exec(tag)?.[1] ?? []),
      ),
      key: (await iam.listSSHKeys().all()).map(({ name }) => bare(name)),
    }),
    left: async () => [
      ...(await servers()),
      ...(await groups()),
      ...(await vpc.listVPCs().all()).filter((one) => !one.isDefault),
      ...(await vpc.listPrivateNetworks().all()),
      ...(await block.listVolumes({ includeDeleted: false }).all()),
      ...(await instance.listIps().all()),
      ...(await iam.listSSHKeys().all()),
    ],
    async meddle() {
      const [first, second] = [await idOf('web-1'), await idOf('web-2')];
      const { server } = await instance.getServer({ serverId: first });
      await instance.updateServer({ serverId: first, tags: [...server!.tags, 'tier=front'] });
      await instance.serverActionAndWait({ serverId: second, action: 'poweroff' }, QUICK);
      const [group] = await groups();
      const rules = await instance.listSecurityGroupRules({ securityGroupId: group!.id }).all();
      for (const rule of rules.filter(({ destPortFrom, editable }) => editable && destPortFrom === 22)) {
        await instance.deleteSecurityGroupRule({ securityGroupId: group!.id, securityGroupRuleId: rule.id });
      }
      const volumes = await block.listVolumes({ includeDeleted: false }).all();
      await block.updateVolume({ volumeId: volumes.find(({ name }) => name === 'data')!.id, name: 'date' });
      const [ip] = await instance.listIps().all();
      await instance.updateIp({ ip: ip!.id, server: null });
    },
  };
}
