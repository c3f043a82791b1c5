import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manualClock } from '../core/clock.js';
import { newProject, type Project, REGION } from './ovh.fixture.js';

let project: Project;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ovh-'));
});
afterEach(async () => {
  await project.close();
  rmSync(folder, { recursive: true });
});

it('goes on after a restart where it was, Neutron and steps under way included', async () => {
  const clock = manualClock(Date.UTC(2026, 10, 23));
  const stateFile = join(folder, 'state.json');
  project = await newProject({ stateFile, clock });
  const kept = await project.network();
  const server = await project.running({ networks: [{ networkId: kept.id, ip: '10.1.0.9' }] });
  await project.done('POST', `/instance/${server.id}/stop`);
  const { id: operation } = await project.done('POST', `/region/${REGION}/network`, { name: 'later' });
  const user = await project.done('GET', '/user');
  const neutron = await project.neutron();
  const group = await neutron('POST', '/security-groups', { security_group: { name: 'mine' } });
  await project.close();

  project = await newProject({ stateFile, clock });
  expect(await project.fetched(server.id)).toEqual(server);
  expect(await project.done('GET', `/region/${REGION}/network`)).toEqual([kept]);
  expect(await project.done('GET', '/user')).toEqual(user);
  clock.advance(60_000);
  expect((await project.fetched(server.id)).status).toBe('SHUTOFF');
  const { resourceId } = await project.done('GET', `/operation/${operation}`);
  expect(await project.done('GET', `/region/${REGION}/network/${resourceId}`)).toMatchObject({ name: 'later' });
  const again = await project.neutron();
  const { body } = await again('GET', `/security-groups/${group.body.security_group.id}`);
  expect(body.security_group.name).toBe('mine');
});

it('starts anew after a reset', async () => {
  project = await newProject();
  await project.running({ networks: [{ networkId: (await project.network()).id }] });
  project.emulator.reset();
  expect(await project.done('GET', '/instance')).toEqual([]);
  expect(await project.done('GET', `/region/${REGION}/network`)).toEqual([]);
  const neutron = await project.neutron();
  expect((await neutron('GET', '/ports')).body.ports).toEqual([]);
  expect((await neutron('GET', '/networks')).body.networks.length).toBe(1);
});

it('takes durations from the settings', async () => {
  project = await newProject({ durations: { ovh: { '*': 0, 'instance.build': 60_000 } } });
  const { id } = await project.instance();
  project.pass(59_999);
  expect((await project.fetched(id)).status).toBe('BUILD');
  project.pass(1);
  expect((await project.fetched(id)).status).toBe('ACTIVE');
});
