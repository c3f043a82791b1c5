import type { Recorded } from './exchange.js';
import { MISSING, Referee } from './referee.js';

const there = Referee.available();
if (!there) process.stderr.write(`${MISSING}\n`);

const said = (exchange: Partial<Recorded> & Pick<Recorded, 'cloud' | 'method' | 'path'>): string[] => {
  const referee = new Referee();
  const headers = { requestHeaders: {}, responseHeaders: { 'content-type': 'application/json' } };
  referee.judge({ status: 200, ...headers, ...exchange }, 'here');
  return referee.violations.map(({ problem }) => problem);
};
const key = {
  id: 1,
  name: 'me',
  fingerprint: 'b7:2f:30:a0:2f:6c:58:6c:21:04:58:61:ba:06:3b:2f',
  public_key: 'ssh-ed25519 AAAA',
  labels: {},
  created: '2026-11-23T10:00:00Z',
};
const PN = '11111111-2222-4333-8444-555555555555';

/** The referees themselves: what is right passes, and every way to be wrong is found. */
(there ? describe : describe.skip)("the vendors' descriptions", () => {
  const made = { cloud: 'hetzner', method: 'POST', path: '/ssh_keys', status: 201 };
  const requestBody = { name: 'me', public_key: 'ssh-ed25519 AAAA' };

  test('pass what is as they say', () => {
    expect(said({ ...made, requestBody, responseBody: { ssh_key: key } })).toEqual([]);
  });

  test.each<[string, object, string]>([
    ['an unknown field in a request', { requestBody: { ...requestBody, colour: 'red' } }, '("colour")'],
    ['a required field left out', { requestBody: { name: 'me' } }, "required property 'public_key'"],
    ['a wrong type in a request', { requestBody: { ...requestBody, name: 7 } }, '/name must be string, is 7'],
    ['no body', { requestBody: undefined }, 'request has no body'],
    ['an unknown parameter', { path: '/ssh_keys?colour=red' }, 'query parameter colour is not described'],
    ['an unknown field in an answer', { responseBody: { ssh_key: { ...key, colour: 'red' } } }, '("colour")'],
    [
      'null in an answer',
      { responseBody: { ssh_key: { ...key, name: null } } },
      '/ssh_key/name must be string, is null',
    ],
    ['an answer without a body', { responseBody: undefined }, 'response has no body'],
    ['another status', { status: 202 }, 'status 202 is not described'],
    ['a path that is not there', { path: '/keys' }, 'the vendor has no such operation'],
    ['a method that is not there', { method: 'PATCH' }, 'the vendor has no such operation'],
    ['a refusal of another form', { status: 404, responseBody: { message: 'no' } }, 'response'],
  ])('find %s', (_, change, problem) => {
    const wrong = said({ ...made, requestBody, responseBody: { ssh_key: key }, ...change });
    expect(wrong[0]).toContain(problem);
  });

  test('judge the request alone where the answer was lost or injected', () => {
    const bad = { ...made, requestBody: { ...requestBody, colour: 'red' } };
    expect(said({ ...bad, status: undefined, faults: ['reset'] })).toHaveLength(1);
    expect(said({ ...bad, status: 503, faults: ['status'] })).toHaveLength(1);
    expect(said({ ...made, requestBody, status: 503, faults: ['status'], responseBody: 'what?' })).toEqual([]);
  });

  test('know what has changed at Hetzner since: a server has no datacenter', () => {
    const answer = said({
      cloud: 'hetzner',
      method: 'GET',
      path: '/servers/1',
      responseBody: { server: { datacenter: {} } },
    });
    expect(answer).toContain('response /server must NOT have additional properties ("datacenter")');
  });

  test('of Scaleway want every field in an answer, and refusals of a known type', () => {
    const at = { cloud: 'scaleway', method: 'GET', path: `/vpc/v2/regions/fr-par/private-networks/${PN}` };
    expect(said({ ...at, responseBody: { id: PN } })).toContain("response / must have required property 'name'");
    expect(said({ ...at, path: at.path.replace('fr-par', 'mars') })).toContainEqual(
      expect.stringContaining('path parameter region: / must be equal to one of the allowed values'),
    );
    expect(said({ ...at, status: 404, responseBody: { type: 'lost', message: 'no' } })).toEqual([
      'a refusal of the type "lost"',
    ]);
  });

  test("of Scaleway's block storage go by the vendor's client", () => {
    const at = { cloud: 'scaleway', method: 'POST', path: '/block/v1/zones/fr-par-1/volumes' };
    const problems = said({
      ...at,
      requestBody: { name: 'data', from_empty: { size: '10' } },
      responseBody: { id: 1 },
    });
    expect(problems).toContain('request /from_empty/size must be number, is "10"');
    expect(problems).toContain('response /id must be string, is 1');
  });

  test('of IONOS ask of a new thing more than of a change, and know what is younger by its client', () => {
    const at = { cloud: 'ionos', method: 'POST', path: `/datacenters/${PN}/servers`, status: 202 };
    const answer = { id: PN, type: 'server', properties: { cores: 1, ram: 1024 } };
    expect(said({ ...at, requestBody: { properties: { cores: 1, ram: 1024 } }, responseBody: answer })).toEqual([]);
    expect(said({ ...at, requestBody: { properties: { cores: 1 } }, responseBody: answer })).toContain(
      "request /properties must have required property 'ram'",
    );
    const change = { ...at, method: 'PATCH', path: `${at.path}/${PN}`, responseBody: answer };
    expect(said({ ...change, requestBody: { cores: 2 } })).toEqual([]);
    expect(said({ ...change, requestBody: { cores: '2' } })).toContain('request /cores must be integer, is "2"');
    const groups = { ...at, path: `/datacenters/${PN}/securitygroups`, responseBody: { properties: { name: 'web' } } };
    expect(said({ ...groups, requestBody: { properties: { name: 'web' } } })).toEqual([]);
    expect(said({ ...groups, requestBody: { properties: { title: 'web' } } })).toContain(
      "request /properties must have required property 'name'",
    );
    expect(said({ ...at, status: 422, responseBody: { error: 'no' } })).toContain(
      'response / must NOT have additional properties ("error")',
    );
  });

  test('of OVHcloud, in its own form, want every field of an answer and none that is only read in a request', () => {
    const responseHeaders = { 'content-type': 'application/json', 'x-ovh-queryid': 'EU.ext-1' };
    const at = { cloud: 'ovh', method: 'POST', path: '/1.0/cloud/project/p/sshkey', responseHeaders };
    const requestBody = { name: 'me', publicKey: 'ssh-ed25519 AAAA' };
    const key = { ...requestBody, id: 'bWU', regions: ['GRA11'], fingerPrint: 'b7:2f' };
    expect(said({ ...at, requestBody, responseBody: key })).toEqual([]);
    expect(said({ ...at, path: at.path.replace('1.0', 'v1'), requestBody, responseBody: key })).toEqual([]);
    expect(said({ ...at, requestBody: { ...requestBody, id: 'x' }, responseBody: key })).toContain(
      'request / must NOT have additional properties ("id")',
    );
    expect(said({ ...at, requestBody: { name: 'me' }, responseBody: key })).toContain(
      "request / must have required property 'publicKey'",
    );
    expect(said({ ...at, requestBody, responseBody: { ...key, fingerPrint: undefined } })).toContain(
      "response / must have required property 'fingerPrint'",
    );
    expect(said({ ...at, path: `${at.path}/x/y`, requestBody })).toEqual(['the vendor has no such operation']);
    expect(said({ ...at, path: `${at.path}?colour=red`, requestBody, responseBody: key })).toEqual([
      'query parameter colour is not described',
    ]);
    const refused = {
      ...at,
      status: 403,
      requestBody,
      responseBody: { errorCode: 'LOST', httpCode: '403', message: 'no' },
    };
    expect(said(refused)).toContain('a refusal with the code "LOST"');
    expect(said({ ...refused, responseHeaders: {} })).toContain('a refusal without an id (X-OVH-QUERYID)');
    const neutron = {
      cloud: 'ovh',
      method: 'POST',
      path: '/openstack/network/GRA11/v2.0/security-groups',
      status: 201,
    };
    expect(said({ ...neutron, requestBody: { security_group: { name: 'web', colour: 'red' } } })).toContainEqual(
      expect.stringContaining('("colour")'),
    );
  });

  test('of OpenStack go by action and microversion', () => {
    const at = { cloud: 'openstack', service: 'compute', method: 'POST', path: '/v2.1/servers', status: 202 };
    const server = { name: 'web', flavorRef: '1', imageRef: PN, networks: 'none', tags: ['a'] };
    const ask = (version: string) =>
      said({
        ...at,
        requestHeaders: { 'openstack-api-version': `compute ${version}` },
        requestBody: { server },
        responseBody: { server: { id: PN } },
      });
    expect(ask('2.79')).toEqual([]);
    expect(ask('2.42')).toContain('request /server must NOT have additional properties ("tags")');
    const action = { ...at, path: `/v2.1/servers/${PN}/action`, requestBody: { resize: { flavorRef: 7, to: 'x' } } };
    expect(said(action)).toContainEqual(expect.stringContaining('request /resize must NOT have additional properties'));
  });

  test('are counted by use', () => {
    const referee = new Referee();
    const list = { cloud: 'hetzner', method: 'GET', requestHeaders: {}, responseHeaders: {} };
    const pagination = { page: 1, per_page: 25, previous_page: null, next_page: null, last_page: 1, total_entries: 0 };
    for (let i = 0; i < 2; i++)
      referee.judge(
        { ...list, path: '/ssh_keys?page=1', status: 200, responseBody: { ssh_keys: [], meta: { pagination } } },
        'here',
      );
    expect(referee.summary()).toEqual([
      "vendors' descriptions: 0 violations in 2 exchanges",
      expect.stringMatching(/^ {2}hetzner: 1 of the \d{3} operations used$/),
    ]);
  });
});
