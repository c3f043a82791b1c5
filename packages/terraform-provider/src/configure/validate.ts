import { type CallContext, isUnknown, type ObjectValue, type Value } from '@hansa/terraform-plugin';
import type { DriverSettings } from '../schema/generated.js';

/** Refuses drivers that are not there and settings that a cloud's driver does not take. */
export function validateClouds(
  config: ObjectValue,
  drivers: { readonly [driver: string]: DriverSettings },
  { diagnostics }: CallContext,
): void {
  for (const [id, settings] of entries(config['clouds'])) {
    const said = entries(settings).filter(([, value]) => value !== null);
    const driver = said.find(([key]) => key === 'driver')?.[1] ?? id;
    if (isUnknown(driver)) continue;
    const known = Object.hasOwn(drivers, String(driver)) ? drivers[String(driver)] : undefined;
    if (!known) {
      const names = Object.keys(drivers).join(', ');
      diagnostics.error(`clouds.${id}: there is no driver "${driver}"`, {
        at: ['clouds', id],
        detail: `What to do:\n  - use one of ${names}\n  - or say which of them it is: ${id} = { driver = "…" }`,
      });
      continue;
    }
    for (const [key] of said.filter(([key]) => key !== 'driver' && !known.settings.includes(key))) {
      diagnostics.error(`clouds.${id}.${key}: ${known.title} has no such setting`, {
        at: ['clouds', id, key],
        detail: `What to do:\n  - use ${known.settings.join(', ')}`,
      });
    }
  }
}

function entries(value: Value | undefined): [string, Value][] {
  return typeof value === 'object' && value !== null && !isUnknown(value) ? Object.entries(value as ObjectValue) : [];
}
