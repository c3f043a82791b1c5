import { createHash } from 'node:crypto';
import type { SpecOf, TypeName } from './specs.js';
import { type ResourceType, typeOf, VERSION } from './types.js';

export type ResourceState = 'pending' | 'creating' | 'active' | 'updating' | 'deleting' | 'error';

export interface Condition {
  state: ResourceState;
  /** ISO 8601. */
  lastTransitionAt: string;
  reason?: string;
  message?: string;
}

/** Where a resource stands. `region` is absent for what stands in none. */
export interface Address {
  kind: TypeName;
  tenant: string;
  region?: string;
  workspace?: string;
  network?: string;
  name: string;
}

/** One resource as the gateway keeps it. Plain JSON. */
export interface Kept<T extends TypeName = TypeName> {
  kind: T;
  at: Address;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  extensions: Record<string, string>;
  spec: SpecOf<T>;
  state: ResourceState;
  /** Newest first. */
  conditions: Condition[];
  version: number;
  createdAt: string;
  modifiedAt: string;
  deletedAt?: string;
  /** What is wanted of an instance, and what is known of it. */
  power?: { wanted: 'on' | 'off'; restart?: boolean; seen?: 'on' | 'off'; since?: string };
  /** Ids at the cloud, by the kind of the SDK's model. */
  cloud?: {
    id?: string;
    serverId?: string | null;
    address?: string;
    sshKeyIds?: string[];
    everAttached?: boolean;
    /** Where an instance stands that was never on: it can still be made elsewhere, since nothing is lost with it. */
    untouchedIn?: string;
  };
}

/** `seca.network/v1/tenants/t/workspaces/w/networks/n/subnets/s`. */
export function urnOf(at: Address): string {
  const { provider, path } = typeOf(at.kind);
  return `${provider}/${VERSION}/${parentOf(at)}${path}/${at.name}`;
}

/** Key of a resource among all that the gateway keeps: regions share no names. */
export function keyOf(at: Address): string {
  return `${at.region ?? ''} ${urnOf(at)}`;
}

/** `networks/n/subnets/s`: the part of the URN that a reference may be made of. */
export function resourceOf(at: Address): string {
  const { path } = typeOf(at.kind);
  return `${at.network === undefined ? '' : `networks/${at.network}/`}${path}/${at.name}`;
}

/** A name for the cloud that is the same whenever it is asked for, and no other resource's. */
export function cloudName(at: Address): string {
  const mark = createHash('sha256').update(keyOf(at)).digest('hex').slice(0, 8);
  return `${at.name.replaceAll('.', '-').slice(0, 54)}-${mark}`.replace(/-{2,}/g, '-');
}

export function isOf<T extends TypeName>(record: Kept, kind: T): record is Kept<T> {
  return record.kind === kind;
}

/** A resource as SECA answers it. @param verb the method of the request, upper-case, as the conformance suite wants it */
export function present(record: Kept, verb: string, status: object = {}): object {
  const { at, labels, annotations, extensions, spec, state, conditions } = record;
  return {
    metadata: metadataOf(record, verb),
    ...(some(labels) ? { labels } : {}),
    ...(some(annotations) ? { annotations } : {}),
    ...(some(extensions) ? { extensions } : {}),
    ...(at.kind === 'workspace' && !some(spec) ? {} : { spec }),
    status: { ...status, state, conditions },
  };
}

function metadataOf({ at, version, createdAt, modifiedAt, deletedAt }: Kept, verb: string): object {
  const type: ResourceType = typeOf(at.kind);
  return {
    name: at.name,
    provider: `${type.provider}/${VERSION}`,
    resource: resourceOf(at),
    ref: urnOf(at),
    kind: at.kind,
    apiVersion: VERSION,
    verb,
    tenant: at.tenant,
    ...(at.region === undefined ? {} : { region: at.region }),
    ...(at.workspace === undefined ? {} : { workspace: at.workspace }),
    ...(at.network === undefined ? {} : { network: at.network }),
    resourceVersion: version,
    createdAt,
    lastModifiedAt: modifiedAt,
    ...(deletedAt === undefined ? {} : { deletedAt }),
  };
}

function parentOf({ tenant, workspace, network }: Address): string {
  const parts = [`tenants/${tenant}/`, workspace && `workspaces/${workspace}/`, network && `networks/${network}/`];
  return parts.filter(Boolean).join('');
}

function some(object: object): boolean {
  return Object.keys(object).length > 0;
}
