import { randomUUID } from 'node:crypto';
import type { GroupRecord, RuleRecord } from '../records.js';
import type { World } from '../world.js';

type Given = Partial<RuleRecord> & Pick<RuleRecord, 'groupId' | 'direction' | 'ethertype'>;

export function addRule(world: World, given: Given): RuleRecord {
  const id = randomUUID();
  const nothing = { protocol: null, portMin: null, portMax: null, cidr: null, remoteGroupId: null, description: null };
  return world.rules.put(id, { ...nothing, ...given, id, created: world.now() });
}

/** Makes a group. It lets everything out from the start. */
export function addGroup(world: World, name: string, description: string): GroupRecord {
  const id = randomUUID();
  const now = world.now();
  const made = world.groups.put(id, { id, name, description, created: now, updated: now });
  for (const ethertype of ['IPv4', 'IPv6'] as const) addRule(world, { groupId: id, direction: 'egress', ethertype });
  return made;
}

/** The project's default group, made when it is first looked for: its members let each other in. */
export function defaultGroup(world: World): GroupRecord {
  const known = world.groups.find(({ name }) => name === 'default');
  if (known) return known;
  const made = addGroup(world, 'default', 'Default security group');
  for (const ethertype of ['IPv4', 'IPv6'] as const)
    addRule(world, { groupId: made.id, direction: 'ingress', ethertype, remoteGroupId: made.id });
  return made;
}
