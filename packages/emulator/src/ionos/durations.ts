/**
 * How long provisioning takes, in ms on the emulator's clock. The vendor publishes no figures: these are the emulator's own, and
 * shorter than what people see. `durations` of the emulator's settings changes them by these names.
 */
export const DURATIONS = {
  'datacenter.create': 1_000,
  'datacenter.update': 500,
  'datacenter.delete': 1_000,
  'server.create': 3_000,
  'server.update': 1_000,
  'server.start': 1_000,
  'server.stop': 1_000,
  'server.reboot': 2_000,
  'server.delete': 1_000,
  'volume.create': 1_000,
  'volume.update': 1_000,
  'volume.attach': 1_000,
  'volume.detach': 1_000,
  'volume.delete': 1_000,
  'nic.create': 1_000,
  'nic.update': 1_000,
  'nic.delete': 1_000,
  'lan.create': 1_000,
  'lan.update': 500,
  'lan.delete': 1_000,
  'firewall.change': 500,
  'ipblock.create': 500,
  'ipblock.update': 500,
  'ipblock.delete': 500,
} as const;

export type Step = keyof typeof DURATIONS;
