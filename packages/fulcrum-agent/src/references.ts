import { type AnyKind, type Attributes, CloudError } from '@hansa/sdk';
import { contract, type WireService } from '@hansa/sdk/clouds/fulcrum';
import type { Federation } from './federation.js';

type Values = Readonly<Record<string, unknown>>;

/** Ids of services and of the cloud's own things, each by the other. */
export interface Dictionary {
  toCloud: Map<string, string>;
  toService: Map<string, string>;
}

/** What the references in a specification are at the cloud. @throws CloudError where one is of another agent, or not there */
export async function dictionaryOf(federation: Federation, kind: AnyKind, spec: Values): Promise<Dictionary> {
  const ids = new Set<string>();
  mapped(kind.attributes, spec, (id) => {
    ids.add(id);
    return id;
  });
  const pairs = await Promise.all([...ids].map(async (id) => [id, await cloudId(federation, id)] as const));
  return { toCloud: new Map(pairs), toService: new Map(pairs.map(([service, cloud]) => [cloud, service])) };
}

async function cloudId({ core, me }: Federation, id: string): Promise<string> {
  const service = await core.service(id);
  const data = service?.agentInstanceData;
  const live = service && contract.LIVE.includes(service.status);
  if (live && service.agentId === me.id && contract.isInstanceData(data)) return data.id;
  throw new CloudError('invalid', {
    message: `the service ${id} that it refers to ${why(me.id, service)}`,
    next: ['refer to a service of the same agent, which is there already'],
  });
}

function why(agentId: string, service: WireService | undefined): string {
  if (!service) return 'is not there, or of another provider';
  return service.agentId === agentId ? `is ${service.status.toLowerCase()}` : 'is delivered by another agent';
}

/** Values with every reference changed, those in lists of objects too; what has no translation stays away. */
export function translated(kind: AnyKind, values: Values, to: ReadonlyMap<string, string>): Record<string, unknown> {
  return mapped(kind.attributes, values, (id) => to.get(id));
}

function mapped(
  attributes: Attributes,
  values: Values,
  change: (id: string) => string | undefined,
): Record<string, unknown> {
  const out: Record<string, unknown> = { ...values };
  for (const [name, { ref, fields }] of Object.entries(attributes)) {
    const value = values[name];
    if (value === undefined || value === null) continue;
    if (fields && Array.isArray(value)) {
      out[name] = value.map((one) => mapped(fields, one as Values, change));
    } else if (ref && Array.isArray(value)) {
      out[name] = value.map((id) => change(String(id))).filter((id) => id !== undefined);
    } else if (ref) out[name] = change(String(value)) ?? null;
  }
  return out;
}
