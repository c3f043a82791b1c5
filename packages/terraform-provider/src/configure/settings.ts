import type { CloudSettings } from '@hansa/sdk';
import type { ObjectValue } from '@hansa/terraform-plugin';
import { toCamel } from '../names.js';

/** What the configuration says, in the SDK's names. */
export interface Settings {
  owner?: string;
  clouds?: Record<string, CloudSettings>;
}

export function settingsOf({ owner = null, clouds = null }: ObjectValue): Settings {
  return {
    ...(owner === null ? {} : { owner: String(owner) }),
    ...(clouds === null ? {} : { clouds: eachCloud(clouds as ObjectValue) }),
  };
}

function eachCloud(clouds: ObjectValue): Record<string, CloudSettings> {
  return Object.fromEntries(
    Object.entries(clouds).map(([id, settings]) => [id, given((settings ?? {}) as ObjectValue)]),
  );
}

function given(settings: ObjectValue): CloudSettings {
  const said = Object.entries(settings).filter(([, value]) => value !== null);
  return Object.fromEntries(said.map(([key, value]) => [toCamel(key), value]));
}
