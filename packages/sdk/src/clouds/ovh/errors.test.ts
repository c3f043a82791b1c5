import { refusal } from './errors.js';

const at = { method: 'POST', path: '/cloud/project/p/instance' } as const;
const refused = (
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
  request: typeof at | object = at,
) => refusal({ status, body, headers }, request as typeof at);
const said = (status: number, cls: string, message: string) => refused(status, { class: cls, message });
const who = (status: number, errorCode: string) =>
  refused(status, { errorCode, httpCode: String(status), message: 'no' });

test.each([
  [who(400, 'INVALID_SIGNATURE'), 'unauthenticated', undefined],
  [who(403, 'INVALID_KEY'), 'unauthenticated', undefined],
  [who(403, 'INVALID_CREDENTIAL'), 'unauthenticated', undefined],
  [who(403, 'NOT_CREDENTIAL'), 'unauthenticated', undefined],
  [who(403, 'NOT_GRANTED_CALL'), 'forbidden', undefined],
  [said(404, 'Client::NotFound', 'Instance does not exist'), 'not-found', undefined],
  [said(404, 'Client::NotFound', 'This service does not exist'), 'forbidden', undefined],
  [said(404, 'Client::NotFound', 'Got an invalid (or empty) URL'), 'unsupported', undefined],
  [said(409, 'Client::Conflict', "Key pair 'x' already exists."), 'already-exists', 'name'],
  [said(409, 'Client::Conflict', 'There are one or more ports still in use'), 'conflict', undefined],
  [
    said(403, 'Client::Forbidden', 'Quota exceeded for instances: Requested 1, but already used 20 of 20 instances'),
    'quota-exceeded',
    undefined,
  ],
  [said(400, 'Client::BadRequest', 'Invalid flavorId: flavor x does not exist'), 'invalid', 'size'],
  [said(400, 'Client::BadRequest', 'Fixed IP 10.0.0.1 is not a valid ip address for network'), 'invalid', 'networks'],
  [said(429, 'Client::TooManyRequests', 'Too Many Requests'), 'rate-limited', undefined],
  [said(500, 'Server::InternalServerError', 'Internal Server Error'), 'unavailable', undefined],
  [refused(502, '<html><body>Bad Gateway</body></html>'), 'unavailable', undefined],
])('%s', (error, code, attribute) => {
  expect(error.code).toBe(code);
  expect(error.details.attribute?.[0]).toBe(attribute);
});

test("carries the vendor's code, words and the id of the request", () => {
  const error = refused(409, { class: 'Client::Conflict', message: 'Busy.' }, { 'x-ovh-queryid': 'EU.ext-3.1' });
  expect(error.details.vendor).toEqual({
    code: 'Client::Conflict',
    status: 409,
    message: 'Busy.',
    requestId: 'EU.ext-3.1',
  });
  expect(error.message).toContain('EU.ext-3.1');
});

test('waits as long as a 429 asks, and repeats it', () => {
  expect(refused(429, {}, { 'retry-after': '7' }).details).toMatchObject({ retryable: true, retryAfterMs: 7000 });
  expect(refused(429, {}).details).toMatchObject({ retryable: true });
});

test('says which right is missing', () => {
  expect(who(403, 'NOT_GRANTED_CALL').details.next?.[0]).toContain('POST /cloud/project/p/instance');
});

test("what is not OVHcloud's own API speaks as OpenStack does", () => {
  const body = {
    NeutronError: { type: 'OverQuota', message: "Quota exceeded for resources: ['floatingip'].", detail: '' },
  };
  const error = refused(409, body, { 'x-openstack-request-id': 'req-1' }, { method: 'POST', path: '/floatingips' });
  expect(error).toMatchObject({
    code: 'quota-exceeded',
    details: { vendor: { code: 'OverQuota', requestId: 'req-1' } },
  });
});
