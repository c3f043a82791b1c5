import { PROVIDER, servers } from './fleet.fixture.js';
import { Ground, type Workspace } from './ground.fixture.js';

const ELSEWHERE = /another size or region|another region or another size/;
/** How each vendor names what ran out. */
const WORDS: Record<string, { quota: RegExp[]; quotaName?: string; size: string; soldOut: string; next: RegExp }> = {
  hetzner: { quota: [/server_limit/, /higher limit/], size: 'cx23', soldOut: 'sold out', next: ELSEWHERE },
  scaleway: {
    quota: [/quota/, /\b2 of 2\b/],
    size: 'DEV1-M',
    soldOut: 'sold out',
    next: ELSEWHERE,
  },
  // Its catalogue does not say what is sold out: the refusal does.
  upcloud: {
    quota: [/LIMIT_REACHED/],
    size: '2xCPU-4GB',
    soldOut: 'not enough resources',
    next: /another size or zone/,
  },
  ovh: {
    quota: [/instances \(1 wanted, 2 used, limit 2\)/, /larger quota/],
    quotaName: 'instances',
    size: 'd2-4',
    soldOut: 'sold out',
    next: ELSEWHERE,
  },
};

describe.each(Object.keys(WORDS))('what runs out at %s in the middle of five servers', (cloud) => {
  const { quota, quotaName = 'servers', size, soldOut, next } = WORDS[cloud]!;
  let ground: Ground;
  let workspace: Workspace;

  beforeAll(async () => {
    ground = await Ground.start();
    workspace = await ground.workspace(PROVIDER + servers(cloud, 5));
  });
  afterAll(() => ground.close());
  beforeEach(() => {
    ground.emulator.reset();
    workspace.forgetState();
  });

  test('a quota: what was made stays, the error says what to do, and with more of it the next apply completes', async () => {
    ground.emulator.quotas.set(cloud, quotaName, 2);
    const { code, output } = await workspace.run(['apply', '-auto-approve', '-input=false']);
    expect(code).toBe(1);
    expect(output.match(/Error: /g)).toHaveLength(3);
    for (const word of [...quota, /What to do:/]) expect(output.replace(/\s+/g, ' ')).toMatch(word);
    expect(workspace.resources()).toHaveLength(2);
    expect((await ground.inventory(cloud))['servers']).toHaveLength(2);

    ground.emulator.quotas.set(cloud, quotaName, 5);
    expect(await workspace.apply()).toContain('3 added, 0 changed, 0 destroyed');
    await workspace.expectNoChanges();
    await workspace.destroy();
    expect(await ground.inventory(cloud)).toEqual({});
  });

  test('sold out between plan and apply: the others stay, the error says what to do, and what is left completes', async () => {
    const some = (count: number) => PROVIDER + servers(cloud, count, { size: `"${size}"` });
    workspace.write(some(3));
    await workspace.apply();
    workspace.write(some(5));
    await workspace.ok('plan', '-out=saved', '-input=false');
    ground.emulator.stock.soldOut(cloud, size);
    const { code, output } = await workspace.run(['apply', '-input=false', 'saved']);
    expect({ code, output: output.replace(/\s+/g, ' ') }).toMatchObject({
      code: 1,
      output: expect.stringMatching(next),
    });
    expect(output).toContain(soldOut);
    expect(workspace.resources()).toHaveLength(3);

    workspace.write(some(3));
    await workspace.expectNoChanges();
    ground.emulator.stock.restock(cloud, size);
    workspace.write(some(5));
    expect(await workspace.apply()).toContain('2 added, 0 changed, 0 destroyed');
    await workspace.expectNoChanges();
  });
});
