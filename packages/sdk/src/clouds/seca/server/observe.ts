import type { Server } from '../../../kinds/index.js';
import type { Observed } from '../../../runtime/driver/cell.js';
import type { SecaApi } from '../api.js';
import { nameOf } from '../images.js';
import { seenIn } from '../labels.js';
import { idOf, nameIn, type Where } from '../naming.js';
import { placeId } from '../places.js';
import { sizes } from '../sizes.js';
import type { WireBlockStorage, WireInstance, WireNic } from '../wire.js';
import { networkOf, SERVER } from './nics.js';

/** Annotation of the boot volume: the zone that the server is meant for, until there is an instance that tells. */
export const ZONE = 'hansa-zone';

/** What a server is made of. The boot volume comes first and goes last: it is there as long as the server is. */
export interface Parts {
  boot: WireBlockStorage;
  instance: WireInstance | undefined;
  nics: readonly WireNic[];
}

export async function partsOf(api: SecaApi, { region, name }: Where): Promise<Parts | undefined> {
  const boot = await api.get<WireBlockStorage>(region, `block-storages/${name}`);
  if (!boot) return undefined;
  const [instance, nics] = await Promise.all([
    api.get<WireInstance>(region, `instances/${name}`),
    api.list<WireNic>(region, 'nics', { [SERVER]: name }),
  ]);
  return { boot, instance, nics };
}

/** A server in the model's words. */
export async function observe(
  api: SecaApi,
  region: string,
  { boot, instance, nics }: Parts,
): Promise<Observed<typeof Server>> {
  const { name, labels, ...storage } = seenIn(boot);
  const image = nameIn(boot.spec.sourceImageRef);
  const zone = instance?.spec.zone ?? boot.annotations?.[ZONE];
  const known = {
    id: idOf({ region, name: boot.metadata.name }),
    name,
    labels,
    ...(zone === undefined ? {} : { place: placeId(region, zone) }),
    diskGib: boot.spec.sizeGB,
    ...(image === undefined ? {} : { image: nameOf(image) ?? image, nativeImage: image }),
    publicIpv4: false,
    publicIpv4Address: null,
    publicIpv6Address: null,
  };
  if (!instance) {
    const failed = storage.status === 'failed' ? storage : undefined;
    return { ...known, ...(failed ?? { status: 'changing', statusText: 'without an instance yet' }) };
  }
  const { status, statusText } = storage.status === 'ready' ? seenIn(instance) : storage;
  return {
    ...known,
    ...(await sizeOf(api, region, String(zone), nameIn(instance.spec.skuRef))),
    // While it is under way SECA does not say what it will be.
    ...(status === 'ready' ? { power: instance.status?.powerState ?? 'off' } : {}),
    networks: membershipsOf(region, instance, nics),
    firewallIds: firewallsOf(region, instance, nics),
    status,
    ...(statusText ? { statusText } : {}),
  };
}

function membershipsOf(region: string, { spec }: WireInstance, nics: readonly WireNic[]) {
  const byName = new Map(nics.map((nic) => [nic.metadata.name, nic]));
  return nicNames(spec).flatMap((name) => {
    const nic = byName.get(name);
    const network = nic && networkOf(nic);
    return network ? { networkId: idOf({ region, name: network }), ip: nic?.spec.addresses[0] ?? null } : [];
  });
}

function firewallsOf(region: string, { spec }: WireInstance, nics: readonly WireNic[]): string[] {
  const names = new Set(nicNames(spec));
  const groups = nics
    .filter(({ metadata }) => names.has(metadata.name))
    .flatMap((nic) => nic.spec.securityGroupRefs ?? []);
  const all = [...(spec.securityGroupRef ? [spec.securityGroupRef] : []), ...groups].flatMap(
    (one) => nameIn(one) ?? [],
  );
  return [...new Set(all)].map((name) => idOf({ region, name }));
}

/** The names of an instance's NICs, the primary one first. */
export function nicNames({ primaryNicRef, additionalNicRefs = [] }: WireInstance['spec']): string[] {
  return [primaryNicRef, ...additionalNicRefs].flatMap((one) => nameIn(one) ?? []);
}

async function sizeOf(api: SecaApi, region: string, zone: string, sku: string | undefined) {
  if (sku === undefined) return {};
  const place = { id: placeId(region, zone), country: null, scopes: { zone, region, area: region } };
  const size = (await sizes(api, place)).find(({ id }) => id === sku);
  const measures = size ? { vcpus: size.vcpus, memoryGib: size.memoryGib, architecture: size.architecture } : {};
  return { size: sku, nativeSize: sku, ...measures };
}
