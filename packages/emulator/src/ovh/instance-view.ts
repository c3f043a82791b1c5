import { cardsOf } from './cards.js';
import { flavorById, shownFlavor } from './flavors.js';
import { imageById, shownImage } from './images.js';
import { date } from './input.js';
import type { InstanceRecord } from './records.js';
import { shownKey } from './ssh-keys.js';
import type { World } from './world.js';

/** An instance as the API tells it; flavour, image and key in full only where it is asked for alone. */
export function shownInstance(world: World, instance: InstanceRecord, whole: boolean) {
  const { id, name, region, zone, status, created, imageId, sshKeyId, monthly } = instance;
  const flavor = flavorById(instance.flavorId)!;
  const image = imageById(imageId)!;
  const key = sshKeyId ? world.keys.get(sshKeyId) : undefined;
  return {
    id,
    name,
    region,
    availabilityZone: zone,
    status,
    created: date(created),
    flavorId: flavor.id,
    imageId,
    sshKeyId,
    flavor: whole ? shownFlavor(world, flavor) : null,
    image: whole ? shownImage(image) : null,
    sshKey: whole && key ? shownKey(key) : null,
    ipAddresses: addressesOf(world, instance),
    monthlyBilling: monthly === null ? null : { since: date(monthly), status: 'ok' },
    planCode: monthly === null ? `${flavor.name}.consumption` : `${flavor.name}.monthly.postpaid`,
    operationIds: [],
    currentMonthOutgoingTraffic: null,
    rescuePassword: null,
  };
}

/** Its addresses; floating IPs are among the public ones. */
function addressesOf(world: World, { id, region }: InstanceRecord) {
  const neutron = world.neutron(region);
  return cardsOf(neutron, id).flatMap((port) => {
    const type = port.networkId === neutron.publicNetworkId ? ('public' as const) : ('private' as const);
    const own = port.fixedIps.map(({ ip, subnetId }) => ({
      ip,
      type,
      version: ip.includes(':') ? 6 : 4,
      networkId: port.networkId,
      gatewayIp: type === 'private' ? (neutron.subnets.get(subnetId)?.gateway ?? null) : null,
    }));
    const floating = neutron.floatingIps
      .filter(({ portId }) => portId === port.id)
      .map(({ ip, networkId }) => ({ ip, type: 'public' as const, version: 4, networkId, gatewayIp: null }));
    return [...own, ...floating];
  });
}
