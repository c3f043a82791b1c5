import type { Issue } from '@hansa/sdk';

const OF_THE_CONNECTION = new Set(['unauthenticated', 'unavailable']);

/**
 * Remembers what was said about the connection to a cloud. A wrong token meets every resource of the plan: one diagnostic is
 * worth reading, a thousand are not, and one error is enough to end the plan.
 */
export class SaidOnce {
  private readonly said = new Set<string>();

  /** Whether such trouble with the connection was told before, of whichever request; from now on it was. */
  before(cloud: string, { code, attribute }: Pick<Issue, 'code' | 'attribute'>): boolean {
    if (!OF_THE_CONNECTION.has(code) || attribute.length > 0) return false;
    const key = `${cloud} ${code}`;
    if (this.said.has(key)) return true;
    this.said.add(key);
    return false;
  }
}
