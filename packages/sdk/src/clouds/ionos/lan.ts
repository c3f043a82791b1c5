import { covering } from '../../kinds/model/cidr.js';
import type { IonosApi } from './api.js';
import { marked, unmarked, without } from './marks.js';
import { paths } from './paths.js';
import type { WireLan } from './wire.js';

const IP_RANGE = 'hansa-ip-range';
const SUBNETS = 'hansa-subnets';

/** What a network is, of which IONOS keeps nothing but a name: the rest stands in it. */
export interface LanFacts {
  name: string;
  labels: Record<string, string>;
  ipRange?: string;
  subnets: string[];
}

/** The name that says all of a network: `net hansa-ip-range=10.0.0.0/16 hansa-subnets=10.0.1.0/24 env=prod hansa-owner=shop`. */
export function lanName({ name, labels, ipRange, subnets }: LanFacts): string {
  return marked(name, { ...(ipRange ? { [IP_RANGE]: ipRange } : {}), [SUBNETS]: subnets.join(','), ...labels });
}

/** What the name of a LAN says. Of one that somebody else has made, the vendor's own block is what it has. */
export function factsOf({ properties: { name, ipv4CidrBlock } }: WireLan): LanFacts {
  const { text, labels } = unmarked(name);
  const said = labels[SUBNETS]?.split(',').filter(Boolean);
  const subnets = said ?? (ipv4CidrBlock ? [ipv4CidrBlock] : []);
  const ipRange = labels[IP_RANGE] ?? covering(subnets) ?? undefined;
  return { name: text, labels: without(labels, [IP_RANGE, SUBNETS]), ...(ipRange ? { ipRange } : {}), subnets };
}

/** A private LAN by its number; undefined where there is none. */
export async function lanFacts(api: IonosApi, dc: string, lan: string): Promise<LanFacts | undefined> {
  const found = await api.find<WireLan>(paths.lans(dc, lan));
  return found && !found.properties.public ? factsOf(found) : undefined;
}
