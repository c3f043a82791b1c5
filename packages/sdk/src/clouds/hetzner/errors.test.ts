import type { HttpRequest } from '../../runtime/transport/http.js';
import { modelPath } from './error-fields.js';
import { actionError, refusal } from './errors.js';

const request: HttpRequest = { method: 'POST', path: '/servers' };
const refused = (status: number, error: object, headers: Record<string, string> = {}, to = request) =>
  refusal({ status, headers, body: { error } }, to);

describe('refusal', () => {
  it.each([
    [401, 'unauthorized', 'unauthenticated'],
    [401, 'token_readonly', 'forbidden'],
    [403, 'forbidden', 'forbidden'],
    [404, 'not_found', 'not-found'],
    [409, 'uniqueness_error', 'already-exists'],
    [403, 'resource_limit_exceeded', 'quota-exceeded'],
    [412, 'resource_unavailable', 'out-of-stock'],
    [412, 'placement_error', 'out-of-stock'],
    [422, 'invalid_input', 'invalid'],
    [423, 'protected', 'forbidden'],
    [422, 'resource_in_use', 'conflict'],
    [410, 'deprecated_api_endpoint', 'unsupported'],
    [503, 'unavailable', 'unavailable'],
  ])('%i %s is %s', (status, code, meaning) => {
    const error = refused(status, { code, message: 'what happened.' });
    expect(error).toMatchObject({ code: meaning, details: { vendor: { code, status }, message: 'what happened' } });
    expect(error.details.retryable).toBeUndefined();
  });

  it.each([
    [409, 'conflict'],
    [423, 'locked'],
    [429, 'rate_limit_exceeded'],
  ])('%i %s may be repeated: nothing was done', (status, code) => {
    expect(refused(status, { code, message: '' }).details).toMatchObject({ retryable: true });
  });

  it.each([
    [500, 'server_error'],
    [502, 'bad_gateway'],
    [504, 'timeout'],
    [504, 'never_heard_of'],
  ])('%i %s may have been carried out', (status, code) => {
    const { details } = refused(status, { code, message: '' });
    expect([details.ambiguous, details.retryable]).toEqual([true, undefined]);
  });

  it('tells the sort of a code that is new, and of a body that is none of Hetzner', () => {
    expect(refused(409, { code: 'brand_new', message: 'x' }).code).toBe('conflict');
    expect(refused(418, { code: 'brand_new', message: 'x' }).code).toBe('invalid');
    const proxy = refusal({ status: 502, headers: {}, body: '<html>' }, request);
    expect(proxy).toMatchObject({ code: 'unavailable', details: { message: 'HTTP 502', ambiguous: true } });
  });

  it('blames the attribute, names the quota, carries the request id', () => {
    const field = refused(422, {
      code: 'invalid_input',
      message: 'bad',
      details: { fields: [{ name: 'server_type', messages: ['unknown'] }] },
    });
    expect(field.details.attribute).toEqual(['size']);
    const limits = { limits: [{ name: 'server_limit' }] };
    const quota = refused(403, { code: 'resource_limit_exceeded', message: 'limit', details: limits });
    expect(quota.message).toContain('the project has reached its server_limit (limit)');
    expect(refused(404, { code: 'not_found' }, { 'x-correlation-id': '4711' }).details.vendor?.requestId).toBe('4711');
  });
});

describe('the wait after a 429', () => {
  const date = 'Mon, 02 Nov 2026 12:00:00 GMT';
  const at = Date.parse(date) / 1000;
  const wait = (headers: Record<string, string>) =>
    refused(429, { code: 'rate_limit_exceeded' }, headers).details.retryAfterMs;

  it('is the time in which one request comes back, by the clock of Hetzner', () => {
    const headers = { date, 'ratelimit-limit': '3600', 'ratelimit-remaining': '0' };
    expect(wait({ ...headers, 'ratelimit-reset': String(at + 3600) })).toBe(1000);
    expect(wait({ ...headers, 'ratelimit-limit': '360', 'ratelimit-reset': String(at + 3600) })).toBe(10_000);
  });

  it('is what Retry-After says, and a second where nothing helps', () => {
    expect(wait({ 'retry-after': '7' })).toBe(7000);
    expect(wait({})).toBe(1000);
    expect(wait({ date, 'ratelimit-limit': '5', 'ratelimit-remaining': '5', 'ratelimit-reset': String(at) })).toBe(
      1000,
    );
  });
});

describe('actionError', () => {
  it('says what failed and why, and leaves repeating to the runtime', () => {
    const error = actionError({
      id: 1,
      command: 'create_server',
      status: 'error',
      error: { code: 'resource_unavailable', message: 'none left.' },
    });
    expect(error).toMatchObject({ code: 'out-of-stock', details: { message: 'create server failed: none left' } });
    expect(actionError({ id: 1, command: 'x', status: 'error', error: null }).code).toBe('unavailable');
    const locked = { code: 'locked', message: 'busy' };
    expect(actionError({ id: 1, command: 'x', status: 'error', error: locked }).details.retryable).toBeUndefined();
  });
});

describe('modelPath', () => {
  it.each([
    ['rules.0.source_ips.1', '/firewalls', ['rules', 0, 'cidrs', 1]],
    ['rules[2].port', '/firewalls/1/actions/set_rules', ['rules', 2, 'ports']],
    ['public_net.enable_ipv4', '/servers', ['publicIpv4']],
    ['firewalls.0.firewall', '/servers', ['firewallIds', 0]],
    ['labels.some.key', '/servers', ['labels']],
    ['ip', '/servers/1/actions/attach_to_network', ['networks']],
    ['ip_range', '/networks/1/actions/add_subnet', ['subnets']],
    ['subnets.0.network_zone', '/networks', ['subnets', 0]],
    ['type', '/floating_ips', ['version']],
    ['placement_group', '/servers', undefined],
  ])('%s of %s', (field, path, attribute) => {
    expect(modelPath(field, path)).toEqual(attribute);
  });
});
