import { ovh } from './index.js';
import { newProject, type Project } from './ovh.fixture.js';

let project: Project;
afterEach(() => project.close());

describe('signatures', () => {
  beforeEach(async () => {
    project = await newProject();
  });

  it('refuses who signs nothing, or not as the application', async () => {
    const url = `${project.root}/ovh/1.0${project.project}`;
    const whole = project.signed('GET', url, '');
    const without = (header: string) => project.ask('GET', url, { ...whole, [`x-ovh-${header}`]: '' });
    for (const header of ['application', 'consumer', 'timestamp', 'signature']) {
      const { status, body } = await without(header);
      expect([status, body.errorCode]).toEqual([403, 'NOT_CREDENTIAL']);
    }
    expect((await project.ask('GET', url, whole)).status).toBe(200);
  });

  it.each([
    [{ key: 'another' }, 403, 'INVALID_KEY'],
    [{ consumer: 'another' }, 403, 'INVALID_CREDENTIAL'],
    [{ secret: 'another' }, 400, 'INVALID_SIGNATURE'],
    [{ url: (called: string) => `${called}?more=1` }, 400, 'INVALID_SIGNATURE'],
    [{ url: (called: string) => called.replace('127.0.0.1', 'example.com') }, 400, 'INVALID_SIGNATURE'],
    [{ skew: 301 }, 400, 'QUERY_TIME_OUT'],
    [{ skew: -301 }, 400, 'QUERY_TIME_OUT'],
  ])('refuses %j', async (signer, wanted, code) => {
    const { status, body } = await project.sign('GET', project.project, undefined, signer);
    expect([status, body.errorCode]).toEqual([wanted, code]);
    expect(body.httpCode).toMatch(new RegExp(`^${wanted} `));
  });

  it('takes a clock that is a little off, and the URL behind what ends TLS', async () => {
    const over = (url: (called: string) => string) => ({ url });
    for (const signer of [
      { skew: 299 },
      { skew: -299 },
      over((called) => called.replace('http:', 'https:')),
      over((called) => called.replace(/http:(.*):\d+/, 'https:$1')),
    ])
      expect((await project.sign('GET', project.project, undefined, signer)).status).toBe(200);
  });

  it('signs the body too', async () => {
    const [url, text] = [`${project.root}/ovh/1.0${project.project}/sshkey`, '{"name":"a","publicKey":"b"}'];
    const answer = await project.ask('POST', url, project.signed('POST', url, text), text.replace('"a"', '"c"'));
    expect(answer.body.errorCode).toBe('INVALID_SIGNATURE');
  });

  it('lets a consumer that only reads do no more', async () => {
    const consumer = ovh.credentials['readOnlyConsumerKey'] ?? '';
    expect((await project.sign('GET', project.project, undefined, { consumer })).status).toBe(200);
    const { status, body } = await project.sign('POST', `${project.project}/sshkey`, {}, { consumer });
    expect([status, body.errorCode]).toEqual([403, 'NOT_GRANTED_CALL']);
  });

  it('tells anybody the time and the prices', async () => {
    const open = (path: string) => project.ask('GET', `${project.root}/ovh/1.0${path}`, {});
    expect((await open('/auth/time')).body).toBe(Date.UTC(2026, 10, 23) / 1000);
    const { body } = await open('/order/catalog/public/cloud?ovhSubsidiary=FR');
    expect(body.addons.length).toBeGreaterThan(10);
    expect((await open('/order/catalog/public/cloud?ovhSubsidiary=XX')).status).toBe(400);
  });
});

describe('service accounts', () => {
  beforeEach(async () => {
    project = await newProject();
  });
  const { clientId = '', clientSecret = '' } = ovh.credentials;
  const token = (form: Record<string, string>, headers: Record<string, string> = {}) =>
    project.ask(
      'POST',
      `${project.root}/ovh/auth/oauth2/token`,
      { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      new URLSearchParams(form).toString(),
    );
  const grant = { grant_type: 'client_credentials' };
  const get = (value: string) =>
    project.ask('GET', `${project.root}/ovh/1.0${project.project}`, { authorization: value });

  it('gives a token for id and secret, in the form or beside it, which lives an hour', async () => {
    const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
    const answers = [
      await token({ ...grant, client_id: clientId, client_secret: clientSecret }),
      await token(grant, { authorization: basic }),
    ];
    for (const { body } of answers) {
      expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
      expect((await get(`Bearer ${body.access_token}`)).status).toBe(200);
    }
    project.pass(3_600_000);
    const { status, body } = await get(`Bearer ${answers[0]?.body.access_token}`);
    expect([status, body.errorCode]).toEqual([401, 'INVALID_TOKEN']);
  });

  it('gives none for another secret or another grant, and takes no token but its own', async () => {
    const wrong = await token({ ...grant, client_id: clientId, client_secret: 'another' });
    expect([wrong.status, wrong.body.error]).toEqual([401, 'invalid_client']);
    const other = await token({ grant_type: 'password', client_id: clientId, client_secret: clientSecret });
    expect([other.status, other.body.error]).toEqual([400, 'unsupported_grant_type']);
    expect((await get('Bearer another')).status).toBe(401);
    expect((await get('Basic eDp5')).status).toBe(401);
  });
});

describe('paths, ids and limits', () => {
  it('answers under both names of its version, and by the id of the one project', async () => {
    project = await newProject();
    const url = `${project.root}/ovh/v1${project.project}`;
    expect((await project.ask('GET', url, project.signed('GET', url, ''))).status).toBe(200);
    const other = await project.sign('GET', `/cloud/project/${'0'.repeat(32)}/sshkey`);
    expect([other.status, other.body.message]).toEqual([404, 'This service does not exist']);
    await project.refused(404, 'Got an invalid (or empty) URL', 'GET', '/nothing');
    await project.refused(404, 'Instance does not exist', 'GET', '/instance/nobody');
    await project.refused(404, 'Region GRA99 does not exist', 'GET', '/region/GRA99/network');
  });

  it('names the field that does not fit', async () => {
    project = await newProject();
    await project.refused(400, '[size]', 'POST', '/volume', { region: 'GRA11', size: 'big', type: 'classic' });
    await project.refused(400, '[type]', 'POST', '/volume', { region: 'GRA11', size: 10, type: 'gold' });
    expect(await project.done('GET', '/volume')).toEqual([]);
  });

  it('gives each answer an id of its own', async () => {
    project = await newProject();
    const ids = [await project.call('GET', ''), await project.call('GET', '/nothing')].map(({ headers }) =>
      headers.get('x-ovh-queryid'),
    );
    expect(ids[0]).toMatch(/^EU\.ext-3\.[0-9a-f]{8}\.[0-9a-f]{4}\.[0-9a-f]{32}$/);
    expect(ids[1]).not.toBe(ids[0]);
  });

  it('takes 60 requests at once and one a second', async () => {
    project = await newProject({ rateLimit: true });
    for (let i = 0; i < 60; i++) expect((await project.call('GET', '')).status).toBe(200);
    const over = await project.call('GET', '');
    expect([over.status, over.headers.get('retry-after')]).toEqual([429, '1']);
    expect(over.body).toEqual({ class: 'Client::TooManyRequests', message: 'Too Many Requests' });
    project.pass(1_000);
    expect((await project.call('GET', '')).status).toBe(200);
  });
});

describe('Neutron behind it', () => {
  beforeEach(async () => {
    project = await newProject();
  });

  it('takes the token of a user of the project, and no other', async () => {
    const neutron = await project.neutron();
    const { status, body, headers } = await neutron('GET', '/networks');
    expect([status, body.networks[0].name]).toEqual([200, 'Ext-Net']);
    expect(headers.get('x-openstack-request-id')).toMatch(/^req-[0-9a-f-]{36}$/);
    expect((await neutron('GET', '/networks', undefined, {})).status).toBe(401);
    expect((await neutron('GET', '/networks', undefined, { 'x-auth-token': 'another' })).status).toBe(401);
    project.pass(24 * 3_600_000);
    expect((await neutron('GET', '/networks')).status).toBe(401);
  });

  it('forgets tokens with their user', async () => {
    const { id, password } = await project.done('POST', '/user', { description: 'mine', role: 'network_operator' });
    const { 'X-Auth-Token': token } = await project.done('POST', `/user/${id}/token`, { password });
    await project.refused(400, 'Invalid user password', 'POST', `/user/${id}/token`, { password: 'another' });
    const neutron = await project.neutron();
    const mine = { 'x-auth-token': token };
    expect((await neutron('GET', '/networks', undefined, mine)).status).toBe(200);
    await project.done('DELETE', `/user/${id}`);
    expect((await neutron('GET', '/networks', undefined, mine)).status).toBe(401);
    expect((await project.done('GET', '/user')).length).toBe(1);
  });
});
