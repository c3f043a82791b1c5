import { CloudError, redact, Server } from '@hansa/sdk';
import { errorDiagnostic, issueDiagnostic, SaidOnce, terraformPath } from './index.js';

const attributes = Server.attributes;

test('a path of the model is one of Terraform', () => {
  expect(terraformPath(attributes, ['networks', 1, 'networkId'])).toEqual(['networks', 1, 'network_id']);
  expect(terraformPath(attributes, ['labels', 'someKey'])).toEqual(['labels', 'someKey']);
  expect(terraformPath(attributes, ['token'])).toBeUndefined();
});

test('an issue stands at the line of its attribute and says the whole path and what to do', () => {
  const issue = { severity: 'error', code: 'invalid', message: 'is not there', next: ['use another'] } as const;
  expect(issueDiagnostic({ ...issue, attribute: ['networks', 0, 'networkId'] }, attributes)).toEqual({
    severity: 'error',
    summary: 'networks[0].network_id: is not there',
    detail: 'What to do:\n  - use another',
    at: ['networks', 0, 'network_id'],
  });
  expect(issueDiagnostic({ ...issue, attribute: ['clouds', 'x', 'token'] }, attributes).at).toEqual(['cloud']);
  expect(issueDiagnostic({ ...issue, attribute: [] }, attributes).at).toBeUndefined();
});

test('an error says the vendor’s words and never a secret', () => {
  redact('very-secret-token');
  const error = new CloudError('quota-exceeded', {
    cloud: 'somewhere',
    kind: 'ssh_key',
    id: 'somewhere/1',
    message: 'no more with very-secret-token',
    vendor: { code: 'limit', status: 403, requestId: 'r1', message: 'limit of very-secret-token' },
    next: ['ask for more'],
  });
  expect(errorDiagnostic(error, attributes)).toEqual({
    severity: 'error',
    summary: 'somewhere ssh key: no more with [secret]',
    detail:
      'It is somewhere/1.\n\nThe cloud said: limit of [secret] (code limit, HTTP 403, request r1)\n\nWhat to do:\n  - ask for more',
    at: ['cloud'],
  });
});

test('trouble with the connection is said once for each cloud, all else each time', () => {
  const said = new SaidOnce();
  // The vendor's words name each request.
  const trouble = (request: number) =>
    ({ code: 'unauthenticated', attribute: [], message: `denied (request ${request})` }) as const;
  expect([said.before('a', trouble(1)), said.before('a', trouble(2)), said.before('b', trouble(3))]).toEqual([
    false,
    true,
    false,
  ]);
  const other = { code: 'invalid', attribute: ['size'], message: 'no size' } as const;
  expect([said.before('a', other), said.before('a', other)]).toEqual([false, false]);
});
