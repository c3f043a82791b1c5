import { faultError, refusal } from './errors.js';

const request = { method: 'POST', path: '/servers' } as const;
const refused = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  refusal({ status, body, headers }, request);
const nova = (key: string, code: number, message: string) => refused(code, { [key]: { code, message } });
const neutron = (status: number, type: string, message: string) =>
  refused(status, { NeutronError: { type, message, detail: '' } });

// Bodies as a Zed cloud (Nova 26, Neutron 21, Cinder 21, Glance 25, Keystone 22) sent them, 2026-11.
test.each([
  [nova('badRequest', 400, 'Flavor nope could not be found.'), 'invalid', 'size'],
  [nova('badRequest', 400, 'Can not find requested image'), 'invalid', 'image'],
  [nova('badRequest', 400, 'Invalid key_name provided.'), 'invalid', 'sshKeyIds'],
  [nova('badRequest', 400, 'The requested availability zone is not available'), 'invalid', 'region'],
  [nova('badRequest', 400, "Availability zone 'az9' is invalid."), 'invalid', 'region'],
  [nova('badRequest', 400, 'Network f716 could not be found.'), 'invalid', 'networks'],
  [nova('badRequest', 400, 'Keypair data is invalid: failed to generate fingerprint'), 'invalid', 'publicKey'],
  [nova('conflictingRequest', 409, "Key pair 'k1' already exists."), 'already-exists', 'name'],
  [nova('forbidden', 403, 'Only volume-backed servers are allowed for flavors with zero disk.'), 'invalid', 'size'],
  [
    nova('forbidden', 403, "Policy doesn't allow os_compute_api:servers:create to be performed."),
    'forbidden',
    undefined,
  ],
  [nova('itemNotFound', 404, 'Instance c96aa10b could not be found.'), 'not-found', undefined],
  [
    nova('badRequest', 400, 'Invalid volume: New size for extend must be greater than current size.'),
    'invalid',
    'sizeGib',
  ],
  [
    nova('badRequest', 400, 'Invalid volume: Volume status must be available or error to delete.'),
    'conflict',
    undefined,
  ],
  [nova('badRequest', 400, 'Invalid volume: Volume still has 1 dependent snapshots.'), 'conflict', undefined],
  [neutron(404, 'NetworkNotFound', 'Network c96aa10b could not be found.'), 'not-found', undefined],
  [
    neutron(404, 'ExternalGatewayForFloatingIPNotFound', 'External network f is not reachable from subnet s.'),
    'invalid',
    'serverId',
  ],
  [
    neutron(409, 'IpAddressGenerationFailure', 'No more IP addresses available on network n.'),
    'out-of-stock',
    'networks',
  ],
  [neutron(409, 'NetworkInUse', 'Unable to complete operation on network n.'), 'conflict', undefined],
  [
    neutron(409, 'RouterInterfaceInUseByFloatingIP', 'Router interface for subnet s cannot be deleted.'),
    'conflict',
    undefined,
  ],
  [
    neutron(400, 'HTTPBadRequest', "Invalid input for description. Reason: 'x' exceeds maximum length of 255."),
    'invalid',
    'labels',
  ],
  [neutron(403, 'PolicyNotAuthorized', 'rule:create_network is disallowed by policy'), 'forbidden', undefined],
  [
    refused(401, {
      error: { code: 401, title: 'Unauthorized', message: 'The request you have made requires authentication.' },
    }),
    'unauthenticated',
    undefined,
  ],
  [refused(429, 'Too many requests', { 'retry-after': '7' }), 'rate-limited', undefined],
  [
    refused(413, { overLimit: { code: 413, message: 'This request was rate-limited.', retryAfter: '3' } }),
    'rate-limited',
    undefined,
  ],
  [refused(502, '<html><body><h1>502 Bad Gateway</h1></body></html>'), 'unavailable', undefined],
])('%s', (error, code, attribute) => {
  expect(error.code).toBe(code);
  expect(error.details.attribute?.[0]).toBe(attribute);
});

test.each([
  [
    nova(
      'forbidden',
      403,
      'Quota exceeded for cores, ram: Requested 8, 16384, but already used 0, 0 of 4, 8192 cores, ram',
    ),
    'cores (8 wanted, 0 used, limit 4), ram (16384 wanted, 0 used, limit 8192)',
  ],
  [
    nova('forbidden', 403, 'Quota exceeded for instances: Requested 1, but already used 1 of 1 instances'),
    'instances (1 wanted, 1 used, limit 1)',
  ],
  [
    nova('overLimit', 413, "VolumeLimitExceeded: Maximum number of volumes allowed (1) exceeded for quota 'volumes'."),
    'volumes (limit 1)',
  ],
  [
    nova(
      'overLimit',
      413,
      'VolumeSizeExceedsAvailableQuota: Requested volume or snapshot exceeds allowed gigabytes quota. Requested 100G, quota is 50G and 0G has been consumed.',
    ),
    'gigabytes (100 GiB wanted, 0 GiB used, limit 50 GiB)',
  ],
  [neutron(409, 'OverQuota', "Quota exceeded for resources: ['floatingip']."), 'floatingip'],
  [
    faultError('Quota exceeded for cores: Requested 8, but already used 0 of 4 cores'),
    'cores (8 wanted, 0 used, limit 4)',
  ],
])('%s', (error, figures) => {
  expect(error.code).toBe('quota-exceeded');
  expect(error.message).toContain(`the project's quota is exceeded: ${figures}`);
  expect(error.details.retryable).toBeUndefined();
});

test('only what was surely not done may be repeated', () => {
  const busy = nova('conflictingRequest', 409, "Cannot 'stop' instance b while it is in task_state resize_prep");
  expect([busy.code, busy.details.retryable]).toEqual(['locked', true]);
  const stopped = nova('conflictingRequest', 409, "Cannot 'stop' instance b while it is in vm_state stopped");
  expect(stopped.code).toBe('conflict');
  // Perhaps it was we who stopped it, and the answer was lost: look, do not repeat.
  expect([stopped.details.retryable, stopped.details.ambiguous]).toEqual([undefined, true]);
  const proxy = refused(503, '<html><h1>503 Service Unavailable</h1>No server is available.</html>', {
    'retry-after': '2',
  });
  expect(proxy.details).toMatchObject({ retryable: true, retryAfterMs: 2000 });
  expect(refused(504, '').details.retryable).toBeUndefined();
});

test('HTML and plain text are said as words, with the request id', () => {
  const html =
    '<html>\n <head>\n  <title>404 Not Found</title>\n </head>\n <body>\n  <h1>404 Not Found</h1>\n  No image found with ID c96a<br />\n </body>\n</html>';
  const error = refused(404, html, { 'x-openstack-request-id': 'req-1' });
  expect(error.code).toBe('not-found');
  expect(error.message).toBe('No image found with ID c96a (not-found, HTTP 404, request req-1)');
});

test('a server that no host takes is out of stock', () => {
  const error = faultError('No valid host was found. There are not enough hosts available.');
  expect([error.code, error.details.attribute]).toEqual(['out-of-stock', ['size']]);
});
