import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import type { Transitions } from '../core/steps.js';
import { removePort } from '../openstack/network/cards.js';
import { cardsOf, checkCard, plug } from './cards.js';
import type { Step } from './durations.js';
import { badRequest, notFound } from './errors.js';
import { flavorById } from './flavors.js';
import { imageById } from './images.js';
import { name, read } from './input.js';
import { shownInstance } from './instance-view.js';
import { publicNetworkId } from './neutron/region.js';
import type { InstanceRecord } from './records.js';
import { knownRegion } from './regions.js';
import type { World } from './world.js';

export const INSTANCES = '/cloud/project/{serviceName}/instance';
export const INSTANCE = `${INSTANCES}/{instanceId}`;

const createShape = z.object({
  name,
  region: z.string(),
  flavorId: z.string(),
  imageId: z.string().nullish(),
  volumeId: z.string().nullish(),
  sshKeyId: z.string().nullish(),
  userData: z.string().nullish(),
  groupId: z.string().nullish(),
  availabilityZone: z.string().nullish(),
  monthlyBilling: z.boolean().nullish(),
  networks: z.array(z.object({ networkId: z.string(), ip: z.ipv4().nullish() })).nullish(),
});

export function findInstance(world: World, { params }: CloudRequest): InstanceRecord {
  const found = world.instances.get(params['instanceId']!);
  if (!found) throw notFound('Instance does not exist');
  return found;
}

export function instances(world: World): Route[] {
  return [
    {
      method: 'GET',
      path: INSTANCES,
      handle: ({ query }) => {
        const region = query.get('region');
        const wanted = world.instances.filter((one) => region === null || one.region === region);
        return { status: 200, body: wanted.map((one) => shownInstance(world, one, false)) };
      },
    },
    {
      method: 'POST',
      path: INSTANCES,
      handle: (request) => ({ status: 200, body: shownInstance(world, create(world, request), true) }),
    },
    {
      method: 'GET',
      path: INSTANCE,
      handle: (request) => ({ status: 200, body: shownInstance(world, findInstance(world, request), true) }),
    },
    {
      method: 'PUT',
      path: INSTANCE,
      handle: (request) => {
        const instance = findInstance(world, request);
        instance.name = read(request, z.object({ instanceName: name })).instanceName;
        return { status: 200, body: null };
      },
    },
    {
      method: 'DELETE',
      path: INSTANCE,
      handle: (request) => {
        const instance = findInstance(world, request);
        if (instance.status !== 'DELETING') {
          instance.status = 'DELETING';
          world.later('instance.delete', instance.id);
        }
        return { status: 200, body: null };
      },
    },
  ];
}

function create(world: World, request: CloudRequest): InstanceRecord {
  const given = read(request, createShape);
  const region = knownRegion(given.region);
  const flavor = flavorById(given.flavorId);
  if (flavor?.region !== region.name) throw badRequest(`Invalid flavorId: flavor ${given.flavorId} does not exist`);
  if (given.volumeId) throw badRequest('Invalid volumeId: boot from volume is not emulated');
  const image = imageById(given.imageId ?? '');
  if (image?.region !== region.name) throw badRequest(`Invalid imageId: image ${given.imageId} does not exist`);
  if (given.sshKeyId && !world.keys.get(given.sshKeyId)?.regions.includes(region.name))
    throw badRequest(`Invalid sshKeyId: SSH key ${given.sshKeyId} does not exist`);
  const { availabilityZone: zone } = given;
  if (zone && !region.zones.includes(zone)) throw badRequest(`Invalid availabilityZone: ${zone}`);
  if (Buffer.byteLength(given.userData ?? '') > 49_149) throw badRequest('User data too large');
  const wanted = (given.networks ?? [{ networkId: publicNetworkId(region.name) }]).map(({ networkId, ip }) => ({
    networkId,
    ip: ip ?? null,
  }));
  for (const card of wanted) checkCard(world.neutron(region.name), card);
  const there = world.instances.list();
  world.checkQuota('instances', there.length);
  const cores = there.reduce((sum, { flavorId }) => sum + (flavorById(flavorId)?.vcpus ?? 0), 0);
  world.checkQuota('cores', cores, flavor.vcpus);
  const id = randomUUID();
  const record = world.instances.put(id, {
    id,
    name: given.name,
    region: region.name,
    zone: zone ?? region.zones[0] ?? null,
    flavorId: flavor.id,
    nextFlavorId: null,
    imageId: image.id,
    sshKeyId: given.sshKeyId ?? null,
    userData: given.userData ?? null,
    status: 'BUILD',
    before: 'ACTIVE',
    task: null,
    monthly: given.monthlyBilling ? world.now() : null,
    wanted,
    created: world.now(),
  });
  world.later('instance.network', id);
  return record;
}

export function instanceTransitions(world: World): Transitions<Step> {
  return {
    'instance.network': (id) => {
      const instance = world.instances.get(id);
      if (instance?.status !== 'BUILD') return;
      if (!world.context.inStock(flavorById(instance.flavorId)?.name ?? '', instance.region)) {
        instance.status = 'ERROR';
        return;
      }
      const neutron = world.neutron(instance.region);
      // A network may have gone meanwhile, or its addresses have run out: Nova then gives up.
      try {
        for (const card of instance.wanted) checkCard(neutron, card);
      } catch {
        instance.status = 'ERROR';
        return;
      }
      for (const card of instance.wanted) plug(neutron, id, card);
      instance.wanted = [];
      world.later('instance.build', id);
    },
    'instance.build': (id) => {
      const instance = world.instances.get(id);
      if (instance?.status === 'BUILD') instance.status = 'ACTIVE';
    },
    'instance.delete': (id) => {
      const instance = world.instances.get(id);
      if (!instance) return;
      const neutron = world.neutron(instance.region);
      world.instances.delete(id);
      for (const port of cardsOf(neutron, id)) removePort(neutron, port.id);
      for (const volume of world.volumes.filter(({ attachedTo }) => attachedTo.includes(id)))
        Object.assign(volume, { attachedTo: [], status: 'available' });
    },
  };
}
