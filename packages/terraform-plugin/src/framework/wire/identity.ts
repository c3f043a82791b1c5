import { conform } from '../../cty/conform.js';
import { valuesEqual } from '../../cty/equal.js';
import { formatPath } from '../../cty/path.js';
import type { ObjectValue, Value } from '../../cty/value.js';
import type * as wire from '../../protocol/identity.gen.js';
import type { ResourceIdentityData } from '../../protocol/value.gen.js';
import { type Diagnostics, PROVIDER_FAULT } from '../diagnostics.js';
import type { Identity, IdentitySchema } from '../identity.js';
import type { LoadableIdentity, LoadableResource } from '../provider-types.js';
import type { Resource } from '../resource.js';
import { typeToWire } from './types.js';
import { decodeValue, encodeValue } from './values.js';

export function identitySchemaToWire({ version = 0, attributes }: IdentitySchema): wire.ResourceIdentitySchema {
  return {
    version,
    identityAttributes: Object.entries(attributes).map(([name, { type, description = '', optionalForImport }]) => ({
      name,
      type: typeToWire(type),
      requiredForImport: optionalForImport !== true,
      optionalForImport: optionalForImport === true,
      description,
    })),
  };
}

/** An identity that code gave, checked. */
export function encodeIdentity(
  { type }: LoadableIdentity,
  given: Identity,
  diagnostics: Diagnostics,
): ResourceIdentityData {
  const value = conform(
    type,
    given,
    ({ at, message }) =>
      diagnostics.error(`The identity does not fit: ${formatPath(at)} ${message}`, { detail: PROVIDER_FAULT }),
    false,
  );
  return { identityData: encodeValue(type, value) };
}

/** An identity from the wire; undefined where there is none. */
export function decodeIdentity(
  identity: LoadableIdentity | undefined,
  data: ResourceIdentityData | undefined,
): ObjectValue | undefined {
  if (identity === undefined || data?.identityData === undefined) return undefined;
  return (decodeValue(identity.type, data.identityData) ?? undefined) as ObjectValue | undefined;
}

/** The identity of what `state` describes; `before` where the type has none. One that changes is a fault: it is for a whole life. */
export function identityOf(
  { identity, typeName }: LoadableResource,
  resource: Resource,
  state: Value,
  before: ResourceIdentityData | undefined,
  diagnostics: Diagnostics,
): ResourceIdentityData | undefined {
  if (identity === undefined || resource.identify === undefined || state === null) return before;
  const now = encodeIdentity(identity, resource.identify(state as ObjectValue), diagnostics);
  const was = decodeIdentity(identity, before);
  const is = decodeIdentity(identity, now) ?? null;
  if (was !== undefined && !partOf(identity, was, is)) {
    diagnostics.error(`The identity of this ${typeName} has changed`, { detail: PROVIDER_FAULT });
  }
  return now;
}

/** What an import left out of an identity, the provider fills in. */
function partOf({ type }: LoadableIdentity, was: ObjectValue, is: Value): boolean {
  const given = Object.fromEntries(
    Object.entries(was).map(([name, value]) => [name, value ?? (is as ObjectValue | null)?.[name] ?? null]),
  );
  return valuesEqual(type, given, is);
}
