import type { ConnectContext } from '../../runtime/driver/cloud.js';
import type { HttpRequest } from '../../runtime/transport/http.js';
import { scaleway } from './cloud.js';
import type { ScalewayConfig } from './config.js';

const SECRET = 'a-secret-key-of-scaleway';

function context(
  config: ScalewayConfig,
  answer: object,
): { context: ConnectContext<ScalewayConfig>; sent: HttpRequest[] } {
  const sent: HttpRequest[] = [];
  const clock = { now: () => 0, sleep: async () => {} };
  const transport: ConnectContext<ScalewayConfig>['transport'] = ({ authenticate }) => {
    const last = async (request: HttpRequest) => {
      sent.push(request);
      return { status: 200, headers: {}, body: answer };
    };
    return authenticate ? authenticate(last) : last;
  };
  return { context: { id: 'scaleway', config, env: { SCW_CONFIG_PATH: '/nowhere' }, clock, transport }, sent };
}

it('asks for the default project of the API key where nobody names one', async () => {
  const { context: at, sent } = context({ secretKey: SECRET, accessKey: 'SCW1' }, { default_project_id: 'p-1' });
  expect((await scaleway.connect(at)).projectId).toBe('p-1');
  expect(sent).toEqual([
    expect.objectContaining({ path: '/iam/v1alpha1/api-keys/SCW1', headers: { 'x-auth-token': SECRET } }),
  ]);
});

it('asks nobody where the project is named, and says what is missing where it cannot ask', async () => {
  const named = context({ secretKey: SECRET, projectId: 'p-2', region: 'NL' }, {});
  const api = await scaleway.connect(named.context);
  expect(named.sent).toEqual([]);
  expect(scaleway.defaultRegion({ config: {}, env: {}, api })).toBe('NL');
  await expect(scaleway.connect(context({ secretKey: SECRET }, {}).context)).rejects.toMatchObject({
    code: 'invalid',
    details: { attribute: ['projectId'] },
  });
  await expect(scaleway.connect(context({ secretKey: SECRET, accessKey: 'SCW1' }, {}).context)).rejects.toThrow(
    /has no default project/,
  );
});
