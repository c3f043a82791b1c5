import { type CloudRecord, claimSet, type KeyHolder, type KeysFact, loadClaims } from '../../claims/index.js';
import { FACTS, page, RECORDS, serverAt, TODAY } from '../clouds.fixture.js';
import { evaluate } from '../evaluate.js';
import { findingText } from '../finding.js';
import type { Policy } from '../model.js';
import { settlePolicy } from '../settle.js';

const judge = (policy: Policy, candidate: Parameters<typeof evaluate>[1], facts = FACTS) =>
  evaluate(settlePolicy(policy), candidate, facts);
const texts = (policy: Policy, candidate: Parameters<typeof evaluate>[1], facts = FACTS) =>
  judge(policy, candidate, facts).findings.map(findingText);

describe('keys that the customer alone holds', () => {
  const policy: Policy = { customerKeys: ['volume', 'object-storage'] };
  const where = (keys: CloudRecord['keys']) => {
    const hanse = RECORDS.find(({ cloud }) => cloud === 'hanse')!;
    return { ...FACTS, claims: claimSet([{ ...hanse, keys }]) };
  };
  const fact = (keys: KeyHolder): KeysFact[] => [{ services: ['volume'], keys, ...page('hanse-keys') }];
  const volume = (more: object = {}) => serverAt('hanse ham', { service: 'volume', ...more });

  test.each<[KeyHolder, string]>([
    ['none', 'not met: at Hansewolke a volume is not encrypted by the cloud'],
    ['cloud', 'not met: at Hansewolke a volume is encrypted with keys of the cloud, which takes no others'],
    [
      'managed',
      'not met: at Hansewolke a volume can be encrypted with keys that the customer decides over, and that lie with the cloud',
    ],
    [
      'customer',
      'unknown: at Hansewolke a volume can be encrypted with keys that the customer alone holds; whether this one is, is not known: Hansa gives no cloud such a key',
    ],
  ])('where they are at best: %s', (keys, words) => {
    expect(texts(policy, volume(), where(fact(keys)))).toEqual([
      `${words} [https://example.org/hanse-keys, read 2026-11-20]`,
    ]);
    expect(judge(policy, volume(), where(fact(keys))).findings[0]?.next).toEqual([
      'encrypt it inside the machine, with keys that lie elsewhere',
      'and say so in an exception: { rule = "customer-keys", because = "…" }',
    ]);
  });

  test('are not known of a service, or a cloud, of which nobody looked', () => {
    const storage = serverAt('hanse ham', { service: 'object-storage' });
    expect(texts(policy, storage, where(fact('cloud')))).toEqual([
      'unknown: whether the object-storage is encrypted with keys that the customer alone holds is not known: Hansa gives no cloud such a key',
    ]);
    expect(judge(policy, volume(), where(undefined)).verdict).toBe('unknown');
    expect(judge(policy, serverAt('stranger x', { service: 'volume' })).verdict).toBe('unknown');
    expect(texts(policy, serverAt('hanse ham'), where(fact('cloud')))).toEqual([]);
  });

  test('who knows of the thing itself is believed before what holds at the cloud, and an exception says what is done inside', () => {
    expect(judge(policy, volume({ customerKeys: true }), where(fact('cloud'))).verdict).toBe('met');
    expect(judge(policy, volume({ customerKeys: false }), where(fact('customer'))).verdict).toBe('not-met');
    const luks: Policy = { ...policy, exceptions: [{ rule: 'customer-keys', because: 'LUKS in the machine' }] };
    const found = judge(luks, volume(), where(fact('cloud')));
    expect(found).toMatchObject({
      admitted: true,
      findings: [{ verdict: 'not-met', exception: { because: 'LUKS in the machine' } }],
    });
  });

  test('the records say it of volumes with a page each', async () => {
    const facts = { claims: await loadClaims(), today: TODAY };
    const at = (cloud: string) => judge(policy, { cloud, service: 'volume', place: null, price: null }, facts);
    const clouds = ['hetzner', 'scaleway', 'ovh', 'upcloud', 'ionos', 'elastx', 'cleura', 'infomaniak'];
    expect(clouds.map((cloud) => at(cloud).verdict)).toEqual([...Array(7).fill('not-met'), 'unknown']);
    expect(at('scaleway').findings[0]?.evidence[0]?.evidenceUrl).toMatch(/^https:/);
  });
});
