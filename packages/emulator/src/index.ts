import { loadClouds } from './clouds.js';
import { type Emulator, type EmulatorOptions, startClouds } from './core/emulator.js';

export { type Clock, type ManualClock, manualClock, runningClock } from './core/clock.js';
export type { Emulator, EmulatorOptions } from './core/emulator.js';
export type { Exchange } from './core/exchange.js';
export type { FaultSpec } from './core/faults.js';
export type { LoggedRequest, LogMatch } from './core/request-log.js';

/**
 * Starts the emulated clouds on one port of 127.0.0.1.
 *
 * @throws RangeError for an unknown cloud; Error where the port is taken or the state file is not one of ours.
 * @example
 * const emulator = await startEmulator({ clouds: ['hetzner'] });
 * Object.assign(process.env, emulator.env);
 * await emulator.close();
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  return startClouds(await loadClouds(options.clouds), options);
}
