import { firstZone, inTurn } from './ground.js';
import { checkPlan, fall, stand } from './stand.js';
import { dataUserOf } from './wiring.js';

/**
 * A block storage stands at the cloud from the first instance that has it as a data volume on: before that it is empty, and nobody knows in
 * which zone it is needed. As a boot volume it is the root disk that comes with the instance.
 */
export const blockStorage = inTurn<'block-storage'>({
  check: (ground, record) =>
    checkPlan(ground, 'volume', {
      name: 'seca',
      region: firstZone(ground, record.at),
      sizeGib: record.spec.sizeGB,
    }),

  async make(ground, record) {
    const user = dataUserOf(ground.store, record);
    if (!user && record.cloud?.id === undefined) return;
    const serverId = user?.cloud?.id ?? null;
    const size = { sizeGib: record.spec.sizeGB };
    const region = user?.spec.zone ?? firstZone(ground, record.at);
    await stand(ground, record, 'volume', { ...size, region, serverId }, { ...size, serverId });
    record.cloud = { ...record.cloud, serverId, ...(serverId ? { everAttached: true } : {}) };
  },

  remove: (ground, record) => fall(ground, record, 'volume'),
});
