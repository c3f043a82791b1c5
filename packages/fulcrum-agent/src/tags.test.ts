import type { CloudHandle } from '@hansa/sdk';
import { type CloudRecord, claimSet } from '@hansa/sdk/claims';
import { tagsOf } from './tags.js';

const page = { evidenceUrl: 'https://example.org', observedOn: '2026-11-01', confidence: 'medium' } as const;
const held = { status: 'held', scope: {}, assessedBy: 'x', validUntil: '2026-12-31', ...page } as const;
const link = (entity: string, country: string | null) =>
  ({ of: 'Acme GmbH', entity, sort: 'company', country, share: 60, holds: 'control', ...page }) as const;
const record = (more: Partial<NonNullable<CloudRecord['control']>>): CloudRecord => ({
  cloud: 'acme',
  title: 'Acme',
  control: {
    contractingEntity: { name: 'Acme GmbH', country: 'DE', ...page },
    chain: [],
    knownTo: 'ultimate',
    ...more,
  },
  places: [],
  interfaces: [],
  claims: [
    { ...held, scheme: 'c5', level: 'type-2' },
    { ...held, scheme: 'iso-27001', scope: { regions: ['b1'] } },
  ],
});
const cloud = {
  id: 'acme',
  places: async () => [
    { id: 'b1', country: 'DE' },
    { id: 'x1', country: null },
  ],
};
const tags = (of: CloudRecord, day = '2026-11-26') => tagsOf(cloud as unknown as CloudHandle, day, claimSet([of]));

it('say where, whose, and what is held everywhere, on that day', async () => {
  expect(await tags(record({}))).toEqual([
    'claim:c5',
    'claim:c5=type-2',
    'cloud:acme',
    'contract:DE',
    'control:DE',
    'country:DE',
    'region:b1',
    'region:x1',
  ]);
  expect(await tags(record({}), '2027-01-01')).not.toContain('claim:c5');
});

it.each<[string, Parameters<typeof record>[0], string[]]>([
  ['a parent abroad', { chain: [link('Acme Inc', 'US')] }, ['control:US']],
  ['a parent of unknown country', { chain: [link('Acme Inc', null)] }, []],
  ['a chain that is not known to its end', { knownTo: 'partial' }, []],
])('%s', async (_what, control, expected) => {
  expect((await tags(record(control))).filter((tag) => tag.startsWith('control:'))).toEqual(expected);
});
