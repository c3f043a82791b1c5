import { createHash } from 'node:crypto';
import { CloudError } from '../../../errors/index.js';
import { contains, parseCidr } from '../../../kinds/model/cidr.js';
import type { IonosApi } from '../api.js';
import { type LanFacts, lanFacts } from '../lan.js';
import { paths } from '../paths.js';
import type { WireNic } from '../wire.js';

/** Below it are the router's and what else the vendor keeps: its own choice begins here (docs.ionos.com, VDC networking, IPv4, read 2026-11). */
const FIRST_HOST = 10;
/**
 * Cards are kept together in the first so many addresses of a subnet as long as there is room: the vendor's own networks are of that
 * size, and what mask it hands out in others is not told (docs.ionos.com, VDC networking, IPv4, read 2026-11).
 */
const TOGETHER = 256;
/** How long an address that was chosen is held, ms: until then its card is in the list, or was never made. */
const HELD_MS = 5 * 60_000;

/** A network that a server shall join, and the address it has there. */
export interface Joined {
  lan: string;
  ip: string;
}

const held = new WeakMap<IonosApi, Map<string, number>>();

/**
 * The address that a server gets in a network: the one that is wanted, else a free one of the subnet. The vendor would choose one too, but
 * of a block of its own and not of the network's.
 *
 * @param index place in `networks`, for what is wrong
 */
export function chooseAddress(
  api: IonosApi,
  dc: string,
  lan: string,
  { name, ip, index }: { name: string; ip: string | null | undefined; index: number },
): Promise<string> {
  return api.turns.take(`address ${dc}/${lan}`, undefined, async () => {
    const facts = await lanFacts(api, dc, lan);
    if (!facts) throw noNetwork(dc, lan, index);
    const taken = await takenIn(api, dc, lan);
    const chosen = ip ? checked(facts, taken, ip, index) : free(facts, taken, name, index);
    holds(api).set(`${dc}/${lan} ${chosen}`, api.clock.now());
    return chosen;
  });
}

async function takenIn(api: IonosApi, dc: string, lan: string): Promise<Set<string>> {
  const cards = await api.pages<WireNic>(paths.cards(dc, lan));
  const now = api.clock.now();
  const mine = [...holds(api)].filter(([key, at]) => key.startsWith(`${dc}/${lan} `) && now - at < HELD_MS);
  return new Set([
    ...cards.flatMap(({ properties }) => properties.ips ?? []),
    ...mine.map(([key]) => key.split(' ')[1] ?? ''),
  ]);
}

/** An address that was chosen for nothing is free again. */
export function release(api: IonosApi, dc: string, joined: readonly Joined[]): void {
  for (const { lan, ip } of joined) holds(api).delete(`${dc}/${lan} ${ip}`);
}

function checked({ subnets }: LanFacts, taken: ReadonlySet<string>, ip: string, index: number): string {
  const address = parseCidr(`${ip}/32`);
  const inside = subnets.map(parseCidr).some((block) => block && address && contains(block, address));
  if (inside && !taken.has(ip)) return ip;
  throw new CloudError('invalid', {
    attribute: ['networks', index, 'ip'],
    message: inside ? `${ip} is in use` : `${ip} is in no subnet of the network`,
    next: [inside ? 'use another address, or leave ip out' : `use an address of ${subnets.join(', ')}`],
  });
}

/** Begins at a place that follows from the server's name, so that two runs at once seldom want the same one. */
function free({ subnets }: LanFacts, taken: ReadonlySet<string>, name: string, index: number): string {
  for (const text of subnets) {
    const block = parseCidr(text);
    if (!block) continue;
    const size = 2 ** (32 - block.prefix);
    const from = size > 2 * FIRST_HOST ? FIRST_HOST : 1;
    for (let base = 0; base < size; base += TOGETHER) {
      const first = base === 0 ? from : base;
      const count = Math.min(size - 1, base + TOGETHER - (size > TOGETHER ? 0 : 1)) - first;
      if (count <= 0) continue;
      const start = createHash('sha256').update(name).digest().readUInt32BE(0) % count;
      for (let i = 0; i < count; i += 1) {
        const ip = textOf(block.first + BigInt(first + ((start + i) % count)));
        if (!taken.has(ip)) return ip;
      }
    }
  }
  throw new CloudError('quota-exceeded', {
    attribute: ['networks', index],
    message: `the network has no free address in ${subnets.join(', ')}`,
    next: ['use a network with a larger subnet'],
  });
}

function noNetwork(dc: string, lan: string, index: number): CloudError {
  return new CloudError('invalid', {
    attribute: ['networks', index, 'networkId'],
    message: `the network ${dc}/${lan} is not there, or leads to the Internet`,
    next: ['use a network of this cloud: `hansa list network` shows them'],
  });
}

function holds(api: IonosApi): Map<string, number> {
  const known = held.get(api) ?? new Map<string, number>();
  held.set(api, known);
  return known;
}

function textOf(number: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((number >> shift) & 255n)).join('.');
}
