/**
 * Work on resources, in order: one piece at a time on each, and none before what was begun earlier on those that it names. A piece waits
 * for earlier ones alone, so that no two ever wait for each other.
 */
export class Order {
  private readonly last = new Map<string, Promise<void>>();

  /** @param after keys of what must be at rest before; `act` must not throw */
  add(key: string, after: readonly string[], act: () => Promise<void>): Promise<void> {
    const before = [key, ...after].flatMap((one) => this.last.get(one) ?? []);
    const mine = Promise.all(before).then(act);
    this.last.set(key, mine);
    void mine.finally(() => {
      if (this.last.get(key) === mine) this.last.delete(key);
    });
    return mine;
  }

  /** Resolves when nothing is under way any more. */
  async rest(): Promise<void> {
    while (this.last.size > 0) await Promise.all(this.last.values());
  }
}
