import { PROVIDER, servers } from './fleet.fixture.js';
import { Ground, start, until } from './ground.fixture.js';

/** After how many creates of the first run the second begins. */
const LEADS = { hetzner: [0, 1, 3], scaleway: [0, 1, 3], upcloud: [1], ovh: [1], ionos: [1] };

describe.each(Object.entries(LEADS))('two applies of the same owner and names at %s', (cloud, leads) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await Ground.start({ clock: { scale: 20 } });
  });
  afterAll(() => ground.close());
  beforeEach(() => ground.emulator.reset());

  test.each(leads)(
    'the second when the first has made %i: no doubles, and who comes too late is told',
    async (lead) => {
      const hcl = PROVIDER + servers(cloud, 3);
      const [one, two] = [await ground.workspace(hcl), await ground.workspace(hcl)];
      ground.emulator.requests.clear();
      const first = start(one, 'apply', '-auto-approve', '-input=false');
      const { requests } = ground.emulator;
      const made = () =>
        [200, 201, 202].flatMap((status) =>
          requests.list({ cloud, method: 'POST', status }).filter(({ path }) => !path.endsWith('/token')),
        ).length;
      await until(`${lead} creates`, () => made() >= lead);
      const second = start(two, 'apply', '-auto-approve', '-input=false');
      const [a, b] = await Promise.all([first.ended, second.ended]);
      // Each server stands in one state alone; to whoever has not got it that was said.
      const ids = [one, two].flatMap((workspace) => workspace.resources().map(({ attributes }) => attributes['id']));
      expect(ids).toHaveLength(new Set(ids).size);
      expect((await ground.inventory(cloud))['servers']).toHaveLength(ids.length);
      const text = (a.output + b.output).replace(/\s+/g, ' ');
      expect(text.match(/Error: /g)).toHaveLength(6 - ids.length);
      expect(text).toMatch(
        /is just being made by another run of the owner "shop"|is there already, made by the owner "shop"/,
      );
      expect(text).toContain('What to do:');
      // What is claimed is about the two that apply: to clear away one process is enough.
      for (const workspace of [one, two]) {
        await ground.takeOver(workspace);
        await workspace.destroy();
      }
      expect(await ground.inventory(cloud)).toEqual({});
    },
  );
});
