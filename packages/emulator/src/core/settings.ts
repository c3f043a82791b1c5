import * as z from 'zod';
import type { Rate } from './limiter.js';

const rate = z.strictObject({ limit: z.int().min(1), perSecond: z.number().positive() });

/** What can be changed while the emulator runs. */
export const settingsShape = z.strictObject({
  /** Real milliseconds before every reply. */
  latencyMs: z.number().min(0).default(0),
  /** The vendors' own limits (true), none (false), or others by cloud. */
  rateLimit: z.union([z.boolean(), z.record(z.string(), rate)]).default(true),
  /** Milliseconds a step takes, by cloud and step; `*` stands for all steps. Steps are named in each cloud's `durations.ts`. */
  durations: z.record(z.string(), z.record(z.string(), z.number().min(0))).default({}),
});

export type Settings = z.output<typeof settingsShape>;
export type SettingsInput = z.input<typeof settingsShape>;

export function durationOf(settings: Settings, cloud: string, step: string, fallbackMs: number): number {
  const set = settings.durations[cloud];
  return set?.[step] ?? set?.['*'] ?? fallbackMs;
}

export function rateOf(settings: Settings, cloud: string, vendor: Rate): Rate | undefined {
  if (typeof settings.rateLimit === 'boolean') return settings.rateLimit ? vendor : undefined;
  return settings.rateLimit[cloud] ?? vendor;
}
