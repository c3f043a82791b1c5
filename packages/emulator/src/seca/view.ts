import { factsOf, type Reference } from './kinds.js';
import type { Json, Thing } from './records.js';
import { resourceOf, urnOf, type World } from './world.js';

/** A thing as SECA answers it. @param verb the method of the request */
export function shown(world: World, thing: Thing, verb: string): Json {
  const { kind, labels, annotations, extensions, spec, state, conditions, workspace, network } = thing;
  return {
    metadata: {
      name: thing.name,
      provider: `seca.${factsOf(kind).provider}/v1`,
      resource: resourceOf(thing),
      ref: urnOf(thing),
      kind,
      apiVersion: 'v1',
      verb,
      tenant: thing.tenant,
      ...(thing.region ? { region: thing.region } : {}),
      ...(workspace ? { workspace } : {}),
      ...(network ? { network } : {}),
      resourceVersion: thing.version,
      createdAt: thing.created,
      lastModifiedAt: thing.modified,
      ...(thing.deleted ? { deletedAt: thing.deleted } : {}),
    },
    labels,
    annotations,
    extensions,
    spec,
    status: { state, conditions, ...statusOf(world, thing) },
  };
}

function statusOf(world: World, thing: Thing): Json {
  const { kind, spec } = thing;
  if (kind === 'instance')
    return { powerState: thing.power ?? 'off', ...(thing.powerSince ? { powerStateSince: thing.powerSince } : {}) };
  if (kind === 'block-storage') return { sizeGB: spec['sizeGB'], ...attached(instanceOfVolume(world, thing)) };
  if (kind === 'network') return { cidr: spec['cidr'] };
  if (kind === 'nic') return { addresses: spec['addresses'], publicIpRefs: spec['publicIpRefs'] ?? [] };
  if (kind === 'public-ip') {
    const nic = world.beside(thing, 'nic').find((one) => refers(world, one, 'publicIpRefs', thing));
    return { ipAddress: thing.address, ...attached(nic && instanceOfNic(world, nic)) };
  }
  return {};
}

/** The instance that has a block storage as one of its volumes. */
export function instanceOfVolume(world: World, volume: Thing): Thing | undefined {
  return world
    .beside(volume, 'instance')
    .find((one) => volumesOf(one).some((ref) => world.follow(ref, one) === volume));
}

export function instanceOfNic(world: World, nic: Thing): Thing | undefined {
  return world.beside(nic, 'instance').find((one) => nicsOf(one).some((ref) => world.follow(ref, one) === nic));
}

export function volumesOf({ spec }: Thing): Reference[] {
  const { bootVolume, dataVolumes = [] } = spec as {
    bootVolume: { deviceRef: Reference };
    dataVolumes?: { deviceRef: Reference }[];
  };
  return [bootVolume, ...dataVolumes].map(({ deviceRef }) => deviceRef);
}

export function nicsOf({ spec }: Thing): Reference[] {
  const { primaryNicRef, additionalNicRefs = [] } = spec as {
    primaryNicRef?: Reference;
    additionalNicRefs?: Reference[];
  };
  return [...(primaryNicRef ? [primaryNicRef] : []), ...additionalNicRefs];
}

/** Whether one of the references in a list of a thing's spec means another thing. */
export function refers(world: World, thing: Thing, list: string, other: Thing): boolean {
  return ((thing.spec[list] ?? []) as Reference[]).some((reference) => world.follow(reference, thing) === other);
}

function attached(instance: Thing | undefined): Json {
  return instance ? { attachedTo: { resource: resourceOf(instance) } } : {};
}
