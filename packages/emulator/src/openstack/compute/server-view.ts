import type { CloudRequest } from '../../core/http.js';
import { date, localDate } from '../dates.js';
import type { PortRecord, ServerRecord } from '../records.js';
import type { World } from '../world.js';
import { flavorOf } from './flavors.js';
import { linksOf } from './links.js';
import { microversionOf } from './versions.js';

const POWER: Partial<Record<ServerRecord['status'], number>> = {
  ACTIVE: 1,
  REBOOT: 1,
  VERIFY_RESIZE: 1,
  RESIZE: 1,
  SHUTOFF: 4,
};
const VM_STATE: Record<ServerRecord['status'], string> = {
  BUILD: 'building',
  ACTIVE: 'active',
  SHUTOFF: 'stopped',
  RESIZE: 'active',
  VERIFY_RESIZE: 'resized',
  REBOOT: 'active',
  ERROR: 'error',
};

/** Nova's word for the state of the machine itself. */
export function vmState({ status, formerStatus }: ServerRecord): string {
  return VM_STATE[status === 'RESIZE' && formerStatus ? formerStatus : status];
}

/** A server as Nova shows it in the microversion of the request. */
export function shownServer(world: World, request: CloudRequest, server: ServerRecord) {
  const version = microversionOf(request);
  const { id, status, imageId, launched, fault } = server;
  return {
    id,
    name: server.name,
    status,
    tenant_id: world.projectId,
    user_id: world.userId,
    metadata: server.metadata,
    hostId: launched === null ? '' : hostOf(world),
    image: imageId === null ? '' : { id: imageId, links: linksOf(request, 'images', imageId).slice(1) },
    flavor: shownFlavor(request, server, version),
    created: date(server.created),
    updated: date(server.updated),
    addresses: addressesOf(world, server),
    accessIPv4: '',
    accessIPv6: '',
    links: linksOf(request, 'servers', id),
    'OS-DCF:diskConfig': 'MANUAL',
    ...(['ACTIVE', 'BUILD', 'VERIFY_RESIZE'].includes(status) ? { progress: 0 } : {}),
    'OS-EXT-AZ:availability_zone': server.zone,
    config_drive: server.configDrive ? 'True' : '',
    key_name: server.keyName,
    'OS-SRV-USG:launched_at': launched === null ? null : localDate(launched),
    'OS-SRV-USG:terminated_at': null,
    'OS-EXT-STS:task_state': server.taskState,
    'OS-EXT-STS:vm_state': vmState(server),
    'OS-EXT-STS:power_state': launched === null ? 0 : (POWER[status] ?? 0),
    'os-extended-volumes:volumes_attached': server.volumes.map(({ volumeId, goesWithServer }) => ({
      id: volumeId,
      ...(version >= 2003 ? { delete_on_termination: goesWithServer } : {}),
    })),
    ...groupsOf(world, server),
    ...(fault ? { fault: { code: fault.code, created: date(fault.created), message: fault.message } } : {}),
    ...(version >= 2009 ? { locked: false } : {}),
    ...(version >= 2019 ? { description: server.description } : {}),
    ...(version >= 2026 ? { tags: server.tags } : {}),
    ...(version >= 2063 ? { trusted_image_certificates: null } : {}),
    ...(version >= 2071 && !request.path.endsWith('/detail') ? { server_groups: [] } : {}),
    ...(version >= 2073 ? { locked_reason: null } : {}),
    ...(version >= 2090 ? { 'OS-EXT-SRV-ATTR:hostname': server.name.toLowerCase().replace(/[^a-z0-9-]/g, '-') } : {}),
  };
}

function shownFlavor(request: CloudRequest, { flavorId }: ServerRecord, version: number) {
  const flavor = flavorOf(flavorId);
  if (version < 2047 || !flavor) return { id: flavorId, links: linksOf(request, 'flavors', flavorId).slice(1) };
  return {
    original_name: flavor.name,
    vcpus: flavor.vcpus,
    ram: flavor.memoryGib * 1024,
    disk: flavor.diskGib,
    ephemeral: 0,
    swap: 0,
    extra_specs: flavor.extraSpecs,
  };
}

/** By the names of networks, in the order of the cards; floating addresses beside those that they lead to. */
function addressesOf(world: World, { portIds, launched }: ServerRecord) {
  const shown: Record<string, unknown[]> = {};
  if (launched === null) return shown;
  for (const port of portsOf(world, portIds)) {
    const name = world.networks.get(port.networkId)?.name ?? port.networkId;
    shown[name] ??= [];
    const address = (addr: string, type: string) => ({
      version: addr.includes(':') ? 6 : 4,
      addr,
      'OS-EXT-IPS:type': type,
      'OS-EXT-IPS-MAC:mac_addr': port.mac,
    });
    for (const { ip } of port.fixedIps) {
      shown[name].push(address(ip, 'fixed'));
      const floating = world.floatingIps.find((one) => one.portId === port.id && one.fixedIp === ip);
      if (floating) shown[name].push(address(floating.ip, 'floating'));
    }
  }
  return shown;
}

/** Names of the groups of its cards; nothing at all where there is no card. */
function groupsOf(world: World, { portIds }: ServerRecord) {
  const names = portsOf(world, portIds).flatMap(({ groups }) => groups.map((id) => world.groups.get(id)?.name ?? id));
  return names.length > 0 ? { security_groups: [...new Set(names)].map((name) => ({ name })) } : {};
}

function portsOf(world: World, ids: readonly string[]): PortRecord[] {
  return ids.flatMap((id) => world.ports.get(id) ?? []);
}

function hostOf({ projectId }: World): string {
  return `${projectId}${projectId}`.slice(0, 56);
}
