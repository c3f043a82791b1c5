import { type Body, KEY, newProject, type Project, REGION } from './ovh.fixture.js';

let project: Project;
beforeEach(async () => {
  project = await newProject();
});
afterEach(() => project.close());

describe('a server', () => {
  it('has no card at first, then cards while it is built, then runs', async () => {
    const { id, status, ipAddresses } = await project.instance();
    expect([status, ipAddresses]).toEqual(['BUILD', []]);
    project.pass(1_000);
    const there = await project.fetched(id);
    expect(there.status).toBe('BUILD');
    expect(there.ipAddresses.map((one: Body) => [one.version, one.type])).toEqual([
      [4, 'public'],
      [6, 'public'],
    ]);
    project.pass(60_000);
    const { status: after, availabilityZone, flavor, image } = await project.fetched(id);
    expect([after, availabilityZone, flavor.name, image.name]).toEqual(['ACTIVE', null, 'd2-2', 'Debian 12']);
  });

  it('is listed without what it is made of', async () => {
    await project.running();
    const [listed] = await project.done('GET', `/instance?region=${REGION}`);
    expect([listed.flavor, listed.image, typeof listed.flavorId]).toEqual([null, null, 'string']);
    expect(await project.done('GET', '/instance?region=BHS5')).toEqual([]);
  });

  it('needs flavour, image, key and network of its region', async () => {
    const elsewhere = (await project.done('GET', '/flavor?region=BHS5'))[0].id;
    for (const [wish, words] of [
      [{ flavorId: elsewhere }, /Invalid flavorId/],
      [{ imageId: 'nobody' }, /Invalid imageId/],
      [{ sshKeyId: 'nobody' }, /Invalid sshKeyId/],
      [{ networks: [{ networkId: 'nobody' }] }, /could not be found/],
      [{ region: 'GRA99' }, /does not exist/],
    ] as const)
      await expect(project.instance(wish)).rejects.toThrow(words);
    expect(await project.done('GET', '/instance')).toEqual([]);
  });

  it('ends in an error where its flavour is sold out', async () => {
    project.emulator.stock.soldOut('ovh', 'd2-2');
    const { id } = await project.instance();
    project.pass(60_000);
    expect((await project.fetched(id)).status).toBe('ERROR');
  });

  it('shows its old status while it stops, and is stopped but once', async () => {
    const { id } = await project.running();
    await project.done('POST', `/instance/${id}/stop`);
    expect((await project.fetched(id)).status).toBe('ACTIVE');
    await project.refused(409, 'task_state powering-off', 'POST', `/instance/${id}/stop`);
    project.pass(60_000);
    expect((await project.fetched(id)).status).toBe('SHUTOFF');
    await project.refused(409, 'vm_state stopped', 'POST', `/instance/${id}/stop`);
  });

  it('becomes another flavour by itself, and none with a smaller disk', async () => {
    const { id } = await project.running();
    const [larger, same] = [await project.named('flavor', 'd2-4'), await project.named('flavor', 'd2-2')];
    await project.refused(400, 'must change flavor', 'POST', `/instance/${id}/resize`, { flavorId: same });
    await project.done('POST', `/instance/${id}/resize`, { flavorId: larger });
    project.pass(12_500);
    expect((await project.fetched(id)).status).toBe('VERIFY_RESIZE');
    project.pass(60_000);
    expect(await project.fetched(id)).toMatchObject({ status: 'ACTIVE', flavor: { name: 'd2-4' } });
    await project.refused(400, 'smaller disk', 'POST', `/instance/${id}/resize`, { flavorId: same });
  });

  it('takes the address it is asked to have, and frees it when it goes', async () => {
    const { id: networkId } = await project.network();
    const networks = [{ networkId, ip: '10.1.0.9' }];
    const { id, ipAddresses } = await project.running({ networks });
    expect(ipAddresses.map(({ ip }: Body) => ip)).toEqual(['10.1.0.9']);
    await expect(project.instance({ networks })).rejects.toThrow(/already in use/);
    await project.done('DELETE', `/instance/${id}`);
    expect((await project.fetched(id)).status).toBe('DELETING');
    project.pass(60_000);
    expect((await project.running({ networks })).status).toBe('ACTIVE');
  });

  it('gets and loses cards while it is there', async () => {
    const { id: networkId } = await project.network();
    const { id } = await project.running();
    const card = await project.done('POST', `/instance/${id}/interface`, { networkId, ip: '10.1.0.7' });
    expect(card).toMatchObject({ networkId, type: 'private', fixedIps: [{ ip: '10.1.0.7' }] });
    expect((await project.done('GET', `/instance/${id}/interface`)).length).toBe(2);
    await project.done('DELETE', `/instance/${id}/interface/${card.id}`);
    project.pass(60_000);
    expect((await project.done('GET', `/instance/${id}/interface`)).length).toBe(1);
  });

  it('stays within a quota that somebody set', async () => {
    project.emulator.quotas.set('ovh', 'instances', 1);
    await project.instance();
    await expect(project.instance()).rejects.toThrow(/Quota exceeded for instances: Requested 1, but already used 1/);
  });
});

describe('a key', () => {
  const post = (body: object) => ['POST', '/sshkey', { name: 'ana', publicKey: KEY, ...body }] as const;

  it('is found by its name, in every region that computes or in one', async () => {
    const key = await project.done(...post({}));
    expect(key.regions).toEqual(['BHS5', 'EU-WEST-PAR', 'GRA11']);
    expect(key.fingerPrint).toMatch(/^([0-9a-f]{2}:){15}[0-9a-f]{2}$/);
    await project.refused(409, 'already exists', ...post({}));
    const one = await project.done(...post({ name: 'bo', region: REGION }));
    expect(one.regions).toEqual([REGION]);
    expect((await project.done('GET', '/sshkey?region=BHS5')).map(({ name }: Body) => name)).toEqual(['ana']);
  });

  it('has a name of plain letters and is a key', async () => {
    await project.refused(400, 'unsafe characters', ...post({ name: 'a/b' }));
    await project.refused(400, 'fingerprint', ...post({ publicKey: 'ssh-ed25519' }));
  });
});
