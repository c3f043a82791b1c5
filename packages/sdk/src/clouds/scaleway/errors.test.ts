import type { HttpRequest } from '../../runtime/transport/http.js';
import { refusal } from './errors.js';

const SERVERS = '/instance/v1/zones/fr-par-1/servers';
const refused = (
  status: number,
  body: unknown,
  request: Partial<HttpRequest> = {},
  headers: Record<string, string> = {},
) => refusal({ status, headers, body }, { method: 'POST', path: SERVERS, ...request });

describe('refusal', () => {
  it.each([
    [401, 'denied_authentication', 'unauthenticated'],
    [403, 'permissions_denied', 'forbidden'],
    [403, 'quotas_exceeded', 'quota-exceeded'],
    [400, 'out_of_stock', 'out-of-stock'],
    [404, 'not_found', 'not-found'],
    [404, 'unknown_resource', 'not-found'],
    [410, 'expired', 'not-found'],
    [409, 'already_exists', 'already-exists'],
    [423, 'locked', 'locked'],
    [412, 'precondition_failed', 'conflict'],
    [400, 'invalid_arguments', 'invalid'],
    [400, 'invalid_request_error', 'invalid'],
    [418, 'something_new', 'invalid'],
    [409, 'something_new', 'conflict'],
  ])('%i %s is %s, and nothing repeats it by itself', (status, type, code) => {
    const error = refused(status, { type, message: 'what happened' });
    expect(error).toMatchObject({ code, details: { vendor: { code: type, status } } });
    expect(error.details.retryable).toBeUndefined();
    expect(error.details.ambiguous).toBeUndefined();
  });

  it('waits out a transient state', () => {
    const body = {
      type: 'transient_state',
      message: 'resource is in a transient state',
      resource: 'group',
      resource_id: '1-2',
      current_state: 'updating',
    };
    expect(refused(409, body)).toMatchObject({ code: 'locked', details: { retryable: true } });
    expect(refused(409, body).message).toContain('group 1-2: resource is in a transient state (updating)');
  });

  it('says nothing of when where the vendor does not: 429 has no body and no header', () => {
    const error = refused(429, undefined, { method: 'GET' }, { 'x-envoy-ratelimited': 'true', 'x-request-id': '5497' });
    expect(error).toMatchObject({ code: 'rate-limited', details: { retryable: true, vendor: { requestId: '5497' } } });
    expect(error.details.retryAfterMs).toBeUndefined();
  });

  it("waits as long as it is told, by seconds or by the vendor's own clock", () => {
    const type = 'too_many_requests';
    expect(refused(429, undefined, {}, { 'retry-after': '3' }).details.retryAfterMs).toBe(3000);
    expect(refused(429, { type, help_message: 'slow', reset_seconds: 7 }).details.retryAfterMs).toBe(7000);
    const date = 'Mon, 20 Jul 2026 14:35:48 GMT';
    expect(refused(429, { type, reset_at: '2026-07-20T14:35:58Z' }, {}, { date }).details.retryAfterMs).toBe(10_000);
  });

  it('does not know what a broken server did', () => {
    for (const status of [500, 502, 503, 504]) {
      expect(refused(status, undefined)).toMatchObject({ code: 'unavailable', details: { ambiguous: true } });
    }
  });

  it('names the quota, its limit and what is used', () => {
    const details = [{ resource: 'instance_cpu', quota: 20, current: 19, project_id: 'p' }];
    expect(refused(403, { type: 'quotas_exceeded', message: 'quota(s) exceeded', details }).message).toContain(
      'quota instance_cpu: 19 of 20 used',
    );
  });

  it('blames the attribute of the model', () => {
    const wrong = (argument_name: string) => ({
      type: 'invalid_arguments',
      message: 'invalid argument(s)',
      details: [{ argument_name, reason: 'constraint', help_message: 'not a valid value' }],
    });
    const at = (path: string, body: object, status = 400) => refused(status, body, { path }).details.attribute;
    expect(at(SERVERS, wrong('commercial_type'))).toEqual(['size']);
    expect(at(SERVERS, { type: 'invalid_request_error', fields: { image: ['unknown'] } })).toEqual(['image']);
    expect(at(SERVERS, { type: 'not_found', resource: 'instance_security_group', resource_id: 'x' }, 404)).toEqual([
      'firewallIds',
    ]);
    expect(
      at(`${SERVERS}/x`, { type: 'not_found', resource: 'instance_server', resource_id: 'x' }, 404),
    ).toBeUndefined();
    expect(at('/block/v1/zones/fr-par-1/volumes', wrong('size'))).toEqual(['sizeGib']);
    expect(at('/iam/v1alpha1/ssh-keys', wrong('public_key'))).toEqual(['publicKey']);
    expect(at('/vpc/v2/regions/fr-par/private-networks', wrong('subnets'))).toEqual(['subnets']);
    expect(at('/ipam/v1/regions/fr-par/ips', wrong('address'))).toEqual(['networks']);
    expect(at('/ipam/v1/regions/fr-par/ips', wrong('nonsense'))).toBeUndefined();
    expect(refused(400, wrong('commercial_type')).message).toContain('commercial_type: not a valid value');
  });

  it('understands the older errors of the Instance API by their words', () => {
    const type = 'invalid_request_error';
    expect(refused(400, { type, message: 'Quota exceeded for this resource.', resource: 'servers' }).code).toBe(
      'quota-exceeded',
    );
    expect(refused(400, { type, message: 'group is in use. you cannot delete it.' }, { method: 'DELETE' }).code).toBe(
      'conflict',
    );
    expect(refused(400, { type, message: 'server should be stopped' }).code).toBe('conflict');
  });

  it('says what is sold out', () => {
    expect(refused(503, { type: 'out_of_stock', resource: 'PRO2-S' }).code).toBe('out-of-stock');
    expect(refused(400, { type: 'out_of_stock', resource: 'PRO2-S' }).message).toContain('PRO2-S is sold out there');
  });
});
