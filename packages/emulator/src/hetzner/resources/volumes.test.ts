import { newProject, type Project } from '../hetzner.fixture.js';

let project: Project;
beforeEach(async () => {
  project = await newProject();
});
afterEach(() => project.close());

const volume = { name: 'v', size: 10, location: 'fsn1', format: 'ext4' };
const server = async (location = 'fsn1', name = 's') =>
  (await project.done('POST', '/servers', { name, server_type: 'cx23', image: 'debian-12', location })).server;
const read = async (id: number) => (await project.call('GET', `/volumes/${id}`)).body.volume;
const act = (id: number, action: string, body: object = {}) =>
  project.done('POST', `/volumes/${id}/actions/${action}`, body);

describe('volumes', () => {
  it('are created, resized, attached, detached and deleted', async () => {
    const { body } = await project.call('POST', '/volumes', { ...volume, labels: { a: 'b' } });
    expect(body.volume).toMatchObject({ status: 'creating', server: null, location: { name: 'fsn1' } });
    expect(body.next_actions).toEqual([]);
    const { id } = body.volume;
    expect(body.volume.linux_device).toBe(`/dev/disk/by-id/scsi-0HC_Volume_${id}`);
    project.clock.advance(1000);
    expect(await read(id)).toMatchObject({ status: 'available', size: 10 });

    await act(id, 'resize', { size: 20 });
    expect((await read(id)).size).toBe(20);
    await project.refused('invalid_input', 'POST', `/volumes/${id}/actions/resize`, { size: 20 });

    const { id: serverId } = await server();
    await act(id, 'attach', { server: serverId });
    expect((await read(id)).server).toBe(serverId);
    expect((await project.call('GET', `/servers/${serverId}`)).body.server.volumes).toEqual([id]);
    await project.refused('volume_already_attached', 'POST', `/volumes/${id}/actions/attach`, { server: serverId });
    await project.refused('resource_in_use', 'DELETE', `/volumes/${id}`);
    await act(id, 'detach');
    expect((await read(id)).server).toBeNull();
    await project.refused('invalid_input', 'POST', `/volumes/${id}/actions/detach`);
    expect((await project.call('DELETE', `/volumes/${id}`)).status).toBe(204);
  });

  it('are attached by an action of their own when made for a server', async () => {
    const { id: serverId } = await server();
    const { body } = await project.call('POST', '/volumes', {
      name: 'v',
      size: 10,
      server: serverId,
      format: 'xfs',
      automount: true,
    });
    expect(body.volume.server).toBeNull();
    expect(body.next_actions).toMatchObject([{ command: 'attach_volume', status: 'running' }]);
    project.clock.advance(5000);
    expect((await read(body.volume.id)).server).toBe(serverId);
  });

  it('lock while an action runs', async () => {
    const { body } = await project.call('POST', '/volumes', volume);
    const locked = await project.call('POST', `/volumes/${body.volume.id}/actions/resize`, { size: 30 });
    expect(locked).toMatchObject({ status: 423, body: { error: { code: 'locked' } } });
    expect(locked.body.error.message).toBe('cannot perform operation because volume is locked');
    await project.refused('locked', 'DELETE', `/volumes/${body.volume.id}`);
  });

  it.each([
    [{ ...volume, size: 9 }, 'size'],
    [{ ...volume, size: 10_241 }, 'size'],
    [{ ...volume, size: 10.5 }, 'size'],
    [{ ...volume, name: '-v' }, 'name'],
    [{ ...volume, location: 'moon' }, 'location'],
    [{ name: 'v', size: 10 }, 'location'],
    [{ ...volume, format: 'ntfs' }, 'format'],
    [{ ...volume, automount: true }, 'automount'],
  ])('refuse %j', async (body, field) => {
    const error = await project.refused('invalid_input', 'POST', '/volumes', body);
    expect(error.details.fields.map(({ name }: { name: string }) => name)).toEqual([field]);
  });

  it('stay in their location, sixteen on a server', async () => {
    const { volume: here } = await project.done('POST', '/volumes', volume);
    const there = await server('nbg1');
    await project.refused('invalid_input', 'POST', `/volumes/${here.id}/actions/attach`, { server: there.id });
    const near = await server('fsn1', 'near');
    for (let n = 0; n < 16; n += 1)
      await project.done('POST', '/volumes', { name: `v${n}`, size: 10, server: near.id });
    await project.refused('resource_limit_exceeded', 'POST', `/volumes/${here.id}/actions/attach`, { server: near.id });
  });

  it('are protected, renamed, and out of stock when told so', async () => {
    const { volume: made } = await project.done('POST', '/volumes', volume);
    await act(made.id, 'change_protection', { delete: true });
    await project.refused('protected', 'DELETE', `/volumes/${made.id}`);
    const renamed = await project.done('PUT', `/volumes/${made.id}`, { name: 'w' });
    expect(renamed.volume).toMatchObject({ name: 'w', protection: { delete: true } });
    project.emulator.stock.soldOut('hetzner', 'volume', 'fsn1');
    await project.refused('no_space_left_in_location', 'POST', '/volumes', volume);
  });
});
