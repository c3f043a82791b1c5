import type { Hansa, Issue } from '@hansa/sdk';
import type { ObjectValue } from '@hansa/terraform-plugin';

type Cost = Parameters<Hansa['judgeTotal']>[0][number];

/** What the resources of one configuration cost, as far as they were planned: for the limit on all of them together. */
export class Costs {
  private readonly known = new Map<string, Cost>();
  private readonly told = new Set<Issue['severity']>();

  constructor(private readonly hansa: Hansa) {}

  /** Counts a resource as planned, and says what the policy says of all together: once, however many follow. */
  async count(kind: string, planned: ObjectValue): Promise<Issue[]> {
    const { price_per_month: perMonth = null, price_currency: currency = null, cloud } = planned;
    if (!('price_per_month' in planned) || (typeof perMonth === 'object' && perMonth !== null)) return [];
    this.known.set(keyOf(kind, planned), {
      cloud: String(cloud),
      perMonth: perMonth === null ? null : Number(perMonth),
      currency: typeof currency === 'string' ? currency : null,
    });
    const issues = await this.hansa.judgeTotal([...this.known.values()]);
    const news = issues.filter(({ severity }) => !this.told.has(severity));
    for (const { severity } of news) this.told.add(severity);
    return news;
  }

  forget(kind: string, state: ObjectValue): void {
    this.known.delete(keyOf(kind, state));
  }
}

/** Core does not tell a resource's address; no cloud has two of one name and sort in a place of one owner. */
function keyOf(kind: string, { cloud, region, name }: ObjectValue): string {
  return [kind, cloud, region, name].map(String).join(' ');
}
