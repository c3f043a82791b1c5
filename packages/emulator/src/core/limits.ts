/** Quotas of a project: `hetzner`, `servers`, 5. What is not set here is the cloud's own default. */
export class Quotas {
  readonly #limits = new Map<string, number>();

  /** `undefined` gives the default back. */
  set(cloud: string, name: string, limit: number | undefined): void {
    if (limit === undefined) this.#limits.delete(key(cloud, name));
    else this.#limits.set(key(cloud, name), limit);
  }

  get(cloud: string, name: string): number | undefined {
    return this.#limits.get(key(cloud, name));
  }

  list(): { cloud: string; name: string; limit: number }[] {
    return [...this.#limits].map(([at, limit]) => {
      const [cloud = '', name = ''] = at.split('\n');
      return { cloud, name, limit };
    });
  }

  clear(): void {
    this.#limits.clear();
  }
}

const ANYWHERE = '*';

/** What is sold out: a type at a place, or everywhere. All else is in stock. */
export class Stock {
  readonly #soldOut = new Set<string>();

  /** @param place the vendor's id of the place; left out: everywhere. */
  soldOut(cloud: string, type: string, place = ANYWHERE): void {
    this.#soldOut.add(key(cloud, type, place));
  }

  restock(cloud: string, type: string, place = ANYWHERE): void {
    this.#soldOut.delete(key(cloud, type, place));
  }

  has(cloud: string, type: string, place: string): boolean {
    return !this.#soldOut.has(key(cloud, type, place)) && !this.#soldOut.has(key(cloud, type, ANYWHERE));
  }

  list(): { cloud: string; type: string; place: string }[] {
    return [...this.#soldOut].map((at) => {
      const [cloud = '', type = '', place = ''] = at.split('\n');
      return { cloud, type, place };
    });
  }

  clear(): void {
    this.#soldOut.clear();
  }
}

function key(...parts: string[]): string {
  return parts.join('\n');
}
