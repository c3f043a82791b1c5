import type { Kept } from '../model/record.js';
import { firstZone, type Ground, inTurn } from './ground.js';
import { checkPlan, fall, stand } from './stand.js';
import { instanceBehind } from './wiring.js';

/** Public IPs lead to the instance whose NIC refers to them. The cloud chooses the address: none takes one that is brought along. */
export const publicIp = inTurn<'public-ip'>({
  check: (ground, record) => checkPlan(ground, 'public_ip', { name: 'seca', ...fresh(ground, record) }),

  async make(ground, record) {
    const serverId = instanceBehind(ground.store, record)?.cloud?.id ?? null;
    const wanted = { ...fresh(ground, record), serverId };
    const { address } = (await stand(ground, record, 'public_ip', wanted, { serverId })).seen;
    record.cloud = { ...record.cloud, serverId, ...(typeof address === 'string' ? { address: bare(address) } : {}) };
  },

  remove: (ground, record) => fall(ground, record, 'public_ip'),
});

function fresh(ground: Ground, { at, spec }: Kept<'public-ip'>) {
  return { region: firstZone(ground, at), version: spec.version === 'IPv4' ? 4 : 6 };
}

/** Without the length of the block, which IPv6 comes with. */
function bare(address: string): string {
  return address.replace(/\/\d+$/, '');
}
