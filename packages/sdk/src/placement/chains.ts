import type { Facts, SettledPolicy } from '../policy/index.js';
import { sharedPower } from '../policy/index.js';

/**
 * Which clouds are under one control, by cloud: those of the same number share somebody who decides. Null where not everyone behind a
 * cloud is known, so that nobody can tell; where the policy lets the unknown pass, such a cloud counts by itself.
 */
export function controlChains(
  clouds: readonly string[],
  facts: Facts,
  policy: SettledPolicy | undefined,
): ReadonlyMap<string, number | null> {
  const strict = policy === undefined || policy.unknown === 'error';
  const groups = new Map<string, number>(clouds.map((cloud, i) => [cloud, i]));
  for (const [i, here] of clouds.entries()) {
    for (const there of clouds.slice(0, i)) {
      const [a, b] = [here, there].map((cloud) => facts.claims.of(cloud));
      const same = a !== undefined && a === b;
      if (same || (a?.control && b?.control && sharedPower(a.control, b.control))) join(groups, here, there);
    }
  }
  const known = (cloud: string) => facts.claims.of(cloud)?.control?.knownTo === 'ultimate';
  return new Map(clouds.map((cloud) => [cloud, strict && !known(cloud) ? null : (groups.get(cloud) ?? null)]));
}

function join(groups: Map<string, number>, here: string, there: string): void {
  const [from, to] = [groups.get(here), groups.get(there)];
  for (const [cloud, group] of groups) if (group === from && to !== undefined) groups.set(cloud, to);
}
