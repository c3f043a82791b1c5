import { isDeepStrictEqual } from 'node:util';
import { KINDS } from '@hansa/sdk';
import { type CoreApi, contract, type WireNamed } from '@hansa/sdk/clouds/fulcrum';

/** All service types of ours, the catalogue's included. */
export const SERVICE_TYPES: readonly contract.ServiceType[] = [
  ...KINDS.map((kind) => contract.serviceTypeOf(kind)),
  contract.catalogueType,
];

export const METRIC_TYPES = [contract.METRIC_PRESENT, contract.METRIC_PRICE] as const;

type WireType = WireNamed & Omit<contract.ServiceType, 'name'>;

export interface Standing {
  name: string;
  id?: string;
  /** `old`: it says something else than this version of ours. */
  is: 'missing' | 'old' | 'current';
}

/** How our service types stand in a core. */
export async function standingOf(core: CoreApi): Promise<Standing[]> {
  const there = new Map((await core.all<WireType>('/service-types', { name: 'hansa_' })).map((one) => [one.name, one]));
  return SERVICE_TYPES.map((type) => {
    const found = there.get(type.name);
    if (!found) return { name: type.name, is: 'missing' };
    return { name: type.name, id: found.id, is: isSame(found, type) ? 'current' : 'old' };
  });
}

/** What the core adds of its own (nothing where nothing was said) is no difference. */
function isSame(there: Omit<contract.ServiceType, 'name'>, ours: contract.ServiceType): boolean {
  const parts = ({ propertySchema, lifecycleSchema }: typeof there) =>
    plain({ properties: propertySchema.properties, lifecycleSchema });
  return isDeepStrictEqual(parts(there), parts(ours));
}

/** Without what says nothing: false, null, empty text and empty lists. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const said = Object.entries(value).map(([name, one]) => [name, plain(one)] as const);
  return Object.fromEntries(said.filter(([, one]) => !isNothing(one)));
}

function isNothing(value: unknown): boolean {
  return value == null || value === false || value === '' || (Array.isArray(value) && value.length === 0);
}
