/**
 * Work on one thing that must not overlap: whoever comes later waits until the work before has ended, however it ended.
 *
 * @example
 * const turns = new Turns();
 * await turns.take('a network', async () => 42); // 42
 */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  async take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(key);
    const mine = before ? before.then(work, work) : work();
    this.last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.last.get(key) === mine) this.last.delete(key);
    }
  }
}
