import * as z from 'zod';
import type { CloudRequest, Route } from '../core/http.js';
import { isInterface } from '../openstack/network/routers.js';
import type { FloatingIpRecord } from '../openstack/records.js';
import { notFound } from './errors.js';
import { read } from './input.js';
import { ask } from './neutron/behind.js';
import type { Neutron } from './neutron/region.js';
import { shownOperation } from './operations.js';
import type { World } from './world.js';

const REGION = '/cloud/project/{serviceName}/region/{regionName}';
const IPS = `${REGION}/floatingip`;

/** Floating IPs as OVHcloud's own API tells them: it makes them only on a server, and gives them neither name nor description. */
export function floatingIps(world: World): Route[] {
  const at = ({ params }: CloudRequest) => world.neutron(params['regionName']!);
  const find = (request: CloudRequest) => {
    const neutron = at(request);
    const ip = neutron.floatingIps.get(request.params['floatingIpId']!);
    if (!ip) throw notFound('Floating IP does not exist');
    return { ip, neutron };
  };
  const change = ({ ip, neutron }: ReturnType<typeof find>, body: unknown, method: 'PUT' | 'DELETE' = 'PUT') => {
    ask(neutron, { method, path: '/floatingips/{id}', id: ip.id, body });
    return { status: 200, body: null };
  };
  return [
    {
      method: 'GET',
      path: IPS,
      handle: (request) => {
        const neutron = at(request);
        return { status: 200, body: neutron.floatingIps.list().map((one) => shown(neutron, one)) };
      },
    },
    {
      method: 'GET',
      path: `${IPS}/{floatingIpId}`,
      handle: (request) => {
        const { ip, neutron } = find(request);
        return { status: 200, body: shown(neutron, ip) };
      },
    },
    {
      method: 'DELETE',
      path: `${IPS}/{floatingIpId}`,
      handle: (request) => change(find(request), undefined, 'DELETE'),
    },
    {
      method: 'POST',
      path: `${IPS}/{floatingIpId}/detach`,
      handle: (request) => change(find(request), { floatingip: { port_id: null } }),
    },
    {
      method: 'POST',
      path: `${REGION}/instance/{instanceId}/floatingIp`,
      handle: (request) => {
        const neutron = at(request);
        const { ip } = read(request, z.object({ ip: z.ipv4() }));
        const port = neutron.ports.find(
          ({ deviceId, fixedIps }) =>
            deviceId === request.params['instanceId'] && fixedIps.some((own) => own.ip === ip),
        );
        if (!port) throw notFound('Instance does not exist');
        const body = { floatingip: { floating_network_id: neutron.publicNetworkId, port_id: port.id } };
        const made = ask<{ floatingip: { id: string } }>(neutron, { method: 'POST', path: '/floatingips', body });
        const operation = world.begin('floatingip#create', neutron.region, null);
        world.ended(operation.id, made.floatingip.id);
        return { status: 200, body: shownOperation(operation) };
      },
    },
  ];
}

function shown(neutron: Neutron, { id, ip, networkId, portId, fixedIp }: FloatingIpRecord) {
  const port = portId === null ? undefined : neutron.ports.get(portId);
  const subnet = port?.fixedIps.find((own) => own.ip === fixedIp)?.subnetId;
  const gateway = neutron.ports.find((one) => isInterface(one) && one.fixedIps.some((own) => own.subnetId === subnet));
  return {
    id,
    ip,
    region: neutron.region,
    networkId,
    status: port ? 'active' : 'down',
    associatedEntity: port ? { id: port.id, type: 'instance', ip: fixedIp, gatewayId: gateway?.deviceId } : null,
  };
}
