import { LAWS } from '@hansa/conformance';
import { type CloudSettings, driverOf } from '@hansa/sdk';
import { driverNamed, readCloud } from '../../clouds/configured.js';
import { readKinds } from '../../clouds/kinds.js';
import { UsageError } from '../../failure.js';
import type { ConformanceOptions } from './index.js';

/** What is to be tried, read from the command line. */
export interface Plan {
  cloud: string;
  /** For people: `Hetzner Cloud`. */
  title: string;
  settings: CloudSettings;
  kinds: readonly string[];
  laws: readonly number[];
  region?: string;
  emulated: boolean;
}

/** @throws UsageError where the command line asks for what there is not */
export async function readPlan({ cloud, kind, law, region, real }: ConformanceOptions): Promise<Plan> {
  const [id, settings] = readCloud(cloud);
  const facts = await driverOf(driverNamed(id, settings))?.();
  if (!facts) throw new UsageError(`there is no cloud "${id}"`);
  const emulated = facts.emulatorPath !== undefined && !real;
  if (!emulated && facts.emulatorPath !== undefined && process.env['HANSA_EMULATOR']) {
    throw new UsageError('--real asks for a real account, and HANSA_EMULATOR points at an emulator', [
      'unset HANSA_EMULATOR',
      'leave --real away: the suite starts an emulator of its own',
    ]);
  }
  return { cloud: id, title: facts.title, settings, kinds: readKinds(kind), laws: readLaws(law), region, emulated };
}

function readLaws(given: readonly string[] | undefined): number[] {
  const known = LAWS.map(({ number }) => number);
  const stray = given?.find((text) => !known.includes(Number(text)));
  if (stray !== undefined)
    throw new UsageError(
      `there is no law "${stray}"`,
      LAWS.map((law) => `${law.number}: ${law.sentence}`),
    );
  return given?.map(Number) ?? known;
}
