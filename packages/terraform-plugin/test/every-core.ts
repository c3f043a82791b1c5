import { type Core, everyCore, hasSince, type Since } from '../src/testing/index.js';

/** A test's title and its core, for each core that is there. */
export const CORES = everyCore().map((core) => [`${core.product} ${core.version}`, core] as const);

/** Runs a test where the core has what came so; elsewhere it is skipped, and its title says what it wants. */
export function testSince(core: Core, since: Since, title: string, run: () => Promise<void>): void {
  const versions = Object.entries(since).map(([product, version]) => `${product} ${version.join('.')}`);
  testWhere(hasSince(core, since), core, versions.join(' or '), title, run);
}

/** The same by a condition of the test's own. */
export function testWhere(holds: boolean, core: Core, wants: string, title: string, run: () => Promise<void>): void {
  if (holds) test(title, run);
  else test.skip(`${title} (wants ${wants}; this is ${core.product} ${core.version})`, run);
}
