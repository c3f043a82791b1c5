/**
 * How long steps take, in ms on the emulator's clock: our choice, in the order of what clouds show with local disks; the services promise
 * nothing. `durations` of the emulator's settings changes them by these names.
 */
export const DURATIONS = {
  /** BUILD → ACTIVE: half of it scheduling and cards, half of it the image. */
  'server.build': 12_000,
  'server.start': 2_000,
  'server.stop': 5_000,
  'server.reboot': 6_000,
  /** RESIZE → VERIFY_RESIZE. */
  'server.resize': 10_000,
  'server.confirm-resize': 1_500,
  'server.revert-resize': 8_000,
  'server.delete': 3_000,
  /** A card leaves a server. */
  'interface.detach': 1_500,
  'volume.create': 2_000,
  'volume.attach': 2_500,
  'volume.detach': 2_500,
  'volume.extend': 2_000,
  'volume.delete': 1_500,
  'snapshot.create': 3_000,
  'snapshot.delete': 1_500,
} as const;

export type Step = keyof typeof DURATIONS;
