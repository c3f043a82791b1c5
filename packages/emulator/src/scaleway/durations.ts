/**
 * How long steps take, in ms on the emulator's clock: medians of what recordings of July and August 2026 show
 * (scaleway/terraform-provider-scaleway). `durations` of the emulator's settings changes them by these names.
 */
export const DURATIONS = {
  /** stopped → running, from allocation to the booting kernel. */
  'server.start': 3_500,
  /** running → stopped, which frees the hypervisor. */
  'server.stop': 36_000,
  /** running → stopped in place. */
  'server.stop-in-place': 42_000,
  /** stopped in place → stopped. */
  'server.release': 500,
  /** Both halves of a reboot: down, then up again. */
  'server.reboot-down': 33_000,
  'server.reboot-up': 3_500,
  /** terminate → gone. */
  'server.terminate': 2_000,
  /** A NIC plugged into a running server; into a stopped one it is available at once. */
  'private-nic.sync': 70_000,
  /** From a NIC's creation to its addresses in IPAM. */
  'private-nic.address': 600,
  'security-group.sync': 300,
  'volume.create': 500,
  'volume.update': 1_500,
  'volume.attach': 1_000,
  'volume.detach': 1_000,
  'snapshot.create': 2_500,
} as const;

export type Step = keyof typeof DURATIONS;
