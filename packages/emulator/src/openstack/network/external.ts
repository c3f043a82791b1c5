import { parseCidr, toAddress } from '../../core/cidr.js';
import { neutronError } from '../errors.js';
import type { World } from '../world.js';

/** A public address that nobody has. */
export function publicAddress(world: World): string {
  const taken = new Set([
    ...world.floatingIps.list().map(({ ip }) => ip),
    ...world.routers.list().flatMap(({ gateway }) => (gateway ? [gateway.ip] : [])),
  ]);
  for (const block of world.publicBlocks) {
    const { first, last } = parseCidr(block)!;
    for (let at = first + 2n; at < last; at += 1n) {
      const address = toAddress(at, false);
      if (!taken.has(address)) return address;
    }
  }
  const network = world.networks.find(({ external }) => external);
  throw neutronError(409, 'IpAddressGenerationFailure', `No more IP addresses available on network ${network?.id}.`);
}
