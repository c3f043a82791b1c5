import type { Deletable } from './records.js';
import type { World } from './world.js';

/** Takes a thing away with all that goes with it. */
export function removed(world: World, collection: Deletable, key: string): void {
  switch (collection) {
    case 'datacenters':
      for (const inside of ['servers', 'volumes', 'nics', 'securityGroups'] as const)
        for (const one of world[inside].filter(({ datacenterId }) => datacenterId === key))
          removed(world, inside, one.id);
      for (const lan of world.lans.filter(({ datacenterId }) => datacenterId === key))
        world.lans.delete(`${key}/${lan.number}`);
      break;
    case 'servers':
      for (const nic of world.nicsOf(key)) removed(world, 'nics', nic.id);
      for (const volume of world.volumesOf(key)) Object.assign(volume, { serverId: null, deviceNumber: null });
      break;
    case 'nics':
    case 'securityGroups':
      for (const rule of world.rules.filter(({ parentId }) => parentId === key)) world.rules.delete(rule.id);
      for (const nic of world.nics.list()) nic.securityGroups = nic.securityGroups.filter((id) => id !== key);
      break;
    case 'volumes': {
      const server = world.servers.find(({ bootVolumeId }) => bootVolumeId === key);
      if (server) server.bootVolumeId = null;
      break;
    }
    default:
  }
  for (const [id, label] of world.labels.entries()) if (label.resourceId === key) world.labels.delete(id);
  world[collection].delete(key);
}
