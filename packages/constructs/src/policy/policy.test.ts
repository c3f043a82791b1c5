import { rmSync } from 'node:fs';
import type * as placementModule from '@hansa/provider-hansa/placement';
import type * as serverModule from '@hansa/provider-hansa/server';
import { type CloudRecord, claimSet } from '@hansa/sdk/claims';
import type { Policy } from '@hansa/sdk/policy';
import type { TerraformStack } from 'cdktf';
import { type Fork, load } from '../web-service/fork.fixture.js';
import type * as policyModule from './index.js';

const page = { evidenceUrl: 'https://example.org/owners', observedOn: '2026-11-20', confidence: 'high' } as const;
const record = (cloud: string, country: string): CloudRecord => ({
  ...{ cloud, title: cloud, interfaces: [], claims: [] },
  control: {
    contractingEntity: { name: `${cloud} GmbH`, country: 'DE', ...page },
    chain: [
      {
        ...{ of: `${cloud} GmbH`, entity: `${cloud} Holding`, sort: 'company', share: 100, holds: 'control' },
        country,
        ...page,
      },
    ],
    knownTo: 'ultimate',
  },
  places: [{ region: 'here', country: 'DE', city: null, ...page }],
});
const claims = claimSet([record('hanse', 'DE'), record('istmo', 'MX')]);

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe.each(['cdktf', 'cdktn'] as const)('a policy at synthesis under %s', (name) => {
  let fork: Fork;
  let policy: typeof policyModule;

  beforeAll(() => {
    fork = load(name);
    policy = require('./index.js') as typeof policyModule;
  });
  afterAll(() => {
    jest.dontMock('cdktf');
  });

  function synth(
    wanted: Policy,
    cloud: string,
    region?: string,
    more: { candidates?: { cloud: string; region: string; size?: string }[]; drivers?: Record<string, string> } = {},
  ): { stack: TerraformStack; run(): string } {
    const { cdk, provider } = fork;
    const app = cdk.Testing.app({ context: { targetVersions: { terraform: '>=1.11', opentofu: '>=1.11' } } });
    folders.push(app.outdir);
    const stack = new cdk.TerraformStack(app, 'stack');
    new provider.HansaProvider(stack, 'hansa', {});
    const { Server } = require('@hansa/provider-hansa/server') as typeof serverModule;
    const { candidates, ...options } = more;
    const where = candidates ? { candidates } : { cloud, ...(region && { region }), size: 'SCS-2V-4' };
    new Server(stack, 'web', { ...where, name: 'web', image: 'debian-12' });
    policy.checkPolicy(stack, { policy: wanted, claims, today: '2026-11-26', ...options });
    return { stack, run: () => cdk.Testing.synth(stack, true) };
  }

  test('what keeps it is synthesized', () => {
    const { run } = synth({ countries: ['EU'], control: { countries: ['EU'] } }, 'hanse', 'here');
    expect(run()).toContain('"hansa_server"');
  });

  test('what breaks it is an error at the resource, with who, where from and what to do', () => {
    expect(() => synth({ control: { countries: ['EU'] } }, 'istmo', 'here').run()).toThrow(
      /stack\/web: policy \(control\), not met: istmo Holding in MX \(Mexico\) controls istmo GmbH with 100 %; .* \[https:\/\/example.org\/owners, read 2026-11-20\]\. What to do: use a cloud under other control/,
    );
    expect(() => synth({ countries: ['FR'] }, 'hanse', 'DE').run()).toThrow(/policy \(countries\), not met/);
  });

  test('each candidate is held against it, and what breaks it at several of them is one error', () => {
    const candidates = [
      { cloud: 'hanse', region: 'here', size: 'small' },
      { cloud: 'istmo', region: 'here', size: 'small' },
      { cloud: 'istmo', region: 'here', size: 'large' },
    ];
    const wanted: Policy = { control: { countries: ['EU'] } };
    expect(() => synth(wanted, '', '', { candidates: candidates.slice(0, 1) }).run()).not.toThrow();
    const broken = () => synth(wanted, '', '', { candidates }).run();
    expect(broken).toThrow(/stack\/web: policy \(control\), not met: istmo Holding in MX/);
    expect(broken).not.toThrow(/(istmo Holding in MX[\s\S]*){2}/);
  });

  test("a placement's list is a reference, and left to the plan", () => {
    const { cdk, provider } = fork;
    const app = cdk.Testing.app();
    folders.push(app.outdir);
    const stack = new cdk.TerraformStack(app, 'stack');
    new provider.HansaProvider(stack, 'hansa', {});
    const { Placement } = require('@hansa/provider-hansa/placement') as typeof placementModule;
    const { Server } = require('@hansa/provider-hansa/server') as typeof serverModule;
    const place = new Placement(stack, 'place', { requirements: { size: 'SCS-2V-4' } });
    for (const [id, candidates] of Object.entries({ a: place.candidates, b: place.choices.get(1).candidates }))
      new Server(stack, id, { candidates, name: id, image: 'debian-12' });
    policy.checkPolicy(stack, { policy: { countries: ['FR'] }, claims });
    const { resource } = JSON.parse(cdk.Testing.synth(stack, true));
    const candidates = ({ candidates: list }: { candidates: string }) => list.slice(2, -1);
    expect(Object.values<{ candidates: string }>(resource.hansa_server).map(candidates)).toEqual([
      'hansa_placement.place.candidates',
      'hansa_placement.place.choices[1].candidates',
    ]);
  });

  test('a cloud of another name is known by its driver', () => {
    const wanted = { control: { countries: ['EU'] } };
    const other = { drivers: { production: 'istmo' } };
    expect(() => synth(wanted as Policy, 'production', 'here', other).run()).toThrow(/istmo Holding in MX/);
  });

  test('what only the plan can know is left to it', () => {
    const { cdk } = fork;
    const policyOfPlan: Policy = { countries: ['FR'], price: { currency: 'EUR', perResource: 1 } };
    for (const [cloud, region] of [
      ['hanse', undefined],
      ['hanse', 'nowhere-known'],
      [cdk.Token.asString({ resolve: () => 'istmo' }), 'here'],
    ] as const)
      expect(() => synth(policyOfPlan, cloud, region).run()).not.toThrow();
  });

  test.each([
    ['error', /unknown: whether hanse holds .* no claim to it is on record/],
    ['warning', null],
    ['allow', null],
  ] as const)('what nobody can tell is: %s', (unknown, message) => {
    const { stack, run } = synth({ certifications: [{ scheme: 'c5' }], unknown }, 'hanse', 'here');
    if (message) expect(run).toThrow(message);
    else run();
    const warnings = stack.node
      .findAll()
      .flatMap(({ node }) => node.metadata.filter(({ type }) => type === '@cdktf/warn'));
    expect(warnings).toHaveLength(unknown === 'warning' ? 1 : 0);
  });

  test('a rule that is none is told at once', () => {
    expect(() => synth({ countries: ['Germany'] }, 'hanse')).toThrow(/"Germany" is no country/);
  });
});
