import type { FaultSpec } from '@hansa/emulator';
import { Ground, type Workspace } from './ground.fixture.js';

// A hundred servers at five clouds while one request in twenty goes wrong, in every way that a network knows.

const CLOUDS = {
  hetzner: { region: 'fsn1', servers: 35 },
  scaleway: { region: 'fr-par-1', servers: 20 },
  upcloud: { region: 'fi-hel1', servers: 15 },
  ovh: { region: 'GRA11', servers: 15 },
  ionos: { region: 'de/fra', servers: 15 },
};
const HCL = `
provider "hansa" {
  owner = "shop"
}
${Object.entries(CLOUDS)
  .map(
    ([cloud, { region, servers }]) => `
resource "hansa_server" "${cloud}" {
  count  = ${servers}
  cloud  = "${cloud}"
  region = "${region}"
  name   = format("web-%02d", count.index)
  size   = "SCS-2V-4"
  image  = "debian-12"
}`,
  )
  .join('\n')}
`;

/** Of so many requests one goes wrong, by each of the seven kinds in turn. */
const EVERY = 20;
const KINDS: readonly FaultSpec[] = [
  { kind: 'status', status: 503 },
  { kind: 'status', status: 503, when: 'after' },
  { kind: 'reset' },
  { kind: 'reset', when: 'after' },
  { kind: 'status', status: 429, headers: { 'retry-after': '1' } },
  { kind: 'status', status: 429 },
  { kind: 'truncate' },
];

function storm(method: string | undefined, shift: number): FaultSpec[] {
  return Object.keys(CLOUDS).flatMap((cloud) =>
    KINDS.map((kind, i) => ({
      ...kind,
      cloud,
      method,
      nth: 1 + ((i * EVERY + shift) % (EVERY * KINDS.length)),
      every: EVERY * KINDS.length,
      times: 'always' as const,
    })),
  );
}

describe('a hundred servers, and one request in twenty goes wrong', () => {
  let ground: Ground;
  let workspace: Workspace;

  beforeAll(async () => {
    ground = await Ground.inProcess();
    for (const [cloud, { servers }] of Object.entries(CLOUDS)) ground.emulator.quotas.set(cloud, 'servers', servers);
    workspace = await ground.workspaceInProcess(HCL);
  });
  afterAll(() => ground.close());

  /** Runs a command in the storm; how many requests each cloud got, and how many of them went wrong. */
  async function inStorm(work: () => Promise<unknown>): Promise<Record<string, { requests: number; wrong: number }>> {
    const { faults, requests } = ground.emulator;
    for (const fault of [...storm(undefined, 7), ...storm('POST', 3)]) faults.add(fault);
    requests.clear();
    await work();
    faults.clear();
    return Object.fromEntries(
      Object.keys(CLOUDS).map((cloud) => {
        const all = requests.list({ cloud });
        return [cloud, { requests: all.length, wrong: all.filter(({ faults }) => faults.length > 0).length }];
      }),
    );
  }

  test('one apply makes them all, and each once', async () => {
    const counts = await inStorm(async () => {
      expect(await workspace.apply('-parallelism=50')).toContain('100 added');
    });
    for (const [cloud, { servers }] of Object.entries(CLOUDS)) {
      const names = (await ground.inventory(cloud))['servers'] ?? [];
      expect(names).toHaveLength(new Set(names).size);
      expect(counts[cloud]?.wrong).toBeGreaterThan(servers / EVERY);
    }
    console.log('apply', counts);
  });

  test('the second plan is empty', async () => {
    console.log('plan', await inStorm(() => workspace.expectNoChanges()));
  });

  test('destroy leaves nothing', async () => {
    console.log('destroy', await inStorm(() => workspace.ok('destroy', '-auto-approve', '-parallelism=50')));
    for (const cloud of Object.keys(CLOUDS)) expect(await ground.inventory(cloud)).toEqual({});
  });
});
