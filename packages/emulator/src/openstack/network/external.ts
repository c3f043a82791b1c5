import { parseCidr, toAddress } from '../../core/cidr.js';
import { neutronError } from '../errors.js';
import type { World } from '../world.js';
import { EXTERNAL } from './networks.js';

/** The public block as large as a conformance run and a fleet need it: a /16 for benchmarking (RFC 2544) behind the documentation's. */
const BLOCKS = [EXTERNAL.cidr, '198.18.0.0/16'];

/** A public address that nobody has. */
export function publicAddress(world: World): string {
  const taken = new Set([
    ...world.floatingIps.list().map(({ ip }) => ip),
    ...world.routers.list().flatMap(({ gateway }) => (gateway ? [gateway.ip] : [])),
  ]);
  for (const block of BLOCKS) {
    const { first, last } = parseCidr(block)!;
    for (let at = first + 2n; at < last; at += 1n) {
      const address = toAddress(at, false);
      if (!taken.has(address)) return address;
    }
  }
  throw neutronError(409, 'IpAddressGenerationFailure', `No more IP addresses available on network ${EXTERNAL.id}.`);
}
