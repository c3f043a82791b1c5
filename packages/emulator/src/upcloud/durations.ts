/**
 * How long steps take, in ms on the emulator's clock. The recordings show the order of states, not when they end, so the figures are ours:
 * shorter than what a person sees. `durations` of the emulator's settings changes them by these names.
 */
export const DURATIONS = {
  /** maintenance → started, the root disk's clone included. */
  'server.create': 6_000,
  'server.start': 2_000,
  /** started → stopped by the plug. */
  'server.stop-hard': 1_000,
  /** started → stopped by the system itself, where it obeys. */
  'server.stop-soft': 3_000,
  /** started → maintenance, and on to started. */
  'server.restart-stop': 1_000,
  'server.restart': 2_000,
  'storage.create': 1_000,
  'storage.clone': 6_000,
  /** Busy after it was taken off a server (terraform-provider-upcloud 5.36.1, 2026-03). */
  'storage.detach': 1_500,
  'storage.resize': 1_000,
  'storage.backup': 3_000,
} as const;

export type Step = keyof typeof DURATIONS;
