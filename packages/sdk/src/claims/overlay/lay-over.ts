import { type Claim, claimKey } from '../claim.js';
import type { KeysFact } from '../keys.js';
import type { CloudRecord } from '../record.js';
import { type Mistake, mistakesError, pathText } from './mistake.js';
import type { ReadOverlay } from './read.js';
import type { CloudOverlay } from './schema.js';

/**
 * Records with a user's file laid over them; neither is changed.
 *
 * @throws CloudError `invalid` where the file withdraws a claim that nobody makes, or names a new cloud without a title
 */
export function layOver(
  records: readonly CloudRecord[],
  { file, overlay, lineOf }: ReadOverlay,
  aliases: Readonly<Record<string, string>> = {},
): CloudRecord[] {
  const byCloud = new Map(records.map((record) => [record.cloud, record]));
  const mistakes: Mistake[] = [];
  const mistake = (path: readonly PropertyKey[], message: string, next: string) =>
    mistakes.push({ file, line: lineOf(path), path: pathText(path), message, next });
  for (const [name, said] of Object.entries(overlay.clouds)) {
    const cloud = Object.hasOwn(aliases, name) && !byCloud.has(name) ? aliases[name]! : name;
    const known = byCloud.get(cloud);
    if (!known && said.title === undefined)
      mistake(
        ['clouds', name],
        `nothing is known of "${name}" so far, and it has no title`,
        'give a title, or mend the id',
      );
    for (const [i, { scheme, scope }] of said.withdraw.entries())
      if (!known?.claims.some((claim) => matches(claim, scheme, scope)))
        mistake(
          ['clouds', name, 'withdraw', i],
          `there is no such claim to ${scheme} at ${name}`,
          `\`hansa claims ${name}\` lists those there are`,
        );
    byCloud.set(cloud, merged(known ?? { ...NOTHING, cloud, title: said.title ?? name }, said));
  }
  if (mistakes.length > 0) throw mistakesError(mistakes);
  return [...byCloud.values()];
}

const NOTHING = { control: null, places: [], interfaces: [], claims: [] };

function merged(known: CloudRecord, said: CloudOverlay): CloudRecord {
  const left = known.claims.filter(
    (claim) => !said.withdraw.some(({ scheme, scope }) => matches(claim, scheme, scope)),
  );
  return {
    cloud: known.cloud,
    title: said.title ?? known.title,
    control: said.control ?? known.control,
    places: replaced(known.places, said.places, ({ region }) => region),
    interfaces: replaced(known.interfaces, said.interfaces, (fact) => fact.interface),
    keys: [...keysBeside(known.keys ?? [], said.keys), ...said.keys],
    claims: replaced(left, said.claims, claimKey),
  };
}

/** Facts of services of which the file says nothing. */
function keysBeside(known: readonly KeysFact[], said: readonly KeysFact[]): KeysFact[] {
  const anew = new Set(said.flatMap(({ services }) => services));
  return known.flatMap((fact) => {
    const [first, ...rest] = fact.services.filter((service) => !anew.has(service));
    return first ? [{ ...fact, services: [first, ...rest] }] : [];
  });
}

/** All of `before` that no one of `after` stands for, then those. */
function replaced<T>(before: readonly T[], after: readonly T[], keyOf: (one: T) => string): T[] {
  const keys = new Set(after.map(keyOf));
  return [...before.filter((one) => !keys.has(keyOf(one))), ...after];
}

function matches(claim: Claim, scheme: Claim['scheme'], scope: Claim['scope'] | undefined): boolean {
  return scope === undefined ? claim.scheme === scheme : claimKey(claim) === claimKey({ scheme, scope });
}
