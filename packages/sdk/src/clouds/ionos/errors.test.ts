import type { HttpRequest } from '../../runtime/transport/http.js';
import { failure, refusal } from './errors.js';

const DC = '700e1cab-99b2-4c30-ba8c-1d273ddba022';
const request = (path: string, method: HttpRequest['method'] = 'POST') => ({ method, path });
const said = (
  status: number,
  message: string,
  path = `/datacenters/${DC}/servers`,
  headers: Record<string, string> = {},
) =>
  refusal({ status, headers, body: { httpStatus: status, messages: [{ errorCode: '100', message }] } }, request(path));

it.each([
  [401, 'Unauthorized', 'unauthenticated', undefined],
  [402, 'Trial', 'forbidden', undefined],
  [403, 'Insufficient privileges', 'forbidden', undefined],
  [404, 'Resource does not exist', 'not-found', undefined],
  [409, 'Conflict', 'conflict', undefined],
  [423, 'locked', 'locked', true],
  [429, 'Rate limit', 'rate-limited', true],
  [500, 'An unexpected error occurred', 'unavailable', undefined],
  [503, 'Maintenance', 'unavailable', undefined],
  [422, '[(root).properties.cores] must be at most 60', 'invalid', undefined],
  [422, '[VDC-5-1] The VDC is locked by another provisioning', 'locked', true],
  [422, '[VDC-7-200] The contract resource limit for cores would be exceeded', 'quota-exceeded', undefined],
  [422, '[VDC-7-1] There are not enough resources', 'out-of-stock', undefined],
  [422, '[VDC-5-2] LAN 2 still has NICs', 'conflict', undefined],
  [422, '[VDC-9-1] A label with the key env exists already', 'already-exists', undefined],
])('%i "%s" is %s', (status, message, code, retryable) => {
  const error = said(status, message);
  expect(error.code).toBe(code);
  expect(error.details.retryable).toBe(retryable);
});

it('tells the vendor’s words, code, status and request', () => {
  const error = said(422, '[(root).properties.ram] must be a multiple of 256.', undefined, { 'x-request-id': 'r-1' });
  expect(error.details).toMatchObject({
    message: 'must be a multiple of 256',
    attribute: ['size'],
    vendor: {
      code: '100',
      status: 422,
      requestId: 'r-1',
      message: '[(root).properties.ram] must be a multiple of 256.',
    },
  });
});

it.each([
  [`/datacenters/${DC}/servers`, 'entities.volumes.items.[0].properties.imageAlias', 'image'],
  [`/datacenters/${DC}/servers`, 'entities.nics.items.[1].properties.ips.[0]', 'networks'],
  [`/datacenters/${DC}/volumes/${DC}`, 'properties.size', 'sizeGib'],
  [`/datacenters/${DC}/servers/${DC}/volumes`, 'id', 'serverId'],
  [`/datacenters/${DC}/securitygroups/${DC}/rules`, 'properties.portRangeEnd', 'rules'],
  ['/ipblocks', 'properties.location', 'region'],
  [`/datacenters/${DC}/servers/${DC}/labels`, 'properties.value', 'labels'],
])('at %s it blames %s on %s', (path, at, attribute) => {
  expect(said(422, `[(root).${at}] is wrong`, path).details.attribute).toEqual([attribute]);
});

it('waits as long as it is asked to, and no longer', () => {
  expect(said(429, 'Rate limit', undefined, { 'retry-after': '7' }).details.retryAfterMs).toBe(7000);
  expect(said(429, 'Rate limit').details.retryAfterMs).toBeUndefined();
});

it('says something also where there is no body, or a page', () => {
  for (const body of [undefined, '<html>', null, { messages: [] }])
    expect(refusal({ status: 502, headers: {}, body }, request('/labels', 'GET')).message).toContain(
      'GET /labels was refused with 502',
    );
});

it.each([
  ['[VDC-7-1000] There are not enough resources of VCPU in de/fra', 'out-of-stock', 'VDC-7-1000'],
  ['[VDC-5-0] An unexpected error occurred', 'unavailable', 'VDC-5-0'],
  ['', 'unavailable', undefined],
])('a failed request "%s" is %s', (message, code, vendorCode) => {
  const error = failure('4711', message);
  expect(error.code).toBe(code);
  expect(error.details.vendor).toMatchObject({ requestId: '4711', ...(vendorCode ? { code: vendorCode } : {}) });
  expect(error.message).toContain('the request failed: ');
});
