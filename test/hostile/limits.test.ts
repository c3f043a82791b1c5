import { PROVIDER, servers } from './fleet.fixture.js';
import { Ground, type Workspace } from './ground.fixture.js';

const ELSEWHERE = /another size or region|another region or another size/;
interface Words {
  quota: RegExp[];
  /** What is limited, and how much of it a server takes; else servers are counted. */
  counts?: [name: string, each: number];
  size: string;
  /** What the vendor calls that runs out; else the size. */
  stock?: string;
  soldOut: string;
  next: RegExp;
}
/** How each vendor names what ran out. */
const WORDS: Record<string, Words> = {
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
    counts: ['instances', 1],
    size: 'd2-4',
    soldOut: 'sold out',
    next: ELSEWHERE,
  },
  // Nor does this one's, and it is the order that fails, after it was taken.
  ionos: {
    quota: [/resource limit for cores/, /higher limits/],
    counts: ['cores', 2],
    size: 'VCPU-2-4',
    stock: 'VCPU',
    soldOut: 'not enough resources',
    next: /another size or location/,
  },
};

describe.each(Object.keys(WORDS))('what runs out at %s in the middle of five servers', (cloud) => {
  const { quota, counts: [limited, each] = ['servers', 1], size, stock = size, soldOut, next } = WORDS[cloud]!;
  let ground: Ground;
  let workspace: Workspace;

  beforeAll(async () => {
    ground = await Ground.inProcess();
    workspace = await ground.workspaceInProcess(PROVIDER + servers(cloud, 5));
  });
  afterAll(() => ground.close());
  beforeEach(() => {
    ground.emulator.reset();
    workspace.forgetState();
  });

  test('a quota: what was made stays, the error says what to do, and with more of it the next apply completes', async () => {
    ground.emulator.quotas.set(cloud, limited, 2 * each);
    const { code, output } = await workspace.run(['apply', '-auto-approve', '-input=false']);
    expect(code).toBe(1);
    expect(output.match(/Error: /g)).toHaveLength(3);
    for (const word of [...quota, /What to do:/]) expect(output.replace(/\s+/g, ' ')).toMatch(word);
    expect(workspace.resources()).toHaveLength(2);
    expect((await ground.inventory(cloud))['servers']).toHaveLength(2);

    ground.emulator.quotas.set(cloud, limited, 5 * each);
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
    ground.emulator.stock.soldOut(cloud, stock);
    const { code, output } = await workspace.run(['apply', '-input=false', 'saved']);
    expect({ code, output: output.replace(/\s+/g, ' ') }).toMatchObject({
      code: 1,
      output: expect.stringMatching(next),
    });
    expect(output).toContain(soldOut);
    // What the vendor took and did not carry out is in the state, and found to be gone at the next plan.
    expect((await ground.inventory(cloud))['servers']).toHaveLength(3);

    workspace.write(some(3));
    await workspace.expectNoChanges();
    ground.emulator.stock.restock(cloud, stock);
    workspace.write(some(5));
    expect(await workspace.apply()).toContain('2 added, 0 changed, 0 destroyed');
    await workspace.expectNoChanges();
  });
});
