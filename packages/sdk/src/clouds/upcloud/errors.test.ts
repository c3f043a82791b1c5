import type { HttpRequest } from '../../runtime/transport/http.js';
import { refusal } from './errors.js';

const request: HttpRequest = { method: 'POST', path: '/server' };
const refused = (status: number, error_code: string, to = request, headers: Record<string, string> = {}) =>
  refusal({ status, headers, body: { error: { error_code, error_message: 'what happened.' } } }, to);

it.each([
  [401, 'AUTHENTICATION_FAILED', 'unauthenticated'],
  [403, 'ACTION_FORBIDDEN', 'forbidden'],
  [403, 'TRIAL_PLAN', 'forbidden'],
  [402, 'INSUFFICIENT_CREDITS', 'quota-exceeded'],
  [403, 'SERVER_CORE_LIMIT_REACHED', 'quota-exceeded'],
  [409, 'SERVER_RESOURCES_UNAVAILABLE', 'out-of-stock'],
  [404, 'STORAGE_NOT_FOUND', 'not-found'],
  [409, 'STORAGE_ATTACHED_AS_DISK', 'conflict'],
  [409, 'ROUTER_ATTACHED', 'conflict'],
  [409, 'NETWORK_NOT_EMPTY', 'conflict'],
  [409, 'TAG_EXISTS', 'already-exists'],
  [400, 'SIZE_INVALID', 'invalid'],
  [400, 'ZONE_MISSING', 'invalid'],
  [405, 'METHOD_NOT_ALLOWED', 'unsupported'],
  [409, 'BRAND_NEW', 'conflict'],
  [418, 'BRAND_NEW', 'invalid'],
])('%i %s is %s', (status, code, meaning) => {
  const error = refused(status, code);
  expect(error).toMatchObject({ code: meaning, details: { vendor: { code, status }, message: 'what happened' } });
  expect(error.details.retryable).toBeUndefined();
});

it('what is under way on a server or storage passes, and a repeated order to start or stop does not', () => {
  const put = { method: 'PUT', path: '/server/00' } as const;
  expect(refused(409, 'SERVER_STATE_ILLEGAL', put)).toMatchObject({ code: 'locked', details: { retryable: true } });
  const stop = { method: 'POST', path: '/server/00/stop' } as const;
  const order = refused(409, 'SERVER_STATE_ILLEGAL', stop);
  expect([order.code, order.details.retryable]).toEqual(['conflict', undefined]);
});

it('of a 5xx nobody knows what was done', () => {
  expect(refused(500, 'SERVICE_ERROR').details).toMatchObject({ ambiguous: true });
  expect(refusal({ status: 502, headers: {}, body: '<html>' }, request)).toMatchObject({
    code: 'unavailable',
    details: { ambiguous: true, vendor: { status: 502 } },
  });
});

it('a limit passes, after as long as is said', () => {
  const told = refusal({ status: 429, headers: { 'retry-after': '7' }, body: undefined }, request);
  expect(told).toMatchObject({ code: 'rate-limited', details: { retryable: true, retryAfterMs: 7000 } });
  const untold = refusal({ status: 429, headers: {}, body: undefined }, request);
  expect(untold.details).toMatchObject({ retryable: true });
  expect(untold.details.retryAfterMs).toBeUndefined();
});

it('reads the newer dialect too, with the request that it names', () => {
  const body = {
    type: 'https://developers.upcloud.com/1.3/errors#ERROR_RESOURCE_NOT_FOUND',
    title: 'Resource not found.',
    status: 404,
    correlation_id: 'c-1',
  };
  expect(refusal({ status: 404, headers: {}, body }, request)).toMatchObject({
    code: 'not-found',
    details: { vendor: { code: 'RESOURCE_NOT_FOUND', requestId: 'c-1' } },
  });
  const invalid = { title: 'Validation error.', invalid_params: [{ name: 'labels.0.key', reason: 'too long' }] };
  const error = refusal({ status: 400, headers: { 'upcloud-cid': 'c-2' }, body: invalid }, request);
  expect(error).toMatchObject({ code: 'invalid', details: { attribute: ['labels'], vendor: { requestId: 'c-2' } } });
  expect(error.message).toContain('labels.0.key too long');
});

it.each([
  ['/server', 'PLAN_INVALID', 'size'],
  ['/server', 'ZONE_NOT_FOUND', 'region'],
  ['/server', 'USER_DATA_INVALID', 'userData'],
  ['/server', 'STORAGE_NOT_FOUND', 'image'],
  ['/server/00/networking/interface', 'IP_ADDRESS_INVALID', 'networks'],
  ['/storage', 'SIZE_INVALID', 'sizeGib'],
  ['/server/00/storage/attach', 'SERVER_NOT_FOUND', 'serverId'],
  ['/network/', 'NETWORK_NAME_INVALID', 'name'],
  ['/ip_address', 'MAC_INVALID', 'serverId'],
])('blames the attribute: POST %s %s', (path, code, attribute) => {
  const error = refused(400, code, { method: 'POST', path });
  expect(error.details.attribute).toEqual([attribute]);
});
