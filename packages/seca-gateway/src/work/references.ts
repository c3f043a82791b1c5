import { type Ground, regionOf } from '../cloud/ground.js';
import { bootVolumeOf, dataUserOf } from '../cloud/wiring.js';
import { holds } from '../model/cidr.js';
import { containersOf } from '../model/links.js';
import { invalid } from '../model/problem.js';
import { type Address, isOf, type Kept } from '../model/record.js';
import { resolve, skuName } from '../model/reference.js';
import type { Reference, TypeName } from '../model/specs.js';
import { PROVIDERS, VERSION } from '../model/types.js';

/** The one SKU of networks and of storage: the cloud's own, since the SDK knows no others. */
export const STANDARD_SKU = 'standard';

/** Refuses a resource that refers to what is not there. @throws Problem */
export async function checkReferences(ground: Ground, record: Kept): Promise<void> {
  for (const container of containersOf(record.at))
    if (!isThere(ground, container)) throw invalid('/metadata', `there is no ${container.kind} ${container.name}`);
  await check(ground, record);
}

async function check(ground: Ground, record: Kept): Promise<void> {
  const must = (reference: Reference, kind: TypeName, pointer: string) =>
    mustExist(ground, record, reference, kind, pointer);
  if (isOf(record, 'role')) return checkRole(record);
  if (isOf(record, 'role-assignment')) return checkAssignment(ground, record);
  if (isOf(record, 'block-storage')) {
    mustBeSku(record.spec.skuRef, 'seca.storage');
    if (record.spec.sourceImageRef) await mustBeImage(ground, record, record.spec.sourceImageRef);
  }
  if (isOf(record, 'image')) checkImage(ground, record);
  if (isOf(record, 'instance')) return checkInstance(ground, record, must);
  if (isOf(record, 'network')) {
    mustBeSku(record.spec.skuRef, 'seca.network');
    if (!record.spec.cidr.ipv4) throw invalid('/spec/cidr/ipv4', 'networks of this cloud have an IPv4 block');
  }
  if (isOf(record, 'subnet')) {
    mustBeZone(ground, record, record.spec.zone);
    must(record.spec.routeTableRef, 'routing-table', '/spec/routeTableRef');
    mustFit(ground, record);
  }
  if (isOf(record, 'routing-table'))
    // What is not a gateway (an instance that routes) may come later than the route to it.
    record.spec.routes.forEach(({ targetRef }, i) => {
      const target = resolve(targetRef, record.at);
      const pointer = `/spec/routes/${i}/targetRef`;
      if (!target) throw invalid(pointer, `${targetRef.resource} is no reference`);
      if (target.kind === 'internet-gateway') must(targetRef, 'internet-gateway', pointer);
    });
  if (isOf(record, 'nic')) {
    must(record.spec.subnetRef, 'subnet', '/spec/subnetRef');
    record.spec.securityGroupRefs?.forEach(
      (one, i) => void must(one, 'security-group', `/spec/securityGroupRefs/${i}`),
    );
    // Addresses may come later than the NIC that they lead to: SECA's own conformance suite makes them so.
    record.spec.publicIpRefs?.forEach((one, i) => {
      if (resolve(one, record.at)?.kind !== 'public-ip')
        throw invalid(`/spec/publicIpRefs/${i}`, `${one.resource} is no public IP`);
    });
  }
  if (isOf(record, 'security-group'))
    record.spec.ruleRefs?.forEach((one, i) => void must(one, 'security-group-rule', `/spec/ruleRefs/${i}`));
}

type Must = (reference: Reference, kind: TypeName, pointer: string) => void;

async function checkInstance(ground: Ground, record: Kept<'instance'>, must: Must): Promise<void> {
  const { spec } = record;
  mustBeZone(ground, record, spec.zone);
  const skus = await ground.catalogue.skus(regionOf(ground, record.at));
  const name = skuName(spec.skuRef, 'seca.compute');
  if (!skus.some((sku) => sku.name === name))
    throw invalid('/spec/skuRef', `there is no SKU ${name ?? spec.skuRef.resource}`);
  must(spec.bootVolume.deviceRef, 'block-storage', '/spec/bootVolume/deviceRef');
  const boot = bootVolumeOf(ground.store, record);
  spec.dataVolumes?.forEach(({ deviceRef }, i) => {
    const pointer = `/spec/dataVolumes/${i}/deviceRef`;
    must(deviceRef, 'block-storage', pointer);
    const volume = found(ground, record, deviceRef) as Kept<'block-storage'>;
    const user = dataUserOf(ground.store, volume);
    if (volume === boot) throw invalid(pointer, 'it boots from this one');
    if (user && user.at.name !== record.at.name) throw invalid(pointer, `the instance ${user.at.name} has it`);
  });
  if (spec.primaryNicRef) must(spec.primaryNicRef, 'nic', '/spec/primaryNicRef');
  spec.additionalNicRefs?.forEach((one, i) => void must(one, 'nic', `/spec/additionalNicRefs/${i}`));
  if (spec.securityGroupRef) must(spec.securityGroupRef, 'security-group', '/spec/securityGroupRef');
}

/**
 * Of an image there must be the workspace. Its block storage may come later where the workspace has none yet, which is how SECA's own
 * conformance suite lays out a workspace; beside others, a name that is not there is a mistake.
 */
function checkImage(ground: Ground, record: Kept<'image'>): void {
  const at = resolve(record.spec.blockStorageRef, record.at);
  const [workspace] = at ? containersOf(at) : [];
  if (at?.kind !== 'block-storage' || !workspace || !isThere(ground, workspace))
    throw invalid(
      '/spec/blockStorageRef',
      `${record.spec.blockStorageRef.resource} is no block storage of a workspace that is there`,
    );
  const beside = () => ground.store.of('block-storage').some((one) => isBeside(one.at, at));
  if (!isThere(ground, at) && beside()) throw invalid('/spec/blockStorageRef', `there is no block storage ${at.name}`);
  if (ground.store.get(at)?.cloud?.everAttached)
    throw invalid('/spec/blockStorageRef', `${at.name} was in use: the cloud cannot copy what is on it`);
}

async function mustBeImage(ground: Ground, record: Kept, reference: Reference): Promise<void> {
  const at = resolve(reference, record.at);
  if (at?.kind === 'image') {
    if (isThere(ground, at)) return;
    const images = await ground.catalogue.images(regionOf(ground, record.at));
    if (images.some(({ name }) => name === at.name)) return;
  }
  throw invalid('/spec/sourceImageRef', `there is no image ${at?.name ?? reference.resource}`);
}

function checkRole({ spec }: Kept<'role'>): void {
  const known = new Set(PROVIDERS.flatMap((name) => [name, `${name}/${VERSION}`]));
  spec.permissions.forEach(({ provider }, i) => {
    if (!known.has(provider)) throw invalid(`/spec/permissions/${i}/provider`, `there is no provider ${provider}`);
  });
}

function checkAssignment({ store, tenants, regions, subjects }: Ground, { at, spec }: Kept<'role-assignment'>): void {
  const among = (given: readonly string[] = [], known: readonly string[], pointer: string) => {
    const stranger = given.find((one) => !known.includes(one));
    if (stranger !== undefined) throw invalid(pointer, `"${stranger}" is not there`);
  };
  const own = <T extends TypeName>(kind: T) =>
    store.of(kind).filter((one) => one.at.tenant === at.tenant && !one.deletedAt);
  among(
    spec.roles,
    own('role').map((role) => role.at.name),
    '/spec/roles',
  );
  if (subjects.length > 0) among(spec.subs, subjects, '/spec/subs');
  spec.scopes.forEach((scope, i) => {
    among(scope.tenants, tenants, `/spec/scopes/${i}/tenants`);
    among(
      scope.regions,
      regions.map(({ name }) => name),
      `/spec/scopes/${i}/regions`,
    );
    // A scope of workspaces alone may be granted before they are made: SECA's own conformance suite does so.
    if (scope.tenants?.length)
      among(
        scope.workspaces,
        own('workspace').map((one) => one.at.name),
        `/spec/scopes/${i}/workspaces`,
      );
  });
}

function mustFit(ground: Ground, record: Kept<'subnet'>): void {
  const { network: name = '', ...where } = record.at;
  const network = ground.store.get({ ...where, kind: 'network', name });
  const inner = record.spec.cidr.ipv4;
  if (!inner) throw invalid('/spec/cidr/ipv4', 'subnets of this cloud have an IPv4 block');
  const outer = network && isOf(network, 'network') ? (network.spec.cidr.ipv4 ?? '') : '';
  if (!holds(outer, inner)) throw invalid('/spec/cidr/ipv4', `${inner} is not inside the network's ${outer}`);
}

function mustBeZone(ground: Ground, { at }: Kept, zone: string): void {
  const { zones } = regionOf(ground, at);
  if (!zones.some(({ id }) => id === zone))
    throw invalid('/spec/zone', `there is no zone ${zone}; use one of ${zones.map(({ id }) => id).join(', ')}`);
}

function mustBeSku(reference: Reference, provider: string): void {
  if (skuName(reference, provider) !== STANDARD_SKU)
    throw invalid('/spec/skuRef', `there is no SKU ${reference.resource}`);
}

function mustExist(ground: Ground, record: Kept, reference: Reference, kind: TypeName, pointer: string): void {
  const at = resolve(reference, record.at);
  if (at?.kind === kind && at.tenant === record.at.tenant && at.region === record.at.region && isThere(ground, at))
    return;
  throw invalid(pointer, `there is no ${kind} ${reference.resource}`);
}

function found(ground: Ground, record: Kept, reference: Reference): Kept | undefined {
  const at = resolve(reference, record.at);
  return at && ground.store.get(at);
}

function isBeside(one: Address, other: Address): boolean {
  return one.tenant === other.tenant && one.region === other.region && one.workspace === other.workspace;
}

function isThere({ store }: Ground, at: Kept['at']): boolean {
  const there = store.get(at);
  return there !== undefined && there.deletedAt === undefined;
}
