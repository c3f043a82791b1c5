import { toAddress, toNumber } from '../core/cidr.js';
import { instanceDate } from './dates.js';
import { shownImage } from './images.js';
import { ipsOf } from './ips.js';
import { localImage } from './local-images.js';
import { shownLocalVolume } from './local-volumes.js';
import { nicsOf, shownNic } from './private-nics.js';
import type { AttachedVolume, IpRecord, ServerRecord } from './records.js';
import { serverTypeIn } from './server-types.js';
import type { World } from './world.js';

/** What may be done in which state (recorded 2026-07). */
const ACTIONS: Record<ServerRecord['state'], readonly string[]> = {
  stopped: ['poweron', 'backup'],
  starting: ['stop_in_place', 'backup'],
  stopping: ['stop_in_place', 'backup'],
  running: ['poweroff', 'terminate', 'reboot', 'stop_in_place', 'backup'],
  'stopped in place': ['poweron', 'poweroff', 'terminate', 'reboot', 'backup'],
};

export function allowedActions(server: ServerRecord): readonly string[] {
  return attaching(server) ? [] : ACTIONS[server.state];
}

const attaching = (server: ServerRecord) => Object.values(server.volumes).some(({ state }) => state === 'attaching');

/** A server as the instance API shows it. `extra_networks`, `bootscript` and `dns` are beyond its description (recorded 2026-07). */
export function shownServer(world: World, server: ServerRecord) {
  const image = server.image === null ? undefined : localImage(server.image);
  const type = serverTypeIn(server.zone, server.type)!;
  const group = world.securityGroups.get(server.securityGroup)!;
  const publicIps = addresses(world, server);
  const volumes = Object.entries(server.volumes).map(([key, volume]) => [key, shownVolume(world, server, volume)]);
  return {
    id: server.id,
    name: server.name,
    arch: type.arch,
    commercial_type: server.type,
    boot_type: server.bootType,
    organization: world.organizationId,
    project: server.project,
    hostname: hostname(server.name),
    image: image ? shownImage(image) : null,
    volumes: Object.fromEntries(volumes),
    tags: server.tags,
    state: server.state,
    protected: server.protected,
    state_detail: server.stateDetail,
    public_ip: publicIps[0] ?? null,
    public_ips: publicIps,
    mac_address: server.mac,
    routed_ip_enabled: true,
    ipv6: null,
    extra_networks: [],
    dynamic_ip_required: server.dynamicIpRequired,
    enable_ipv6: false,
    private_ip: null,
    creation_date: instanceDate(server.created),
    modification_date: instanceDate(server.modified),
    bootscript: null,
    security_group: { id: group.id, name: group.name },
    location: server.location,
    maintenances: [],
    allowed_actions: allowedActions(server),
    placement_group: null,
    private_nics: nicsOf(world, server).map((nic) => shownNic(world, nic)),
    zone: server.zone,
    filesystems: [],
    end_of_service: type.endOfService,
    dns: `${server.id}.pub.instances.scw.cloud`,
    admin_password_encryption_ssh_key_id: server.adminPasswordKey,
    admin_password_encrypted_value: null,
  };
}

/** Of a block volume the instance API tells next to nothing (recorded 2026-07). */
function shownVolume(world: World, server: ServerRecord, volume: AttachedVolume) {
  const { boot, kind, id, state } = volume;
  if (kind === 'sbs_volume') return { boot, volume_type: kind, id, state, zone: server.zone };
  return { boot, ...shownLocalVolume(world, world.localVolumes.get(id)!) };
}

function addresses(world: World, server: ServerRecord) {
  const flexible = ipsOf(world, server).map((ip) => (ip.type === 'routed_ipv6' ? v6(server, ip) : ip));
  const first = flexible.findIndex(({ type }) => type === 'routed_ipv4');
  const shown = flexible.map(({ id, address, type, tags }, index) => {
    const is6 = type === 'routed_ipv6';
    return {
      id,
      address,
      dynamic: false,
      gateway: is6 ? 'fe80::dc00:ff:fe00:1' : '198.19.255.254',
      netmask: is6 ? '64' : '32',
      family: is6 ? 'inet6' : 'inet',
      // The first IPv4 comes by DHCP, further ones must be set by hand (recorded 2026-07).
      provisioning_mode: is6 ? 'slaac' : index === first ? 'dhcp' : 'manual',
      tags,
      state: 'attached',
      ipam_id: id,
    };
  });
  const { dynamicIp } = server;
  if (!dynamicIp) return shown;
  const { id, address } = dynamicIp;
  const rest = { gateway: '198.19.255.254', netmask: '32', family: 'inet', provisioning_mode: 'dhcp', tags: [] };
  return [{ id, address, dynamic: true, ...rest, state: 'attached', ipam_id: id }, ...shown];
}

/** A routed IPv6 is a prefix; the server makes its address of it and its MAC (SLAAC, RFC 4291 appendix A). */
function v6(server: ServerRecord, ip: IpRecord) {
  const mac = server.mac.split(':').map((part) => Number.parseInt(part, 16));
  const eui = [mac[0]! ^ 2, mac[1]!, mac[2]!, 0xff, 0xfe, mac[3]!, mac[4]!, mac[5]!];
  const host = eui.reduce((sum, byte) => (sum << 8n) + BigInt(byte), 0n);
  return { ...ip, address: toAddress(toNumber(ip.prefix!.split('/')[0]!) + host, true) };
}

function hostname(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
