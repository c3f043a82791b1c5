import type { Kept } from '../model/record.js';
import { type Embodiment, firstZone, type Ground, inTurn } from './ground.js';
import { checkPlan, fall, stand } from './stand.js';
import { networkOf, subnetsOf } from './wiring.js';

/** Networks stand at the cloud while they have subnets: a network without any is nothing there. */
export const network = inTurn<'network'>({
  check: (ground, record) =>
    checkPlan(ground, 'network', {
      name: 'seca',
      region: firstZone(ground, record.at),
      ipRange: record.spec.cidr.ipv4,
    }),
  make: settle,
  remove: (ground, record) => fall(ground, record, 'network'),
});

/** Subnets are a part of their network at the cloud, and those of one block are one there. */
export const subnet: Embodiment<'subnet'> = {
  async check(ground, record) {
    const parent = networkOf(ground.store, record);
    if (!parent) return;
    const others = subnetsOf(ground.store, parent).filter(({ at }) => at.name !== record.at.name);
    await checkPlan(ground, 'network', {
      name: 'seca',
      region: firstZone(ground, parent.at),
      ipRange: parent.spec.cidr.ipv4,
      subnets: blocksOf([...others, record]),
    });
  },
  make: settleNetwork,
  remove: settleNetwork,
};

async function settleNetwork(ground: Ground, record: Kept<'subnet'>): Promise<void> {
  const parent = networkOf(ground.store, record);
  if (parent && parent.deletedAt === undefined) await network.make(ground, parent);
}

async function settle(ground: Ground, record: Kept<'network'>): Promise<void> {
  const subnets = blocksOf(subnetsOf(ground.store, record));
  if (subnets.length === 0) return fall(ground, record, 'network');
  const region = firstZone(ground, record.at);
  await stand(ground, record, 'network', { region, ipRange: record.spec.cidr.ipv4, subnets }, { subnets });
}

function blocksOf(subnets: readonly Kept<'subnet'>[]): { ipRange: string | undefined }[] {
  return [...new Set(subnets.map(({ spec }) => spec.cidr.ipv4))].map((ipRange) => ({ ipRange }));
}
