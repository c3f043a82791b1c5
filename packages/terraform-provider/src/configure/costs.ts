import type { Hansa, Issue } from '@hansa/sdk';
import { isUnknown, type ObjectValue } from '@hansa/terraform-plugin';

type Cost = Parameters<Hansa['judgeTotal']>[0][number];

/** What the resources of one configuration cost, as far as they were planned: for the limit on all of them together. */
export class Costs {
  private readonly known = new Map<string, Cost>();
  private readonly told = new Set<Issue['severity']>();

  constructor(private readonly hansa: Hansa) {}

  /** Counts a resource as planned, and says what the policy says of all together: once, however many follow. */
  async count(kind: string, planned: ObjectValue): Promise<Issue[]> {
    const { price_per_month: perMonth = null, price_currency: currency = null, cloud } = planned;
    // What is not known yet is counted when it is.
    if (!('price_per_month' in planned) || isUnknown(perMonth) || isUnknown(currency)) return [];
    this.known.set(keyOf(kind, planned), {
      cloud: String(cloud),
      // A state tells numbers that binary cannot hold (14.74) exactly, as decimals.
      perMonth: perMonth === null ? null : Number(String(perMonth)),
      currency: currency === null ? null : String(currency),
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
