import { KINDS } from '@hansa/sdk';

type Json = Readonly<Record<string, unknown>>;

/** What becomes of a resource; of a state everything is kept. */
export type Action = 'create' | 'update' | 'replace' | 'delete' | 'keep';

/** A resource of a plan or state, as far as a report may know it: nothing else of its values is ever read. */
export interface Resource {
  /** Terraform's own: `module.web.hansa_server.web[0]`. */
  address: string;
  kind: string;
  action: Action;
  /** As it is now; null where it is not there yet. */
  before: Facts | null;
  /** As it is to be; null where it goes. Of what is made at one of several candidates: as it is at the first. */
  after: Facts | null;
  /** As it is at each of its other candidates, in their order; null where the list is known after the apply only. */
  elsewhere: readonly Facts[] | null;
  /** Addresses, without instance keys, of what it refers to. */
  refersTo: readonly string[];
}

/** Attributes that a report shows, in the model's names; null where they are not set, not known yet, or marked as sensitive. */
export interface Facts {
  cloud: string | null;
  name: string | null;
  region: string | null;
  place: string | null;
  nativeSize: string | null;
  pricePerMonth: number | null;
  priceCurrency: string | null;
  disruption: string | null;
}

/** Resources that a report says nothing of, by type: of other providers, or of no kind of the model (a placement). */
export type Others = ReadonlyMap<string, number>;

export interface Input {
  from: 'plan' | 'state';
  terraformVersion: string | null;
  resources: Resource[];
  others: Others;
  /** Drivers of clouds that the configuration names otherwise: `{ prod: 'hetzner' }`. */
  drivers: Readonly<Record<string, string>>;
  /** The policy that the provider's settings of a plan hold, as it is written there; null where there is none, or it is not constant. */
  policy: Json | null;
}

const PREFIX = 'hansa_';
const KNOWN = new Set<string>(KINDS.map(({ name }) => name));

/** The kind that a Terraform type is of; undefined where it is another provider's, or no kind of the model. */
export function kindOf(type: string): string | undefined {
  const kind = type.startsWith(PREFIX) ? type.slice(PREFIX.length) : '';
  return KNOWN.has(kind) ? kind : undefined;
}

/** Takes what a report may show from a resource's values, and leaves what is marked as sensitive. */
export function factsOf(values: unknown, sensitive: unknown): Facts | null {
  if (!isObject(values)) return null;
  const hidden = isObject(sensitive) ? sensitive : {};
  const read = (name: string) => (sensitive === true || hidden[name] ? undefined : values[name]);
  const text = (name: string) => {
    const value = read(name);
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const price = read('price_per_month');
  return {
    cloud: text('cloud'),
    name: text('name'),
    region: text('region'),
    place: text('place'),
    nativeSize: text('native_size'),
    pricePerMonth: typeof price === 'number' && Number.isFinite(price) ? price : null,
    priceCurrency: text('price_currency'),
    disruption: text('disruption'),
  };
}

/** An address without its instance keys: `module.a["x"].hansa_server.web[0]` is `module.a.hansa_server.web`. */
export function withoutKeys(address: string): string {
  return address.replaceAll(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, '');
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of what should be a list of them. */
export function objects(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The texts of what should be a list of them. */
export function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** Counts a resource that nothing is said of. */
export function countOther(others: Map<string, number>, type: unknown): void {
  const name = typeof type === 'string' ? type : 'unknown';
  others.set(name, (others.get(name) ?? 0) + 1);
}
