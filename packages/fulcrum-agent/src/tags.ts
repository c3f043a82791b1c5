import type { CloudHandle } from '@hansa/sdk';
import { type ClaimSet, type Control, controllersOf, loadClaims, statusOn } from '@hansa/sdk/claims';

/** The core takes no longer ones. */
const LONGEST = 100;

/**
 * Tags by which consumers choose an agent: the cloud, its regions and their countries, and what is known of its sovereignty, as the claims of
 * this package have it on that day. A tag says that a claim is held, not how well it is proved: that stands in the claims.
 *
 * @example
 * await tagsOf(hansa.cloud('hetzner'), '2026-11-26'); // ['claim:iso-27001', 'cloud:hetzner', 'contract:DE', 'country:DE', …]
 */
export async function tagsOf(cloud: CloudHandle, day: string, claims?: ClaimSet): Promise<string[]> {
  const record = (claims ?? (await loadClaims())).of(cloud.id);
  const places = await cloud.places();
  const held = (record?.claims ?? []).filter((one) => statusOn(one, day) === 'held' && !one.scope.regions);
  const tags = [
    `cloud:${cloud.id}`,
    ...places.flatMap(({ id, country }) => [`region:${id}`, ...(country ? [`country:${country}`] : [])]),
    ...(record?.control
      ? [`contract:${record.control.contractingEntity.country}`, ...controlTags(record.control)]
      : []),
    ...(record?.interfaces ?? []).map(({ interface: name }) => `api:${name}`),
    ...held.flatMap(({ scheme, level }) => [`claim:${scheme}`, ...(level ? [`claim:${scheme}=${level}`] : [])]),
  ];
  return [...new Set(tags)].filter((tag) => Buffer.byteLength(tag) <= LONGEST).sort();
}

/** Countries from which it is controlled; nothing where that is not known to the end, or somebody's country is not. */
function controlTags(control: Control): string[] {
  const above = controllersOf(control);
  if (control.knownTo !== 'ultimate' || above.some(({ country }) => country === null)) return [];
  const countries = above.length > 0 ? above.map(({ country }) => country) : [control.contractingEntity.country];
  return countries.map((country) => `control:${country}`);
}
