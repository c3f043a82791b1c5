import fc from 'fast-check';
import { type CloudRecord, claimSet, SCHEMES } from '../claims/index.js';
import type { Candidate } from './candidate.js';
import { page, TODAY } from './clouds.fixture.js';
import { evaluate, objections } from './evaluate.js';
import { findingText } from './finding.js';
import type { Policy } from './model.js';
import { settlePolicy } from './settle.js';
import { worst } from './verdict.js';

const COUNTRIES = ['DE', 'FR', 'CH', 'US'];
const country = fc.constantFrom(...COUNTRIES);
const day = fc.constantFrom('2026-01-01', TODAY, '2027-01-01');
const service = fc.constantFrom('server' as const, 'volume' as const);
const some = <T>(...all: T[]) => fc.subarray(all, { minLength: 1 }) as fc.Arbitrary<[T, ...T[]]>;

const control: fc.Arbitrary<CloudRecord['control']> = fc
  .array(
    fc.record({
      below: fc.nat(3),
      sort: fc.constantFrom('company' as const, 'free-float' as const),
      country: fc.option(country),
      share: fc.option(fc.constantFrom(5, 20, 30, 60)),
      holds: fc.constantFrom('control' as const, 'minority' as const, 'unknown' as const),
    }),
    { maxLength: 4 },
  )
  .chain((links) =>
    fc.record({
      contractingEntity: country.map((one) => ({ name: 'party', country: one, ...page('party') })),
      chain: fc.constant(
        links.map(({ below, ...link }, i) => {
          const above = below % (i + 1);
          return {
            ...link,
            of: above === 0 ? 'party' : `owner ${above}`,
            entity: `owner ${i + 1}`,
            ...page(`owner-${i}`),
          };
        }),
      ),
      knownTo: fc.constantFrom('ultimate' as const, 'partial' as const),
    }),
  );

const claim: fc.Arbitrary<CloudRecord['claims'][number]> = fc.record({
  scheme: fc.constant('c5' as const),
  level: fc.constantFrom(undefined, 'type-1', 'type-2'),
  status: fc.constantFrom('held' as const, 'self-declared' as const, 'in-process' as const, 'expired' as const),
  scope: fc.record({ services: fc.constantFrom(undefined, ['server' as const]) }) as fc.Arbitrary<object>,
  assessedBy: fc.constant('somebody'),
  validUntil: fc.option(day),
  evidenceUrl: fc.constant('https://example.org/c5'),
  observedOn: fc.constant('2026-11-20'),
  confidence: fc.constant('medium' as const),
});

const record = (cloud: string): fc.Arbitrary<CloudRecord> =>
  fc.record({
    cloud: fc.constant(cloud),
    title: fc.constant(cloud),
    control: fc.option(control),
    places: fc.array(
      fc.option(country).map((one) => ({ region: 'here', country: one, city: null, ...page('place') })),
      { maxLength: 1 },
    ),
    interfaces: fc.subarray([
      { interface: 'openstack' as const, services: ['server' as const] as ['server'], ...page('openstack') },
      { interface: 's3' as const, ...page('s3') },
    ]),
    claims: fc.array(claim, { maxLength: 3 }),
  });

const candidate: fc.Arbitrary<Candidate> = fc.record(
  {
    cloud: fc.constantFrom('one', 'two', 'nobody'),
    service: fc.option(service),
    place: fc.option(fc.option(country).map((one) => ({ id: 'here', country: one }))),
    price: fc.option(
      fc.record({ perMonth: fc.option(fc.integer({ min: 0, max: 20 })), currency: fc.constantFrom('EUR', 'CHF') }),
    ),
    deletionProtected: fc.boolean(),
    customerKeys: fc.boolean(),
  },
  { requiredKeys: ['cloud', 'service', 'place', 'price'] },
);

const policy: fc.Arbitrary<Policy> = fc.record(
  {
    countries: some(...COUNTRIES),
    control: fc.record({
      countries: some(...COUNTRIES),
      maxSharePercent: fc.constantFrom(10, 24, 50),
      maxJointSharePercent: fc.constantFrom(10, 39, 70),
    }),
    certifications: fc.array(
      fc.record(
        {
          scheme: fc.constant('c5' as const),
          level: fc.constantFrom('type-1', 'type-2'),
          statuses: some('held' as const, 'self-declared' as const, 'expired' as const),
          services: some('server' as const, 'volume' as const),
        },
        { requiredKeys: ['scheme'] },
      ),
      { maxLength: 2 },
    ),
    interfaces: some('openstack' as const, 's3' as const, 'seca' as const),
    backup: fc.record(
      { cloud: fc.constantFrom('one', 'two', 'nobody'), country, otherCountry: fc.boolean() },
      { requiredKeys: [] },
    ),
    deletionProtection: some('server' as const, 'volume' as const),
    customerKeys: some('server' as const, 'volume' as const),
    price: fc.record({ currency: fc.constant('EUR'), perResource: fc.integer({ min: 0, max: 20 }) }),
    exceptions: fc.array(
      fc.record(
        {
          rule: fc.constantFrom('countries' as const, 'control' as const, 'certifications' as const, 'price' as const),
          because: fc.constant('so it was decided'),
          cloud: fc.constantFrom('one', 'two'),
          entity: fc.constantFrom('party', 'owner 1'),
          until: day,
        },
        { requiredKeys: ['rule', 'because'] },
      ),
      { maxLength: 2 },
    ),
    unknown: fc.constantFrom('error' as const, 'warning' as const, 'allow' as const),
  },
  { requiredKeys: [] },
);

const drop = <T>(list: readonly T[] | undefined, i: number) =>
  list && list.length > 1 ? (list.filter((_, at) => at !== i % list.length) as [T, ...T[]]) : list;

/** Ways to ask for more; each leaves everything else as it is. */
const STRICTER: ((loose: Policy, i: number, other: Policy) => Policy)[] = [
  (loose, _, { exceptions: _none, ...other }) => ({ ...other, ...loose }),
  (loose, i) => ({ ...loose, countries: drop(loose.countries, i) as Policy['countries'] }),
  ({ control: had, ...loose }, i) => ({
    ...loose,
    ...(had && { control: { ...had, countries: drop(had.countries, i) as NonNullable<Policy['countries']> } }),
  }),
  ({ control: had, ...loose }) => ({
    ...loose,
    ...(had && { control: { ...had, maxSharePercent: 5 } }),
  }),
  ({ control: had, ...loose }) => ({ ...loose, ...(had && { control: { ...had, maxJointSharePercent: 5 } }) }),
  (loose, i, { certifications = [] }) => ({
    ...loose,
    certifications: [...(loose.certifications ?? []), ...certifications.slice(0, i + 1)],
  }),
  (loose) => ({ ...loose, certifications: loose.certifications?.map((one) => ({ ...one, level: 'type-2' })) }),
  (loose, i) => ({
    ...loose,
    certifications: loose.certifications?.map((one) => ({
      ...one,
      statuses: drop(one.statuses, i) as typeof one.statuses,
    })),
  }),
  (loose) => ({ ...loose, certifications: loose.certifications?.map(({ services: _, ...one }) => one) }),
  (loose, i) => ({ ...loose, interfaces: drop(loose.interfaces, i) as Policy['interfaces'] }),
  (loose) => ({ ...loose, ...(loose.backup && { backup: { ...loose.backup, otherCountry: true } }) }),
  (loose) => ({ ...loose, deletionProtection: ['server', 'volume'], customerKeys: ['server', 'volume'] }),
  ({ price, ...loose }) => ({
    ...loose,
    ...(price && { price: { ...price, perResource: (price.perResource ?? 0) / 2 } }),
  }),
  (loose, i) => ({ ...loose, exceptions: loose.exceptions?.filter((_, at) => at !== i) }),
  (loose) => ({ ...loose, exceptions: loose.exceptions?.map((one) => ({ ...one, until: '2026-01-01' })) }),
  (loose) => ({ ...loose, unknown: 'error' }),
];

const stricter = fc
  .tuple(policy, policy, fc.array(fc.tuple(fc.nat(STRICTER.length - 1), fc.nat(3)), { minLength: 1, maxLength: 3 }))
  .map(([loose, other, steps]) => {
    const strict = steps.reduce(
      (so, [which, i]) => STRICTER[which]!(so, i, { ...other, exceptions: [], unknown: loose.unknown }),
      loose,
    );
    return { loose: settlePolicy(clean(loose)), strict: settlePolicy(clean(strict)) };
  });

/** Without what is not said. */
function clean<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

const facts = fc.tuple(record('one'), record('two')).map((records) => ({ claims: claimSet(records), today: TODAY }));
const RUNS = { numRuns: 500 };
const ORDER = ['not-met', 'unknown', 'met'];

test('a stricter policy never admits more', () => {
  fc.assert(
    fc.property(stricter, candidate, facts, ({ loose, strict }, one, known) => {
      const [before, after] = [evaluate(loose, one, known), evaluate(strict, one, known)];
      expect(ORDER.indexOf(after.verdict)).toBeLessThanOrEqual(ORDER.indexOf(before.verdict));
      if (after.admitted) expect(before.admitted).toBe(true);
    }),
    RUNS,
  );
});

test('explanations are complete: whatever is not met or unknown says why, names who, and what to do', () => {
  fc.assert(
    fc.property(policy, candidate, facts, (loose, one, known) => {
      const settled = settlePolicy(clean(loose));
      const found = evaluate(settled, one, known);
      for (const finding of found.findings) {
        expect(finding.because.length).toBeGreaterThan(10);
        expect(findingText(finding)).not.toMatch(/undefined|null|NaN|\.$/);
        if (finding.verdict !== 'met') expect(finding.next.join()).not.toBe('');
        const { control: chain } = known.claims.of(one.cloud) ?? {};
        if (finding.rule === 'control' && finding.verdict === 'not-met') {
          expect(
            ['party', ...(chain?.chain ?? []).map(({ entity }) => entity)].some((name) =>
              finding.because.includes(name),
            ),
          ).toBe(true);
          expect(finding.evidence.length).toBeGreaterThan(0);
        }
        if (finding.rule === 'certifications') expect(finding.because).toContain(SCHEMES.c5.title);
      }
      expect(found.admitted).toBe(objections(settled, found).length === 0);
      const open = found.findings.filter(({ exception }) => !exception);
      expect(found.verdict).toBe(worst(open.map(({ verdict }) => verdict)));
    }),
    RUNS,
  );
});

test('what has run out is never counted as held', () => {
  fc.assert(
    fc.property(facts, service, (known, of) => {
      const settled = settlePolicy({ certifications: [{ scheme: 'c5' }] });
      const after = { ...known, today: '2027-01-02' };
      const found = evaluate(settled, { cloud: 'one', service: of, place: null, price: null }, after);
      const held = known.claims
        .of('one')
        ?.claims.some(({ status, validUntil }) => status === 'held' && validUntil === null);
      if (!held) expect(found.verdict).not.toBe('met');
    }),
    RUNS,
  );
});

test('the same inputs have the same answer, and are not touched', () => {
  fc.assert(
    fc.property(policy, candidate, facts, (loose, one, known) => {
      const settled = settlePolicy(clean(loose));
      const before = JSON.stringify([one, known.claims.records]);
      expect(evaluate(settled, one, known)).toEqual(evaluate(settlePolicy(clean(loose)), clean(one), known));
      expect(JSON.stringify([one, known.claims.records])).toBe(before);
    }),
    RUNS,
  );
});
