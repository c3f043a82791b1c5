import { PROVIDER, servers } from './fleet.fixture.js';
import { Ground, type Workspace } from './ground.fixture.js';

interface Rule {
  direction: string;
  action: string;
  protocol: string;
  destination_port_start: string;
}

const CLOUD = 'upcloud';
const firewall = (ports: string) => `resource "hansa_firewall" "web" {
  cloud = "${CLOUD}"
  name  = "web"
  rules = [{ direction = "in", protocol = "tcp", ports = "${ports}", cidrs = ["0.0.0.0/0", "::/0"] }]
}
`;
const hcl = (ports: string) =>
  PROVIDER + firewall(ports) + servers(CLOUD, 3, { firewall_ids: '[hansa_firewall.web.id]' });

/** Where a cloud has a list of rules for each server and none for several, one firewall in Terraform is many lists there. */
describe('a firewall that is written to each server', () => {
  let ground: Ground;
  let workspace: Workspace;

  beforeAll(async () => {
    ground = await Ground.inProcess();
    workspace = await ground.workspaceInProcess(hcl('22'));
  });
  afterAll(() => ground.close());

  const ids = async () => {
    const { servers: list } = await ground.ask<{ servers: { server: { uuid: string }[] } }>(
      CLOUD,
      'GET',
      '/1.3/server',
    );
    return list.server.map(({ uuid }) => uuid);
  };
  /** The port that each server lets in, where its list ends with dropping everything else. */
  const ports = async () => {
    const lists = (await ids()).map(async (id) => {
      const rules = await ground.ask<{ firewall_rules: { firewall_rule: Rule[] } }>(
        CLOUD,
        'GET',
        `/1.3/server/${id}/firewall_rule`,
      );
      const list = rules.firewall_rules.firewall_rule;
      expect(list.at(-1)).toMatchObject({ direction: 'in', action: 'drop', protocol: '' });
      return list[0]?.destination_port_start;
    });
    return Promise.all(lists);
  };

  test('the plan says what stays open, and the second one is empty', async () => {
    expect((await workspace.ok('plan', '-input=false')).replace(/[\s│]+/g, ' ')).toContain(
      'get in from everywhere to the ports 32768 to 65535',
    );
    await workspace.apply();
    expect(await ports()).toEqual(['22', '22', '22']);
    await workspace.expectNoChanges();
  });

  test('a change that fails half way is gone on with', async () => {
    const [, second = ''] = await ids();
    const path = `/1.3/server/${second}/firewall_rule`;
    ground.emulator.faults.add({ kind: 'status', cloud: CLOUD, method: 'PUT', path, status: 400 });
    workspace.write(hcl('443'));
    const failed = await workspace.run(['apply', '-auto-approve', '-input=false']);
    expect(failed.code).toBe(1);
    expect((await ports()).sort()).toEqual(['22', '443', '443']);
    expect(await workspace.apply()).toContain('0 added');
    expect(await ports()).toEqual(['443', '443', '443']);
    await workspace.expectNoChanges();
  });

  test('what other hands did to one list shows at its server, and apply mends it', async () => {
    const [first = ''] = await ids();
    const open = { firewall_rules: { firewall_rule: [{ direction: 'in', action: 'accept' }] } };
    await ground.ask(CLOUD, 'PUT', `/1.3/server/${first}/firewall_rule`, open);
    const plan = await workspace.ok('plan', '-input=false');
    expect(plan).toContain('Plan: 0 to add, 1 to change, 0 to destroy');
    expect(plan).toMatch(/firewall_ids/);
    await workspace.apply();
    expect(await ports()).toEqual(['443', '443', '443']);
    await workspace.expectNoChanges();
  });

  test('taken out of the configuration with its servers in place, it lets them out', async () => {
    workspace.write(PROVIDER + servers(CLOUD, 3));
    expect(await workspace.apply()).toContain('0 added, 3 changed, 1 destroyed');
    for (const id of await ids()) {
      const { server } = await ground.ask<{ server: { firewall: string } }>(CLOUD, 'GET', `/1.3/server/${id}`);
      expect(server.firewall).toBe('off');
    }
    await workspace.expectNoChanges();
    await workspace.ok('destroy', '-auto-approve', '-input=false');
    expect(await ground.inventory(CLOUD)).toEqual({});
  });
});
