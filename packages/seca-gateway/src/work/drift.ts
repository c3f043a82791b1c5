import type { Ground } from '../cloud/ground.js';
import type { Kept } from '../model/record.js';
import type { TypeName } from '../model/specs.js';

/** The kind of the SDK's model that a type stands as at the cloud. */
const STAND_AS: Readonly<Partial<Record<TypeName, string>>> = {
  instance: 'server',
  'block-storage': 'volume',
  network: 'network',
  'security-group': 'firewall',
  'public-ip': 'public_ip',
};

/** What somebody else did at the cloud to a thing of the gateway's. */
export interface Drift {
  record: Kept;
  /** It is gone; else it was switched. */
  gone: boolean;
  power?: 'on' | 'off';
}

/** Looks what became of everything that stands: a list a kind, and a second look at what is not in it. */
export async function drifts(ground: Ground): Promise<Drift[]> {
  const found = await Promise.all(
    Object.entries(STAND_AS).map(([type, kind]) => driftsOf(ground, ground.store.of(type as TypeName), kind)),
  );
  return found.flat();
}

async function driftsOf({ cloud, owner }: Ground, records: readonly Kept[], kind: string): Promise<Drift[]> {
  const known = records.filter(isAtRest).map((record) => ({ record, id: record.cloud?.id as string }));
  if (known.length === 0) return [];
  const things = cloud.kind(kind);
  const seen = new Map(
    (await things.list({ owner })).map((thing) => [thing.id as string, thing as { power?: 'on' | 'off' | null }]),
  );
  const looked = known.map(async ({ record, id }): Promise<Drift[]> => {
    const thing = seen.get(id);
    const gone = !thing && !(await things.read(id));
    // What has changed hands meanwhile is none of what was seen.
    if (!isAtRest(record) || record.cloud?.id !== id) return [];
    if (gone) return [{ record, gone }];
    const power = thing?.power;
    return power && record.power && power !== record.power.seen ? [{ record, gone, power }] : [];
  });
  return (await Promise.all(looked)).flat();
}

function isAtRest({ state, cloud }: Kept): boolean {
  return state === 'active' && cloud?.id !== undefined;
}
