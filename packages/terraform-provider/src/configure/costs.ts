import type { Hansa, Issue } from '@hansa/sdk';
import { isUnknown, type ObjectValue } from '@hansa/terraform-plugin';

type Cost = Parameters<Hansa['judgeTotal']>[0][number];

/** What the resources of one configuration cost, as far as they were planned: for the limit on all of them together. */
export class Costs {
  private readonly known = new Map<string, Cost>();
  private readonly told = new Set<Issue['severity']>();

  constructor(private readonly hansa: Hansa) {}

  /**
   * Counts a resource as planned, and says what the policy says of all together: once, however many follow. Of one that may come out in
   * several ways the one counts of which the policy says most.
   */
  async count(kind: string, ...ways: readonly ObjectValue[]): Promise<Issue[]> {
    // Each is judged with all that were counted before it, which is work for who has a limit alone.
    if (!(await this.hansa.judgesTotal())) return [];
    // What is not known yet is counted when it is.
    const told = ways.flatMap((planned) => costOf(planned) ?? []);
    const [first] = ways;
    if (!first || told.length === 0) return [];
    const key = keyOf(kind, first);
    const [only, ...others] = told;
    this.known.set(key, others.length > 0 ? await this.worst(key, told) : (only as Cost));
    // Judged when it counts: of those that are planned side by side the last one sees all.
    const issues = await this.hansa.judgeTotal([...this.known.values()]);
    const news = issues.filter(({ severity }) => !this.told.has(severity));
    for (const { severity } of news) this.told.add(severity);
    return news;
  }

  private async worst(key: string, ways: readonly Cost[]): Promise<Cost> {
    const judged = ways.map(async (cost) => {
      const all = new Map(this.known).set(key, cost);
      return { cost, weight: weight(await this.hansa.judgeTotal([...all.values()])) };
    });
    const [first] = (await Promise.all(judged)).sort(
      (a, b) => b.weight - a.weight || (b.cost.perMonth ?? 0) - (a.cost.perMonth ?? 0),
    );
    return first?.cost as Cost;
  }

  forget(kind: string, state: ObjectValue): void {
    this.known.delete(keyOf(kind, state));
  }
}

function costOf(planned: ObjectValue): Cost | undefined {
  const { price_per_month: perMonth = null, price_currency: currency = null, cloud } = planned;
  if (!('price_per_month' in planned) || isUnknown(perMonth) || isUnknown(currency)) return undefined;
  return {
    cloud: String(cloud),
    // A state tells numbers that binary cannot hold (14.74) exactly, as decimals.
    perMonth: perMonth === null ? null : Number(String(perMonth)),
    currency: currency === null ? null : String(currency),
  };
}

function weight(issues: readonly Issue[]): number {
  if (issues.length === 0) return 0;
  return issues.some(({ severity }) => severity === 'error') ? 2 : 1;
}

/** Core does not tell a resource's address; no cloud has two of one name and sort in a place of one owner. */
function keyOf(kind: string, { cloud, region, name }: ObjectValue): string {
  return [kind, cloud, region, name].map(String).join(' ');
}
