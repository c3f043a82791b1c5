import { blockOf, textOf } from '../cidr.js';
import { gatewayOf } from '../network-plan.js';
import type { Network } from '../records.js';
import type { World } from '../world.js';

/** Networks as the API shows them, with their servers and the gateway of each subnet. */
export function networkViewer(world: World): (network: Network) => Record<string, unknown> {
  const members = new Map<number, number[]>();
  for (const server of world.servers.list()) {
    for (const { network, pending } of server.private_net) {
      if (!pending) members.set(network, [...(members.get(network) ?? []), server.id]);
    }
  }
  return (network) => ({
    ...network,
    subnets: network.subnets.map((subnet) => ({
      ...subnet,
      // Behind a vSwitch the subnet's own first address is the gateway, else the network's.
      gateway: textOf(subnet.type === 'vswitch' ? blockOf(subnet.ip_range)!.first + 1 : gatewayOf(network)),
    })),
    servers: members.get(network.id) ?? [],
    load_balancers: [],
  });
}
