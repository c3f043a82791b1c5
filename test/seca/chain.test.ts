import { runSuite } from '@hansa/conformance';
import { type Clock, jumpingClock, KINDS, type Wire } from '@hansa/sdk';
import { type Opened, openOver, TENANT, TOKEN } from './gateway.fixture.js';

/**
 * The laws through two layers: our driver speaks SECA to our gateway, which drives an emulated cloud. Neither knows the other's code, so that
 * each is a referee of the other. What is left out (interruptions, refusals, secrets) is tried of each by itself.
 */

const ENDPOINT = 'https://gateway.test';
const LAWS = [1, 2, 3, 5];
/** That of lists makes a page of things at once, which is the most that can be asked of the gateway; once is enough. */
const LAWS_OF: Readonly<Record<string, readonly number[]>> = { server: [...LAWS, 6] };
let opened: Opened;

beforeAll(async () => {
  opened = await openOver('hetzner', { url: ENDPOINT, clock: jumpingClock() });
  await opened.ask('PUT', `/regions/fsn1/providers/seca.workspace/v1/tenants/${TENANT}/workspaces/chain`, { body: {} });
});

afterAll(() => opened.close());

/** Carries a request to the gateway without a socket. */
const wire: Wire = async ({ method, url, headers, text }) => {
  const path = url.slice(ENDPOINT.length);
  const response = await opened.gateway.app.request(path, {
    method,
    headers,
    ...(text === undefined ? {} : { body: text }),
  });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: (await response.text()) || undefined,
  };
};

/** Who waits for the gateway waits until it is at rest: so nothing depends on how fast the machine is. */
function patientClock(): Clock {
  const clock = jumpingClock();
  return {
    now: () => clock.now(),
    sleep: async (ms, signal) => {
      await opened.gateway.gateway.rest();
      await clock.sleep(ms, signal);
    },
  };
}

test.each(KINDS.map((kind) => kind.name))('%s', async (kind) => {
  const settings = { token: TOKEN, endpoint: ENDPOINT, tenant: TENANT, workspace: 'chain' };
  const { verdicts, left } = await runSuite({
    cloud: 'seca',
    settings,
    kinds: [kind],
    laws: LAWS_OF[kind] ?? LAWS,
    region: 'fsn1',
    emulated: true,
    hansa: { env: {}, clock: patientClock(), wire },
    direct: wire,
    secrets: [TOKEN],
  });
  expect(verdicts.filter((v) => v.status === 'failed').map((v) => `law ${v.law}, ${v.title}: ${v.reason}`)).toEqual([]);
  expect(left).toEqual([]);
  await opened.gateway.gateway.rest();
  const cloud = opened.hansa.cloud('hetzner');
  const standing = await Promise.all(KINDS.map((one) => cloud.kind(one.name).list()));
  expect(standing.flat()).toEqual([]);
});
