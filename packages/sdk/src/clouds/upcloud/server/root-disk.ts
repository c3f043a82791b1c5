import { systemLabel } from '../labels.js';
import type { WireServer, WireStorageDevice } from '../wire.js';

/** Root disk where neither the user nor the plan says one, GiB; templates need 3 to 10. */
const DEFAULT_GIB = 20;
/** Smallest and largest storage (examples and changelog of UpCloudLtd/terraform-provider-upcloud, read 2026-11). */
export const DISK = { min: 10, max: 4096 };

/** How large the root disk of a new server is: as said, else what the plan's price holds. */
export function rootGib(said: number | null | undefined, ofPlan: number | null | undefined): number {
  return said ?? Math.max(DISK.min, ofPlan || DEFAULT_GIB);
}

/** The disk that was made from a template; where UpCloud did not write that down, the first disk. */
export function rootOf(server: WireServer): WireStorageDevice | undefined {
  const disks = server.storage_devices.storage_device.filter(({ type }) => type === 'disk');
  return disks.find(({ labels }) => systemLabel(labels, '_template_uuid') !== undefined) ?? disks[0];
}
