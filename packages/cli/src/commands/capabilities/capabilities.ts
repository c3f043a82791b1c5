import { DRIVERS } from '@hansa/sdk';
import { readCloud } from '../../clouds/configured.js';
import { readKinds } from '../../clouds/kinds.js';
import { print, printJson } from '../../output/print.js';
import { table } from '../../output/table.js';
import { gather, type KindCapability } from './gather.js';
import type { CapabilitiesOptions } from './index.js';
import { limitWords, partWords, withoutWords } from './words.js';

export async function capabilities({ cloud, kind, json }: CapabilitiesOptions): Promise<void> {
  const clouds = await gather((cloud ?? Object.keys(DRIVERS)).map(readCloud), readKinds(kind));
  if (json) return printJson({ clouds });
  const rows = clouds.flatMap((one) =>
    one.kinds.map((has) => [one.cloud, has.kind, has.offered ? 'yes' : 'no', details(has)]),
  );
  print(listed(['cloud', 'kind', 'offered', 'limits, and what is not there'], rows));
  const facts = clouds.flatMap(({ cloud, profile }) =>
    (profile?.facts ?? []).map(({ what, value }) => [cloud, what, value]),
  );
  if (facts.length > 0) print(`\n${listed(['cloud', 'what is known', ''], facts)}`);
}

function listed(titles: readonly string[], rows: string[][]): string {
  return table(
    titles.map((title) => ({ title })),
    rows,
  );
}

function details({ offered, because = '', next, stateOnly, limits, without, partly }: KindCapability): string {
  if (!offered) return next ? `${because}; ${next}` : because;
  return [
    ...(stateOnly ? ['in the state alone'] : []),
    ...limits.map(limitWords),
    ...without.map(withoutWords),
    ...partly.map(partWords),
  ].join('; ');
}
