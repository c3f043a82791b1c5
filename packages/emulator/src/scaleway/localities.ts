import { invalidArguments } from './errors.js';

/** docs.scaleway.com and the enums of the vendor's API description, read 2026-06. */
export const REGIONS = ['fr-par', 'nl-ams', 'pl-waw'] as const;
export const ZONES = REGIONS.flatMap((region) => [1, 2, 3].map((number) => `${region}-${number}`));

export function regionOf(zone: string): string {
  return zone.slice(0, zone.lastIndexOf('-'));
}

/** How the vendor refuses an unknown locality is not recorded; this is its usual form for a bad argument. */
export function checkLocality(params: Readonly<Record<string, string>>): void {
  const { zone, region } = params;
  if (zone !== undefined && !ZONES.includes(zone)) {
    throw invalidArguments({
      argument_name: 'zone',
      reason: 'constraint',
      help_message: `must be one of ${ZONES.join(', ')}`,
    });
  }
  if (region !== undefined && !REGIONS.some((known) => known === region)) {
    throw invalidArguments({
      argument_name: 'region',
      reason: 'constraint',
      help_message: `must be one of ${REGIONS.join(', ')}`,
    });
  }
}
