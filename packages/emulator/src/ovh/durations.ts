/**
 * How long steps take, ms, on the emulator's clock. No recording of OVHcloud's API is at hand: these are what its OpenStack (Nova, Cinder,
 * Neutron) takes where little is going on, and make a test's life short.
 */
export const DURATIONS = {
  /** BUILD without a card → BUILD with its cards. */
  'instance.network': 800,
  /** With its cards → ACTIVE. */
  'instance.build': 4_000,
  'instance.start': 6_000,
  'instance.stop': 8_000,
  'instance.reboot': 10_000,
  /** RESIZE → VERIFY_RESIZE. */
  'instance.resize': 12_000,
  /** VERIFY_RESIZE → as before, with the new flavour. */
  'instance.confirm': 4_000,
  'instance.delete': 1_500,
  'interface.detach': 1_000,
  'network.create': 2_000,
  'gateway.create': 6_000,
  'gateway.delete': 4_000,
  'volume.create': 1_000,
  'volume.attach': 900,
  'volume.detach': 900,
  'volume.extend': 900,
  'volume.delete': 900,
  'volume.snapshot': 5_000,
} as const;

export type Step = keyof typeof DURATIONS;
