import { type Control, claimSet, loadClaims } from '../../claims/index.js';
import { FACTS, page, RECORDS, serverAt, TODAY } from '../clouds.fixture.js';
import { evaluate } from '../evaluate.js';
import { findingText } from '../finding.js';
import type { Policy } from '../model.js';
import { settlePolicy } from '../settle.js';

const judge = (policy: Policy, candidate: Parameters<typeof evaluate>[1], facts = FACTS) =>
  evaluate(settlePolicy(policy), candidate, facts);
const texts = (policy: Policy, candidate: Parameters<typeof evaluate>[1], facts = FACTS) =>
  judge(policy, candidate, facts).findings.map(findingText);

describe('what is said of owners who are not named', () => {
  const said = (
    statements: NonNullable<Control['statements']>,
    chain: Control['chain'] = [],
    knownTo: Control['knownTo'] = 'partial',
  ) => {
    const hanse = RECORDS.find(({ cloud }) => cloud === 'hanse')!;
    return { ...FACTS, claims: claimSet([{ ...hanse, control: { ...hanse.control!, chain, knownTo, statements } }]) };
  };
  const own = (within: [string, ...string[]], more: object = {}) =>
    ({ of: 'Hansewolke GmbH', within, status: 'self-declared', ...page('hanse-about'), ...more }) as const;
  const link = { ...RECORDS.find(({ cloud }) => cloud === 'hanse')!.control!.chain[0]!, holds: 'unknown' as const };
  const eu = (statements?: ('self-declared' | 'third-party-assessment')[]): Policy => ({
    control: { countries: ['EU'], ...(statements && { statements }) },
  });
  const verdict = (policy: Policy, facts: typeof FACTS) => judge(policy, serverAt('hanse ham'), facts).verdict;

  test('stays unknown, and is told, where the policy does not count it', () => {
    const { findings } = judge(eu(), serverAt('hanse ham'), said([own(['EU'])]));
    expect(findings.map(findingText)).toEqual([
      'unknown: who stands behind Hansewolke GmbH is not known to the end; Hansewolke says of itself that nobody from outside of the EU controls Hansewolke GmbH, which this policy does not count; the policy wants control from EU alone [https://example.org/hanse, read 2026-11-20; https://example.org/hanse-about, read 2026-11-20]',
    ]);
    expect(findings[0]?.next).toContain('or let that word count: control.statements = ["self-declared"]');
    expect(verdict(eu(['third-party-assessment']), said([own(['EU'])]))).toBe('unknown');
  });

  test('is met by that word, and says whose it is, where the policy counts it', () => {
    expect(texts(eu(['self-declared']), serverAt('hanse ham'), said([own(['EU'])]))).toEqual([
      'met: the contract is with Hansewolke GmbH in DE (Germany): Hansewolke says of itself that nobody from outside of the EU controls Hansewolke GmbH; all of it in EU [https://example.org/hanse, read 2026-11-20; https://example.org/hanse-about, read 2026-11-20]',
    ]);
    const fund = { ...link, entity: 'A fund', country: null, share: null };
    const doubt = { ...link, entity: 'Another', country: 'US', share: null };
    expect(verdict(eu(['self-declared']), said([own(['DE'])], [fund, doubt]))).toBe('met');
  });

  test('settles nothing that is known otherwise, nor of other countries, nor of others than it speaks of', () => {
    const counts = eu(['self-declared']);
    const american = { ...link, entity: 'Prairie Capital', country: 'US', share: 60, holds: 'control' as const };
    expect(verdict(counts, said([own(['EU'])], [american]))).toBe('not-met');
    expect(verdict(counts, said([own(['EEA'])]))).toBe('unknown');
    expect(texts(counts, serverAt('hanse ham'), said([own(['EEA'])]))[0]).not.toContain('says of itself');
    const holding = { ...link, entity: 'Holding', country: 'DE', share: 100, holds: 'control' as const };
    const above = { ...link, of: 'Holding', entity: 'Somebody', country: null, share: null };
    const ofHolding = own(['EU'], { of: 'Holding' });
    expect(verdict(counts, said([ofHolding], [holding, above], 'ultimate'))).toBe('met');
    expect(verdict(counts, said([ofHolding], [holding, above], 'partial'))).toBe('unknown');
  });

  test('of UpCloud, whose investors are named without shares, it is a third party that says so', async () => {
    const facts = { claims: await loadClaims(), today: TODAY };
    const at = { cloud: 'upcloud', service: 'server', place: { id: 'fi-hel1', country: 'FI' }, price: null } as const;
    expect(judge(eu(), at, facts).verdict).toBe('unknown');
    const counted = judge(eu(['third-party-assessment']), at, facts);
    expect(counted.findings[0]).toMatchObject({
      verdict: 'met',
      because: expect.stringContaining('a third party says that nobody from outside of the EU controls UpCloud Oy'),
    });
  });
});
