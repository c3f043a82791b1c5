import { CloudError } from '../errors/index.js';
import { Hansa } from '../hansa.js';
import { Server } from '../kinds/index.js';
import { jumpingClock } from '../runtime/clock.js';
import { MemoryApi, memoryCloud } from '../runtime/testing/memory-cloud.js';
import { missingReferences, referencesAt } from './references.js';

const SPOTS = [
  { cloud: 'north', region: 'm1', size: 'medium' },
  { cloud: 'north', region: 'm2', size: 'medium' },
  { cloud: 'south', region: 'm1', size: 'medium' },
];
const web = { name: 'web', image: 'debian-12' };
const soldOut = (more = {}) => new CloudError('out-of-stock', { message: 'no more', ...more });

/** Two clouds in memory, and runs of one owner there, each as a process of its own. */
function clouds() {
  const [north, south] = [new MemoryApi(), new MemoryApi()];
  const clock = jumpingClock(0);
  const configured = { north: { driver: memoryCloud(north) }, south: { driver: memoryCloud(south) } };
  const run = () => new Hansa({ owner: 'shop', env: {}, clock, clouds: configured as never });
  const servers = () => [...north.of('server'), ...south.of('server')].map(({ place }) => place);
  return { north, south, run, servers };
}
const failure = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: unknown) => error as CloudError,
  );

describe('what an interrupted run has begun at one spot', () => {
  test('is finished there, though an earlier one has some again', async () => {
    const { north, south, run, servers } = clouds();
    let left = 0;
    north.before = (call) => {
      if (call === 'create server' && left === 0) throw soldOut();
    };
    const killed = await run().beginAtFirst('server', SPOTS, web);
    expect([killed.spot, killed.passed.length]).toEqual([SPOTS[2], 2]);
    left = 1;
    const { state, spot } = await run().createAtFirst('server', SPOTS, web);
    expect(spot).toEqual(SPOTS[2]);
    expect(state['id']).toMatch(/^south\//);
    expect([north.of('server').length, south.of('server').length, servers()]).toEqual([0, 1, ['m1']]);
  });

  test('and left alone where it is finished, of another name, or just being made by this very run', async () => {
    const { run, servers } = clouds();
    const one = run();
    await one.cloud('south').servers.create({ ...web, region: 'm1', size: 'medium' });
    await one.beginAtFirst('server', SPOTS.slice(1), { ...web, name: 'other' });
    await one.createAtFirst('server', SPOTS, web);
    expect(servers().sort()).toEqual(['m1', 'm1', 'm2']);
    expect((await failure(one.createAtFirst('server', SPOTS, web)))?.code).toBe('already-exists');
    expect(servers()).toHaveLength(3);
  });
});

describe('a cloud that takes it on and then has no room', () => {
  const late = (north: MemoryApi) => {
    north.before = (call) => {
      if (call === 'complete server') throw soldOut();
    };
  };

  test('keeps nothing of it, and it goes on', async () => {
    const { north, run, servers } = clouds();
    late(north);
    const told: string[] = [];
    const { spot } = await run().beginAtFirst('server', SPOTS, web, { onCreated: (id) => void told.push(id) });
    expect(spot.cloud).toBe('south');
    expect(told).toEqual(['north/server-1', 'north/server-2', 'south/server-1']);
    expect(servers()).toEqual(['m1']);
  });

  test('unless what is left there cannot be deleted: then it ends, and says what stands where', async () => {
    const { north, run, servers } = clouds();
    late(north);
    const { before } = north;
    north.before = (call) => {
      before(call);
      if (call === 'delete server') throw new CloudError('forbidden', { message: 'not allowed to delete' });
    };
    const error = await failure(run().createAtFirst('server', SPOTS, web));
    expect([error?.code, error?.details.id]).toEqual(['out-of-stock', 'north/server-1']);
    expect(servers()).toEqual(['m1']);
  });
});

test('a plan says what is wrong at any of them, once', async () => {
  const { run } = clouds();
  const told = async (spots: object[], spec: object) => {
    const { issues } = await run().planAtFirst('server', spots as typeof SPOTS, spec as typeof web);
    return issues.map(({ severity, attribute, message }) => `${severity} ${attribute.join('.')}: ${message}`);
  };
  expect(
    await told([...SPOTS, { cloud: 'south', region: 'mars' }], { ...web, name: 'No name', publicIpv4: true }),
  ).toEqual([
    expect.stringMatching(/^error name: use 1 to 63/),
    expect.stringMatching(/^error publicIpv4: north m1 medium \(and 1 more\): north does not offer/),
    expect.stringMatching(/^error publicIpv4: south m1 medium \(and 1 more\): south does not offer/),
  ]);
  const wrong = [
    { cloud: 'south', region: 'mars', size: 'medium' },
    { cloud: 'west', region: 'm1', size: 'medium' },
  ];
  expect(await told([...SPOTS, ...wrong], web)).toEqual([
    expect.stringMatching(/^error candidates.3.region: south mars medium: south has no place "mars"/),
    expect.stringMatching(/^error candidates.4.cloud: west m1 medium: the cloud "west" is not configured/),
  ]);
  const { plans } = await run().planAtFirst('server', [...SPOTS, ...SPOTS], web);
  expect(plans.map(({ plan: { place } }) => place?.id)).toEqual(['m1', 'm2', 'm1']);
});

test('a plan passes by what is sold out now, with a warning, unless all of it is', async () => {
  const { north, south, run } = clouds();
  const none = (api: MemoryApi) => {
    api.before = (call) => {
      if (call === 'sizes') throw soldOut();
    };
  };
  const severities = async () => {
    const { issues, plans } = await run().planAtFirst('server', SPOTS, web);
    return [issues.map(({ severity }) => severity), plans.map((one) => one.soldOut)];
  };
  none(north);
  expect(await severities()).toEqual([['warning'], [true, true, false]]);
  none(south);
  expect(await severities()).toEqual([['error'], [true, true, true]]);
});

test('a list of references means those of the cloud where it lands, and has to name some of each', async () => {
  const among = ['north', 'south'];
  const spec = {
    ...web,
    sshKeyIds: ['north/1', 'south/2'],
    networks: [{ networkId: 'south/7', ip: '10.0.0.7' }],
    firewallIds: ['east/9'],
  };
  expect(referencesAt(Server.attributes, spec, 'south', among)).toEqual({ ...spec, sshKeyIds: ['south/2'] });
  expect(referencesAt(Server.attributes, spec, 'north', among)).toEqual({
    ...spec,
    sshKeyIds: ['north/1'],
    networks: [],
  });
  expect(missingReferences(Server.attributes, spec, 'south', among)).toEqual([]);
  const { run, servers } = clouds();
  const error = await failure(run().createAtFirst('server', SPOTS, spec));
  expect([error?.code, error?.details.attribute]).toEqual(['invalid', ['networks']]);
  expect(error?.details.message).toMatch(/^north m1 medium: names nothing of north, where it may stand as well$/);
  expect(servers()).toEqual([]);
});
