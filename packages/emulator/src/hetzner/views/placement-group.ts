import type { PlacementGroup } from '../records.js';
import type { World } from '../world.js';

/** Placement groups as the API shows them, with their servers. */
export function placementGroupViewer(world: World): (group: PlacementGroup) => Record<string, unknown> {
  const members = new Map<number, number[]>();
  for (const { id, placement_group } of world.servers.list()) {
    if (placement_group !== null) members.set(placement_group, [...(members.get(placement_group) ?? []), id]);
  }
  return (group) => ({ ...group, servers: members.get(group.id) ?? [] });
}
