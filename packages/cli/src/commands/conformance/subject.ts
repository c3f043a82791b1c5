import { direct } from '@hansa/conformance';
import { startEmulator } from '@hansa/emulator';
import { Hansa, type HansaOptions, jumpingClock, redactText } from '@hansa/sdk';
import type { Plan } from './plan.js';

/** What a run is held against: how to reach it, and what must never be seen. */
export interface Subject {
  hansa: Partial<HansaOptions>;
  /** Carries requests where HTTP need not. */
  direct?: HansaOptions['wire'];
  secrets: string[];
  close(): Promise<void>;
}

/** An emulator of one's own in this process, on a clock that the SDK shares and on which waiting takes no time. */
export async function emulatedSubject(): Promise<Subject> {
  const clock = jumpingClock();
  const emulator = await startEmulator({ clock, rateLimit: false });
  // Nothing of the user's own environment, so that no real account can be meant.
  const { env } = emulator;
  return {
    hansa: { env, clock },
    direct: direct(emulator),
    secrets: secretsOf(env),
    close: () => emulator.close(),
  };
}

/** The account that the environment gives; connects, so that wrong credentials are one clear error and not a table of them. */
export async function realSubject({ cloud, settings }: Plan): Promise<Subject> {
  await new Hansa({ clouds: { [cloud]: settings } }).cloud(cloud).places();
  const secrets = Object.values(process.env).filter((value): value is string => isRegistered(value));
  return { hansa: {}, secrets, close: async () => {} };
}

/** A driver registers each credential that it reads (`redact`); which variables these are is its own affair. */
function isRegistered(value: string | undefined): boolean {
  return value !== undefined && value.length >= 8 && redactText(value) !== value;
}

/** The fake credentials of the emulator; addresses and what is short are no secrets. */
function secretsOf(env: Readonly<Record<string, string>>): string[] {
  return Object.entries(env).flatMap(([name, value]) => (/TOKEN|SECRET|PASSWORD/.test(name) ? [value] : []));
}
