import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { direct } from '@hansa/conformance';
import { startEmulator } from '@hansa/emulator';
import { Hansa, jumpingClock } from '@hansa/sdk';
import { startGateway } from '@hansa/seca-gateway';
import { TENANT, TOKEN } from './gateway.fixture.js';

/**
 * SECA's published conformance suite at the gateway, over emulated clouds, and at the emulated SECA itself. SECA_SUITE is its program (docs/seca.md says how it is built),
 * SECA_SUITE_CLOUDS the clouds (all that are emulated, where it is not set).
 */

const { SECA_SUITE, SECA_SUITE_CLOUDS = 'hetzner,scaleway,openstack,upcloud,ionos,ovh,seca' } = process.env;
if (!SECA_SUITE) console.warn('no suite of SECA: set SECA_SUITE to its program, secatest');

/** Where one scenario wants refused what another one wants accepted, and the two differ in a name alone: docs/seca.md. */
const CONTRADICTED = ['Authorization.V1.RoleAssignmentLifeCycle', 'Network.V1.NicError'];
/** The emulated SECA is strict: what is referred to has to be there (packages/emulator/src/seca/README.md). */
const TOO_EARLY = [
  'Authorization.V1.RoleAssignmentLifeCycle',
  'Network.V1.ProviderLifeCycle',
  'Network.V1.ProviderQueries',
  'Usage.V1.FoundationProviders',
];
const USERS = ['one@example.eu', 'two@example.eu'];

interface Summary {
  totals: { total: number; passed: number };
  scenarios: { name: string; status: string; error?: { message: string } }[];
}

interface Place {
  url: string;
  region: string;
  tenant: string;
  token: string;
  /** How often the suite looks for what it waits for. */
  looks: number;
}

/** What the suite says of each scenario, at one place that serves SECA. */
async function run({ url, region, tenant, token, looks }: Place): Promise<Summary> {
  const folder = mkdtempSync(join(tmpdir(), 'seca-suite-'));
  const summary = join(folder, 'summary.json');
  const given = {
    'provider.region.v1': `${url}/providers/seca.region`,
    'provider.authorization.v1': `${url}/providers/seca.authorization`,
    'client.auth.token': token,
    'client.tenant': tenant,
    'client.region': region,
    'scenarios.users': USERS.join(','),
    'scenarios.cidr': '10.1.0.0/16',
    'scenarios.public.ips': '203.0.113.0/26',
    'report.results.path': join(folder, 'results'),
    'output.summary.path': summary,
    'retry.base.delay': '0',
    'retry.base.interval': '1',
    'retry.max.attempts': String(looks),
  };
  try {
    const words = Object.entries(given).map(([word, value]) => `--${word}=${value}`);
    // It ends with 1 where a scenario failed; what counts is what it wrote down.
    const output = await promisify(execFile)(String(SECA_SUITE), ['run', ...words], { maxBuffer: 2 ** 28 }).catch(
      (error: Error & { stdout: string }) => `${error.message.slice(0, 500)}\n${error.stdout.slice(-2000)}`,
    );
    try {
      return JSON.parse(readFileSync(summary, 'utf8')) as Summary;
    } catch {
      throw new Error(`the suite wrote no summary: ${output}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Holds the suite to all of its scenarios but those that are known to fail, and says each. */
async function passes(name: string, place: Place, known: readonly string[]): Promise<void> {
  const { scenarios, totals } = await run(place);
  const failed = scenarios.filter(({ status }) => status !== 'passed');
  const why = ({ name: scenario, error }: Summary['scenarios'][number]) =>
    `${scenario}: ${error?.message.trim().slice(-300)}`;
  const told = scenarios.map(({ name: scenario, status }) => `  ${status.padEnd(8)}${scenario}`);
  console.log(`${name}: ${totals.passed} of ${totals.total} scenarios passed\n${told.join('\n')}`);
  expect(failed.filter((one) => !known.includes(one.name)).map(why)).toEqual([]);
  expect(totals.total).toBeGreaterThanOrEqual(55);
}

(SECA_SUITE ? describe : describe.skip)('the published conformance suite', () => {
  it.each(SECA_SUITE_CLOUDS.split(','))('over %s', async (cloud) => {
    const clock = jumpingClock();
    const emulator = await startEmulator({ clouds: [cloud], clock, rateLimit: false });
    const hansa = new Hansa({
      clouds: { [cloud]: {} },
      env: emulator.env,
      clock,
      owner: 'seca',
      wire: direct(emulator),
    });
    const handle = hansa.cloud(cloud);
    const logged: string[] = [];
    const gateway = await startGateway({
      cloud: handle,
      owner: 'seca',
      token: TOKEN,
      tenants: [TENANT],
      subjects: USERS,
      port: 0,
      // Its answers wait in the suite's own time; what they wait for takes none.
      log: (line) => void logged.push(line),
    });
    try {
      const region = String(gateway.gateway.ground.regions[0]?.name);
      await passes(cloud, { url: gateway.url, region, tenant: TENANT, token: TOKEN, looks: 100_000 }, CONTRADICTED);
      expect(logged).toEqual([]);
    } finally {
      await gateway.close();
      await emulator.close();
    }
  });

  it('at the emulated SECA', async () => {
    const emulator = await startEmulator({ clouds: ['seca'], clock: { scale: 1_000 }, rateLimit: false });
    const { SECA_URL: url = '', SECA_TENANT: tenant = '', SECA_TOKEN: token = '' } = emulator.env;
    try {
      await passes('the emulated SECA', { url, region: 'eu-central', tenant, token, looks: 500 }, TOO_EARLY);
    } finally {
      await emulator.close();
    }
  });
});
