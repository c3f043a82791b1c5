import type { CloudSettings, HansaOptions } from '@hansa/sdk';
import type { ObjectValue } from '@hansa/terraform-plugin';
import { toCamel } from '../names.js';
import { generated } from '../schema/generated.js';
import { dataToModel } from '../values/index.js';

/** What the configuration says, in the SDK's names. */
export interface Settings {
  owner?: string;
  clouds?: Record<string, CloudSettings>;
  policy?: HansaOptions['policy'];
  claims?: string;
}

export function settingsOf({ owner = null, clouds = null, policy = null, claims = null }: ObjectValue): Settings {
  return {
    ...(owner === null ? {} : { owner: String(owner) }),
    ...(clouds === null ? {} : { clouds: eachCloud(clouds as ObjectValue) }),
    ...(policy === null ? {} : { policy: policyOf(policy as ObjectValue) }),
    ...(claims === null ? {} : { claims: String(claims) }),
  };
}

/** A policy in the model's names. What it may not be, the model says when it is read. */
export function policyOf(policy: ObjectValue): NonNullable<HansaOptions['policy']> {
  const attribute = generated.provider.attributes['policy'];
  return dataToModel(attribute && 'nested' in attribute ? attribute.attributes : {}, policy);
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
