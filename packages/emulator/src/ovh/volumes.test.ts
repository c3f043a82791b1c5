import { newProject, type Project, REGION } from './ovh.fixture.js';

let project: Project;
beforeEach(async () => {
  project = await newProject();
});
afterEach(() => project.close());

const fetched = (id: string) => project.done('GET', `/volume/${id}`);

it('attaches to a server of its region, and is free again when that goes', async () => {
  const { id } = await project.volume();
  const other = await project.volume({ region: 'BHS5' });
  const server = await project.running();
  await project.refused(400, 'instance does not exist', 'POST', `/volume/${other.id}/attach`, {
    instanceId: server.id,
  });
  const attaching = await project.done('POST', `/volume/${id}/attach`, { instanceId: server.id });
  expect(attaching).toMatchObject({ status: 'attaching', attachedTo: [] });
  await project.refused(400, 'must be available', 'POST', `/volume/${id}/attach`, { instanceId: server.id });
  project.pass(60_000);
  expect(await fetched(id)).toMatchObject({ status: 'in-use', attachedTo: [server.id] });
  await project.done('DELETE', `/instance/${server.id}`);
  project.pass(60_000);
  expect(await fetched(id)).toMatchObject({ status: 'available', attachedTo: [] });
});

it('grows while it hangs nowhere, and does not shrink', async () => {
  const { id } = await project.volume();
  project.pass(60_000);
  await project.refused(400, 'greater than current size', 'POST', `/volume/${id}/upsize`, { size: 10 });
  await project.done('POST', `/volume/${id}/upsize`, { size: 20 });
  project.pass(60_000);
  expect(await fetched(id)).toMatchObject({ status: 'available', size: 20 });
  const server = await project.running();
  await project.done('POST', `/volume/${id}/attach`, { instanceId: server.id });
  project.pass(60_000);
  await project.refused(400, 'must be available', 'POST', `/volume/${id}/upsize`, { size: 30 });
  await project.refused(400, 'must be available', 'DELETE', `/volume/${id}`);
});

it('stays while there are snapshots of it', async () => {
  const { id } = await project.volume({ description: 'kept' });
  project.pass(60_000);
  const snapshot = await project.done('POST', `/volume/${id}/snapshot`, { name: 'first' });
  await project.refused(400, 'dependent snapshots', 'DELETE', `/volume/${id}`);
  await project.done('DELETE', `/volume/snapshot/${snapshot.id}`);
  await project.done('PUT', `/volume/${id}`, { name: 'renamed' });
  expect(await fetched(id)).toMatchObject({ name: 'renamed', description: 'kept' });
  await project.done('DELETE', `/volume/${id}`);
  project.pass(60_000);
  await project.refused(404, 'Volume does not exist', 'GET', `/volume/${id}`);
});

it('counts what there is', async () => {
  await project.volume({ size: 30 });
  await project.running();
  const quotas = await project.done('GET', `/region/${REGION}/quota`);
  expect(quotas.volume).toMatchObject({ usedGigabytes: 30, volumeCount: 1 });
  expect(quotas.instance).toMatchObject({ usedInstances: 1, usedCores: 1, usedRAM: 2000 });
  project.emulator.quotas.set('ovh', 'gigabytes', 35);
  await project.refused(403, 'Quota exceeded for gigabytes', 'POST', '/volume', {
    region: REGION,
    size: 10,
    type: 'classic',
  });
});
