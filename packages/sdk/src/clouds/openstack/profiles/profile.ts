import type { Fact } from '../../../runtime/driver/cloud.js';
import { v3 } from '../keystone/v3.js';

/** A value with where it was read and when, or why it is not known. */
export interface Sourced<T> {
  value: T;
  because: string;
}

/** What one vendor's OpenStack is like, so that its users need not say it. */
export interface Profile {
  id: string;
  /** For people: `Infomaniak`. */
  title: string;
  /** Keystone's URL, ending in `/v3`; `{region}` stands for the region in small letters, where each has a Keystone of its own. */
  authUrl: Sourced<string>;
  /** Country by region (ISO 3166-1 alpha-2). A name that ends in `*` stands for all that begin so. */
  regions: Sourced<Readonly<Record<string, string>>>;
  /** Name of the network that public IPs come from. */
  externalNetwork: Sourced<string>;
  /** Volume types that `volumeType` may name, the vendor's default first; null is unknown. */
  volumeTypes: Sourced<readonly string[] | null>;
  /** What is special about logging in, as advice. */
  login?: Sourced<string>;
}

/** Keystone's URL for a region; undefined where each region has its own, and this one is none that is known. */
export function keystoneUrl({ authUrl, regions }: Profile, region: string | undefined): string | undefined {
  if (!authUrl.value.includes('{region}')) return authUrl.value;
  // A region that is not known must not say whose host gets the password.
  return region !== undefined && Object.hasOwn(regions.value, region)
    ? authUrl.value.replace('{region}', region.toLowerCase())
    : undefined;
}

/** Whether that URL, with or without a version, is the vendor's Keystone: of that region, or of any where none is named. */
export function isKeystone(profile: Profile, url: string | undefined, region?: string): boolean {
  if (!url) return false;
  const regions = region === undefined ? ['', ...Object.keys(profile.regions.value)] : [region];
  return regions.some((one) => keystoneUrl(profile, one) === v3(url));
}

/** The region, where it is one that is known; else any that is: its catalogue says which there are. */
export function knownRegion(profile: Profile, region: string | undefined): string | undefined {
  if (region !== undefined && countryOf(profile, region)) return region;
  return Object.keys(profile.regions.value).find((name) => !name.endsWith('*'));
}

/** The country of a region, or null where it is not known. */
export function countryOf({ regions }: Profile, region: string): string | null {
  const all = Object.entries(regions.value);
  const found =
    all.find(([name]) => name === region) ??
    all.find(([name]) => name.endsWith('*') && region.startsWith(name.slice(0, -1)));
  return found?.[1] ?? null;
}

/** The profile for people, each figure with its source. */
export function factsOf({ authUrl, regions, externalNetwork, volumeTypes, login }: Profile): Fact[] {
  const where = Object.entries(regions.value).map(([region, country]) => `${region} (${country})`);
  const fact = (what: string, { because }: Sourced<unknown>, value: string): Fact => ({ what, value, because });
  return [
    fact('endpoint', authUrl, authUrl.value),
    fact('regions', regions, where.join(', ')),
    fact('external_network', externalNetwork, externalNetwork.value),
    fact('volume_type', volumeTypes, volumeTypes.value?.join(', ') ?? 'unknown'),
    ...(login ? [fact('login', login, login.value)] : []),
  ];
}
