import { type Amount, mayMove, type Report, type ResourceReport } from '@hansa/report';
import { note, print, printJson } from '../../output/print.js';
import { type Column, table } from '../../output/table.js';
import { reportOn } from '../../terraform/report.js';
import type { CostOptions } from './index.js';

/** What a plan or state costs a month: each resource, each cloud, all of it. */
export async function cost(file: string | undefined, options: CostOptions): Promise<void> {
  const report = await reportOn(file, { ...options, policy: null });
  if (options.json) return printJson(asJson(report));
  const { resources, source, cost: costs, interruptions } = report;
  const priced = resources.filter(
    ({ cost: { now, planned } }) => now.state !== 'unpriced' && planned.state !== 'unpriced',
  );
  if (priced.length === 0) return note('Nothing in it has a price.');
  print(source.from === 'plan' ? planTable(priced, report) : stateTable(priced, report));
  if (costs.totals.length > 1) note('Prices of several currencies stand apart; they are not converted.');
  if (costs.unknown.length > 0) note(`Not in the sums, since nobody tells the price: ${costs.unknown.join(', ')}.`);
  const movers = priced.filter(mayMove);
  if (movers.length > 0)
    note(
      `May be made elsewhere, at another price, than where they are planned: ${movers.map(({ address }) => address).join(', ')}.`,
    );
  for (const { address, disruption } of interruptions) note(`${address}: ${WORDS[disruption] ?? disruption}`);
}

const WORDS: Readonly<Record<string, string>> = {
  reboot: 'is rebooted',
  stop: 'is stopped and started again',
  replace: 'is deleted and made anew',
  delete: 'is deleted',
};

/** Of the report, what is about money. */
function asJson({ source, resources, cost: costs, interruptions }: Report): object {
  return {
    from: source.from,
    resources: resources.map(({ address, kind, cloud, action, disruption, mayMoveTo, cost: amounts }) => {
      const elsewhere = mayMoveTo?.map(({ cloud: at, place, size, cost: price }) => ({
        cloud: at,
        place: place.id,
        size,
        ...price,
      }));
      return { address, kind, cloud, action, disruption, ...amounts, mayMoveTo: elsewhere ?? null };
    }),
    ...costs,
    interruptions,
  };
}

const right = 'right' as const;
const amount = (title: string): Column => ({ title, align: right });

function planTable(resources: readonly ResourceReport[], { cost: { byCloud, totals } }: Report): string {
  return table(
    [
      { title: 'resource' },
      { title: 'cloud' },
      { title: 'change' },
      amount('now'),
      amount('planned'),
      amount('difference'),
      { title: '' },
    ],
    [
      ...resources.map(({ address, cloud, action, cost: { now, planned } }) => {
        const difference = differenceOf(now, planned);
        return [
          address,
          cloud ?? 'unknown',
          action,
          figure(now),
          figure(planned),
          difference,
          now.currency ?? planned.currency ?? '',
        ];
      }),
      ...byCloud.map((sum) => ['', sum.cloud, 'sum', ...sumsOf(sum), sum.currency]),
      ...totals.map((sum) => ['', 'all', 'sum', ...sumsOf(sum), sum.currency]),
    ],
  );
}

function stateTable(resources: readonly ResourceReport[], { cost: { byCloud, totals } }: Report): string {
  return table(
    [{ title: 'resource' }, { title: 'cloud' }, amount('a month'), { title: '' }],
    [
      ...resources.map(({ address, cloud, cost: { planned } }) => [
        address,
        cloud ?? 'unknown',
        figure(planned),
        planned.currency ?? '',
      ]),
      ...byCloud.map(({ cloud, planned, currency }) => ['sum', cloud, planned.toFixed(2), currency]),
      ...totals.map(({ planned, currency }) => ['sum', 'all', planned.toFixed(2), currency]),
    ],
  );
}

function figure({ state, perMonth }: Amount): string {
  return perMonth === null ? (state === 'absent' ? '' : 'unknown') : perMonth.toFixed(2);
}

/** What is not there costs nothing; from or to an unknown price no difference can be told, nor between two currencies. */
function differenceOf(now: Amount, planned: Amount): string {
  const known = [now, planned].every(({ state }) => state !== 'unknown');
  const oneCurrency = now.currency === null || planned.currency === null || now.currency === planned.currency;
  return known && oneCurrency ? signed((planned.perMonth ?? 0) - (now.perMonth ?? 0)) : 'unknown';
}

function sumsOf({ now, planned, difference }: { now: number; planned: number; difference: number }): string[] {
  return [now.toFixed(2), planned.toFixed(2), signed(difference)];
}

function signed(value: number): string {
  const text = value.toFixed(2);
  return value > 0 && text !== '0.00' ? `+${text}` : text.replace('-0.00', '0.00');
}
