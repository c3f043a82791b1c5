import { Hansa } from '@hansa/sdk';
import { Costs } from './costs.js';

type Policy = NonNullable<ConstructorParameters<typeof Hansa>[0]>['policy'];

const server = (name: string, price: number) => ({
  cloud: 'hetzner',
  region: 'fsn1',
  name,
  price_per_month: price,
  price_currency: 'EUR',
});

function counting(policy?: Policy) {
  const hansa = new Hansa({ env: {}, ...(policy && { policy }) });
  const judged = jest.spyOn(hansa, 'judgeTotal');
  return { costs: new Costs(hansa), judged };
}

test.each<[what: string, policy: Policy]>([
  ['no policy', undefined],
  ['a policy without prices', { countries: ['DE'] }],
  ['a preset', { preset: 'cispe' }],
  ['a limit for each alone', { price: { currency: 'EUR', perResource: 5 } }],
])('%s: nothing is added up', async (_what, policy) => {
  const { costs, judged } = counting(policy);
  expect(await costs.count('server', server('a', 900), server('a', 1900))).toEqual([]);
  expect(judged).not.toHaveBeenCalled();
});

test('what is planned side by side is judged together, and told once; of several ways the dearest counts', async () => {
  const { costs, judged } = counting({ price: { currency: 'EUR', total: 10 } });
  const told = await Promise.all(
    [[server('a', 4)], [server('b', 1), server('b', 5)], [server('c', 3)], [server('d', 1)]].map((ways) =>
      costs.count('server', ...ways),
    ),
  );
  expect(told.flat()).toMatchObject([
    { severity: 'error', message: expect.stringContaining('all resources together cost 1') },
  ]);
  expect(judged.mock.calls.at(-1)?.[0].reduce((sum, { perMonth }) => sum + (perMonth ?? 0), 0)).toBe(13);
});
