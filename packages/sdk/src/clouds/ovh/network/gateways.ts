import type { AnyKind } from '../../../kinds/model/index.js';
import { path } from '../../../openstack/service.js';
import type { WirePort, WireSubnet } from '../../../openstack/wire.js';
import type { CellContext } from '../../../runtime/driver/cell.js';
import type { OvhApi } from '../api.js';
import { isPending } from '../operations.js';
import type { RegionalId } from '../places.js';
import type { WireGateway, WireOperation } from '../wire.js';
import { addressAt } from './subnet-body.js';

type Wait = CellContext<AnyKind>['operation'];

/** The smallest model, enough for addresses (ovhcloud.com, gateway, read 2026-11). */
const MODEL = 's';

/** A gateway's name says whose it is: they have nothing else. */
const nameFor = (network: string): string => `hansa-network=${network}`;

export function isOwn({ name }: WireGateway, network: string): boolean {
  return name === nameFor(network);
}

/** The gateways that a network hangs on. */
export async function gatewaysOf(api: OvhApi, { region, own }: RegionalId): Promise<WireGateway[]> {
  const all = await api.list<WireGateway>(api.paths.gateways(region));
  return all.filter((one) => isOwn(one, own) || one.interfaces.some(({ networkId }) => networkId === own));
}

/**
 * Sees to it that a port's subnet hangs on a gateway: on whichever its network hangs already, else on a new one. Neutron leads an address only
 * into a subnet that does, whatever else of the network may.
 */
export async function route(api: OvhApi, region: string, port: WirePort, wait: Wait): Promise<void> {
  const at = { region, own: port.network_id };
  const subnet = port.fixed_ips.find(({ ip_address }) => !ip_address.includes(':'))?.subnet_id ?? '';
  const known = await settledOf(api, at, wait);
  if (known.some(({ interfaces }) => interfaces.some(({ subnetId }) => subnetId === subnet))) return;
  // A gateway takes the subnet's own address for one, which only Neutron gives to a subnet that was made without.
  await giveGatewayAddress(api, region, subnet);
  const [gateway] = known;
  if (gateway) return void (await api.post(api.paths.gatewayInterfaces(region, gateway.id), { subnetId: subnet }));
  const body = { model: MODEL, name: nameFor(port.network_id) };
  const begun = await api.post<WireOperation>(api.paths.gatewayOf(region, port.network_id, subnet), body);
  await wait({ probe: 'operation', key: begun.id, expectMs: 20_000 });
}

/** The gateways of a network, once those that an earlier run began are built. */
async function settledOf(api: OvhApi, at: RegionalId, wait: Wait): Promise<WireGateway[]> {
  const all = await gatewaysOf(api, at);
  const building = all.filter(({ status }) => status === 'building');
  for (const one of building) await settled(api, one, wait);
  return building.length > 0 ? gatewaysOf(api, at) : all;
}

/** Waits for a gateway that an earlier run began. */
async function settled(api: OvhApi, gateway: WireGateway, wait: Wait): Promise<void> {
  if (gateway.status !== 'building') return;
  const all = await api.list<WireOperation>(api.paths.operations());
  const open = all.filter((one) => one.resourceId === gateway.id && isPending(one));
  for (const { id } of open) await wait({ probe: 'operation', key: id });
}

async function giveGatewayAddress(api: OvhApi, region: string, subnetId: string): Promise<void> {
  const { network } = await api.neutron.in(region);
  type Wire = { subnet: WireSubnet & { gateway_ip: string | null } };
  const { subnet } = await network.get<Wire>(path`/subnets/${subnetId}`);
  if (subnet.gateway_ip) return;
  await network.put(path`/subnets/${subnetId}`, { subnet: { gateway_ip: addressAt(subnet.cidr, 1n) } });
}

/** Deletes the gateways that were made for a network. */
export async function dropOwnGateways(
  api: OvhApi,
  at: RegionalId,
  gateways: readonly WireGateway[],
  wait: Wait,
): Promise<void> {
  for (const gateway of gateways.filter((one) => isOwn(one, at.own))) {
    await settled(api, gateway, wait);
    for (const { id } of gateway.interfaces) await api.delete(api.paths.gatewayInterfaces(at.region, gateway.id, id));
    const begun = await api.delete<WireOperation>(api.paths.gateways(at.region, gateway.id));
    if (begun) await wait({ probe: 'operation', key: begun.id, expectMs: 10_000 });
  }
}
