import type { CloudSettings } from '@hansa/sdk';
import { type Diagnostics, isUnknown, type ObjectValue, type Path, type Value } from '@hansa/terraform-plugin';
import { toCamel } from '../names.js';

/** What the configuration says, in the SDK's names; unknown values are told, each at its path. */
export interface Settings {
  owner?: string;
  clouds?: Record<string, CloudSettings>;
}

export function settingsOf(config: ObjectValue, diagnostics: Diagnostics): Settings {
  for (const at of unknownPaths(config, [])) {
    diagnostics.error(`${at.join('.')} is not known before apply`, {
      at,
      detail:
        'The provider is configured while planning, so its settings must be known then. Give a variable, a data source or a file in ' +
        "place of another resource's attribute, or leave it to the cloud's own environment variables.",
    });
  }
  const { owner = null, clouds = null } = config;
  if (diagnostics.hasErrors) return {};
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

function unknownPaths(value: Value, at: Path): Path[] {
  if (isUnknown(value)) return [at];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => unknownPaths(part as Value, [...at, key]));
}
