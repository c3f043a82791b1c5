import { invalid } from '../model/problem.js';
import type { Kept } from '../model/record.js';
import { skuName } from '../model/reference.js';
import { blockStorage } from './block-storage.js';
import { bootImageOf } from './boot-image.js';
import { type Ground, inTurn, regionOf } from './ground.js';
import { publicIp } from './public-ip.js';
import { checkKeys, fallKeys, standKeys } from './ssh-keys.js';
import { checkPlan, fall, stand } from './stand.js';
import {
  bootVolumeOf,
  dataUserOf,
  dataVolumesOf,
  followed,
  instanceBehind,
  networkOf,
  nicsOf,
  staying,
} from './wiring.js';

/** What of a server is only known when other things stand. */
const LATER = ['networks', 'firewallIds', 'sshKeyIds'];

/** Instances are servers, with what their NICs join and stand behind. */
export const instance = inTurn<'instance'>({
  async check(ground, record) {
    checkKeys(record);
    mustBeMovable(ground, record);
    await checkPlan(ground, 'server', { name: 'seca', ...(await fresh(ground, record)) }, LATER);
  },

  async make(ground, record) {
    const power = record.power?.wanted ?? 'off';
    const { zone } = record.spec;
    if ((record.cloud?.untouchedIn ?? zone) !== zone) await leave(ground, record);
    const change = { ...parts(ground, record), power };
    if (record.cloud?.id === undefined) {
      const sshKeyIds = await standKeys(ground, record);
      const spec = { ...(await fresh(ground, record)), ...change, sshKeyIds };
      const { made } = await stand(ground, record, 'server', spec, change);
      // It may have been told to start meanwhile.
      if (made && (record.power?.wanted ?? 'off') === 'off') record.cloud = { ...record.cloud, untouchedIn: zone };
    } else {
      if (record.power?.restart) await ground.cloud.servers.update(record.cloud.id, { power: 'off' });
      await stand(ground, record, 'server', { ...(await fresh(ground, record)), ...change }, change);
    }
    await settleAround(ground, record);
    if (record.power?.restart) delete record.power.restart;
  },

  async remove(ground, record) {
    await settleAround(ground, record);
    await fall(ground, record, 'server');
    await fallKeys(ground, record);
  },
});

/** A volume stands in a zone, and an instance that has one stays there. @throws Problem */
function mustBeMovable({ store }: Ground, record: Kept<'instance'>): void {
  if ((record.cloud?.untouchedIn ?? record.spec.zone) === record.spec.zone) return;
  const volume = dataVolumesOf(store, record).find(({ cloud }) => cloud?.id !== undefined);
  if (volume) throw invalid('/spec/zone', `its volume ${volume.at.name} stands in ${record.cloud?.untouchedIn}`);
}

/** Takes an instance that was never on away from its zone: nothing is lost with it. */
async function leave(ground: Ground, record: Kept<'instance'>): Promise<void> {
  await fall(ground, record, 'server');
  delete record.cloud?.untouchedIn;
}

/** What only a new server can have. */
async function fresh(ground: Ground, record: Kept<'instance'>) {
  const { zone, userData } = record.spec;
  const spec = {
    region: zone,
    size: (await sizeOf(ground, record)).id,
    image: await bootImageOf(ground, record),
    // Where the disk comes with the size it has to be large enough; else it is as large as the volume.
    diskGib: bootVolumeOf(ground.store, record).spec.sizeGB,
    ...(userData ? { userData } : {}),
  };
  // Some clouds lead a public IP to servers alone that have a public side of their own.
  const reached = staying(nicsOf(ground.store, record)).some((nic) => (nic.spec.publicIpRefs ?? []).length > 0);
  return reached ? spec : { ...spec, ...(await privately(ground, spec)) };
}

/** Nothing leads from outside to an instance without a public IP, unless the cloud gives each server an address of its own. */
async function privately(ground: Ground, spec: object): Promise<{ publicIpv4?: false }> {
  const unknown = new Set(LATER);
  const plan = await ground.cloud.servers.plan({
    spec: { name: 'seca', ...spec, publicIpv4: false },
    prior: null,
    unknown,
  });
  return plan.issues.some(({ attribute }) => attribute[0] === 'publicIpv4') ? {} : { publicIpv4: false };
}

function parts({ store }: Ground, record: Kept<'instance'>) {
  const nics = staying(nicsOf(store, record));
  const { securityGroupRef } = record.spec;
  const groups = [
    ...followed(store, record, securityGroupRef ? [securityGroupRef] : [], 'security-group'),
    ...nics.flatMap((nic) => followed(store, nic, nic.spec.securityGroupRefs ?? [], 'security-group')),
  ];
  const firewallIds = staying(groups).flatMap(({ cloud }) => cloud?.id ?? []);
  return { networks: nics.flatMap((nic) => joinOf(store, nic)), firewallIds: [...new Set(firewallIds)] };
}

/** The cloud's network that a NIC joins, with its address there. */
function joinOf(store: Ground['store'], record: Kept<'nic'>): { networkId: string; ip?: string }[] {
  const [subnet] = followed(store, record, [record.spec.subnetRef], 'subnet');
  const networkId = subnet && networkOf(store, subnet)?.cloud?.id;
  const ip = record.spec.addresses.find((address) => !address.includes(':'));
  return networkId === undefined ? [] : [{ networkId, ...(ip ? { ip } : {}) }];
}

/** Leads volumes and addresses to the instance that has them now: those that this one has, and those that it no longer has. */
async function settleAround(ground: Ground, record: Kept<'instance'>): Promise<void> {
  const { store } = ground;
  const mine = new Set<Kept>([
    ...dataVolumesOf(store, record),
    ...nicsOf(store, record).flatMap((nic) => followed(store, nic, nic.spec.publicIpRefs ?? [], 'public-ip')),
  ]);
  const id = record.cloud?.id;
  const concerned = (one: Kept) => mine.has(one) || (id !== undefined && one.cloud?.serverId === id);
  for (const volume of staying(store.of('block-storage')).filter(concerned))
    if (isElsewhere(volume, dataUserOf(store, volume))) await blockStorage.make(ground, volume);
  for (const address of staying(store.of('public-ip')).filter(concerned))
    if (isElsewhere(address, instanceBehind(store, address))) await publicIp.make(ground, address);
}

function isElsewhere({ cloud }: Kept, user: Kept | undefined): boolean {
  return (cloud?.serverId ?? null) !== (user?.cloud?.id ?? null);
}

async function sizeOf(ground: Ground, { at, spec }: Kept<'instance'>) {
  const skus = await ground.catalogue.skus(regionOf(ground, at));
  const name = skuName(spec.skuRef, 'seca.compute');
  const size = skus.find((sku) => sku.name === name)?.sizes.get(spec.zone);
  if (size) return size;
  throw invalid('/spec/skuRef', `the SKU ${name ?? spec.skuRef.resource} is not sold in ${spec.zone}`);
}
