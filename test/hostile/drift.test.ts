import { PROVIDER, server, volume } from './fleet.fixture.js';
import { Ground, type Workspace } from './ground.fixture.js';

/** How somebody else does it at each vendor: the tests know the vendors' own APIs, not our code. */
const ELSEWHERE: Record<string, (ground: Ground, id: string) => Record<string, () => Promise<unknown>>> = {
  hetzner: (ground, id) => {
    const path = `/servers/${id.split('/')[1]}`;
    const act = (what: string, body?: unknown) => ground.ask('hetzner', 'POST', `${path}/actions/${what}`, body ?? {});
    return {
      delete: () => ground.ask('hetzner', 'DELETE', path),
      off: () => act('poweroff'),
      resize: () => act('change_type', { server_type: 'cx33', upgrade_disk: false }),
      rename: () => ground.ask('hetzner', 'PUT', path, { name: 'renamed' }),
      label: () => ground.ask('hetzner', 'PUT', path, { labels: { 'hansa-owner': 'shop', role: 'db', extra: 'x' } }),
      detach: async () => {
        const { volumes } = await ground.ask<{ volumes: { id: number }[] }>('hetzner', 'GET', '/volumes?name=data');
        await ground.ask('hetzner', 'POST', `/volumes/${volumes[0]!.id}/actions/detach`, {});
      },
    };
  },
  scaleway: (ground, id) => {
    const path = `/instance/v1/zones/fr-par-1/servers/${id.split('/')[2]}`;
    const patch = (body: unknown) => ground.ask('scaleway', 'PATCH', path, body);
    return {
      delete: () => ground.ask('scaleway', 'POST', `${path}/action`, { action: 'terminate' }),
      off: () => ground.ask('scaleway', 'POST', `${path}/action`, { action: 'poweroff' }),
      resize: () => patch({ commercial_type: 'DEV1-L' }),
      rename: () => patch({ name: 'renamed' }),
      label: () => patch({ tags: ['hansa-owner=shop', 'role=db', 'extra=x'] }),
      detach: async () => {
        const { volumes } = await ground.ask<{ volumes: { id: string; name: string }[] }>(
          'scaleway',
          'GET',
          '/block/v1/zones/fr-par-1/volumes?name=data',
        );
        await ground.ask('scaleway', 'POST', `${path}/detach-volume`, { volume_id: volumes[0]!.id });
      },
    };
  },
  upcloud: (ground, id) => {
    const path = `/1.3/server/${id.split('/')[1]}`;
    const put = (server: unknown) => ground.ask('upcloud', 'PUT', path, { server });
    const off = () => ground.ask('upcloud', 'POST', `${path}/stop`, { stop_server: { stop_type: 'hard' } });
    const detach = () =>
      ground.ask('upcloud', 'POST', `${path}/storage/detach`, { storage_device: { address: 'virtio:1' } });
    return {
      delete: async () => {
        await off();
        await detach();
        await ground.ask('upcloud', 'DELETE', `${path}?storages=1`);
      },
      off,
      detach,
      resize: () => put({ plan: '4xCPU-8GB' }),
      rename: () => put({ title: 'renamed' }),
      label: () =>
        put({
          labels: {
            label: [
              { key: 'hansa-owner', value: 'shop' },
              { key: 'role', value: 'db' },
              { key: 'extra', value: 'x' },
            ],
          },
        }),
    };
  },
  // Labels stand behind the name.
  ovh: (ground, id) => {
    const project = `/1.0/cloud/project/${ground.emulator.env['OVH_CLOUD_PROJECT_SERVICE']}`;
    const path = `${project}/instance/${id.split('/')[1]}`;
    const ask = <T>(method: string, to: string, body?: unknown) => ground.ask<T>('ovh', method, to, body);
    type Named = { id: string; name: string };
    const rewrite = async (change: (name: string) => string) =>
      ask('PUT', path, { instanceName: change((await ask<Named>('GET', path)).name) });
    return {
      delete: () => ask('DELETE', path),
      off: () => ask('POST', `${path}/stop`),
      resize: async () => {
        const flavors = await ask<Named[]>('GET', `${project}/flavor?region=GRA11`);
        await ask('POST', `${path}/resize`, { flavorId: flavors.find(({ name }) => name === 'd2-8')!.id });
      },
      rename: () => rewrite((name) => name.replace(/^\S+/, 'renamed')),
      label: () => rewrite((name) => `${name.replace('role=web', 'role=db')} extra=x`),
      detach: async () => {
        const [volume] = await ask<Named[]>('GET', `${project}/volume`);
        await ask('POST', `${project}/volume/${volume!.id}/detach`, { instanceId: id.split('/')[1] });
      },
    };
  },
  // A server stands in a data center, and so does all that is done to it.
  ionos: (ground, id) => {
    const [, dc, server] = id.split('/');
    const path = `/datacenters/${dc}/servers/${server}`;
    const ask = <T>(method: string, to: string, body?: unknown) => ground.ask<T>('ionos', method, to, body);
    const label = (key: string, value: string, method = 'POST') =>
      ask(method, `${path}/labels${method === 'PUT' ? `/${key}` : ''}`, { properties: { key, value } });
    const detach = async () => {
      type Volumes = { items: { id: string; properties: { name: string } }[] };
      const { items } = await ask<Volumes>('GET', `${path}/volumes?depth=1`);
      for (const one of items) if (one.properties.name === 'data') await ask('DELETE', `${path}/volumes/${one.id}`);
    };
    return {
      delete: async () => {
        await detach();
        await ask('DELETE', `${path}?deleteVolumes=true`);
      },
      off: () => ask('POST', `${path}/stop`),
      detach,
      resize: () => ask('PATCH', path, { cores: 4, ram: 8192 }),
      rename: () => ask('PATCH', path, { name: 'renamed' }),
      label: async () => {
        await label('role', 'db', 'PUT');
        await label('extra', 'x');
      },
    };
  },
};
/** `more` is what else a change of the size elsewhere shows: Hetzner starts the server after it, at the others it stays off. */
const SIZES: Record<string, { size: string; bigger: string; more: string[] }> = {
  hetzner: {
    size: 'cx23',
    bigger: 'cx33',
    more: ['~ memory_gib = 8 -> 4', '~ vcpus = 4 -> 2', '~ disruption = "none" -> "stop"'],
  },
  scaleway: {
    size: 'DEV1-M',
    bigger: 'DEV1-L',
    more: ['~ memory_gib = 8 -> 4', '~ vcpus = 4 -> 3', '~ power = "off" -> "on"'],
  },
  upcloud: {
    size: '2xCPU-4GB',
    bigger: '4xCPU-8GB',
    more: ['~ memory_gib = 8 -> 4', '~ vcpus = 4 -> 2', '~ power = "off" -> "on"'],
  },
  ovh: {
    size: 'd2-4',
    bigger: 'd2-8',
    more: ['~ memory_gib = 8 -> 4', '~ vcpus = 4 -> 2', '~ power = "off" -> "on"', '~ disruption = "none" -> "stop"'],
  },
  ionos: {
    size: 'VCPU-2-4',
    bigger: 'VCPU-4-8',
    more: ['~ memory_gib = 8 -> 4', '~ vcpus = 4 -> 2', '~ power = "off" -> "on"'],
  },
};
/** Actions of the vendors' end at once: who meddles does not wait for them. */
const AT_ONCE = { hetzner: { '*': 0 }, scaleway: { '*': 0 }, upcloud: { '*': 0 }, ovh: { '*': 0 }, ionos: { '*': 0 } };

describe.each(Object.keys(ELSEWHERE))(
  'what somebody else did at %s: the plan shows just that, and apply mends it',
  (cloud) => {
    let ground: Ground;
    let workspace: Workspace;
    const hcl =
      PROVIDER +
      server('web', cloud, { size: `"${SIZES[cloud]!.size}"`, labels: '{ role = "web" }' }) +
      volume('data', cloud, { server_id: 'hansa_server.web.id' });

    beforeAll(async () => {
      ground = await Ground.inProcess({ durations: AT_ONCE });
      workspace = await ground.workspaceInProcess(hcl);
      await workspace.apply();
    });
    afterAll(() => ground.close());

    const serverId = () =>
      String(workspace.resources().find(({ address }) => address === 'hansa_server.web')?.attributes['id']);

    /** The lines of a plan that say what changes, without what follows from it. */
    const changes = (plan: string) =>
      plan
        .split('\n')
        .filter(
          (line) =>
            /^ +[-+~] /.test(line) && !/resource "|\(known after apply\)|update in-place|labels += \{/.test(line),
        )
        .map((line) => line.trim().replace(/\s+/g, ' '));

    const { size, bigger, more } = SIZES[cloud]!;
    test.each<[string, string[]]>([
      ['rename', ['~ name = "renamed" -> "web"']],
      ['label', ['- "extra" = "x" -> null', '~ "role" = "db" -> "web"']],
      ['off', ['~ power = "off" -> "on"']],
      ['resize', [...more, `~ native_size = "${bigger}" -> "${size}"`, `~ size = "${bigger}" -> "${size}"`]],
      ['detach', [`+ server_id = "<the server>"`]],
    ])('%s', async (what, shown) => {
      const act = ELSEWHERE[cloud]!(ground, serverId());
      if (what === 'resize') await act['off']!();
      await act[what]!();
      const plan = await workspace.ok('plan', '-input=false');
      expect(plan).toContain('Plan: 0 to add, 1 to change, 0 to destroy');
      expect(changes(plan.replaceAll(serverId(), '<the server>')).sort()).toEqual([...shown].sort());
      expect(await workspace.apply()).toContain('0 added, 1 changed, 0 destroyed');
      await workspace.expectNoChanges();
    });

    test('delete', async () => {
      await ELSEWHERE[cloud]!(ground, serverId())['delete']!();
      const plan = await workspace.ok('plan', '-input=false');
      expect(plan).toMatch(/hansa_server.web will be created/);
      expect(plan).toContain('Plan: 1 to add, 1 to change, 0 to destroy');
      expect(await workspace.apply()).toContain('1 added, 1 changed, 0 destroyed');
      await workspace.expectNoChanges();
    });

    test('all of it at once', async () => {
      const act = ELSEWHERE[cloud]!(ground, serverId());
      for (const what of ['rename', 'label', 'detach', 'off', 'resize']) await act[what]!();
      expect(await workspace.apply()).toContain('0 added, 2 changed, 0 destroyed');
      await workspace.expectNoChanges();
    });
  },
);
