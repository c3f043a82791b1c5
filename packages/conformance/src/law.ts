import type { AnyKind, Clock, CloudHandle, CloudSettings, Hansa, HansaOptions } from '@hansa/sdk';
import type { Fault } from './faults.js';
import type { Ground } from './ground.js';

/** What a law came to for one kind at one cloud. */
export interface Verdict {
  law: number;
  kind: string;
  /** What was looked at, as a sentence. */
  title: string;
  status: 'passed' | 'failed' | 'skipped';
  /** Why it was skipped, or how it failed. */
  reason?: string;
  /** Where the reason stands: the vendor's page or the cell's own words. */
  source?: string;
  ms: number;
}

/** What a check comes to: nothing when it holds, a skip, or a rejection that says how it fails. */
// biome-ignore lint/suspicious/noConfusingVoidType: an arrow that returns nothing is the usual case
export type Finding = Promise<void | Skip | undefined>;

/** What a law may use. */
export interface Trial {
  kind: AnyKind;
  cloud: string;
  /** The owner of everything that this run makes. */
  owner: string;
  /** Whether it is an emulator: then hundreds of things may be made, and time runs fast. */
  emulated: boolean;
  region: string | undefined;
  ground: Ground;
  /** A new Hansa for the same account, as a process that starts afresh; `options` are laid over the suite's own. */
  restart(options?: Partial<HansaOptions>): Hansa;
  handle: CloudHandle;
  settings: CloudSettings;
  /** The environment of this run. */
  env: NonNullable<HansaOptions['env']>;
  /** Credentials that this run knows of, to look for where they must not be. */
  secrets: readonly string[];
  /** The clock on which everything of this run waits. */
  clock: Clock;
  /** Carries the requests of interrupted lives and of crowds, where HTTP need not: an emulator in this process. */
  direct?: HansaOptions['wire'];
  /** Counts interrupted lives that were tried under a fault. */
  count(fault: Fault, cases: number): void;
  /** Reports one finding. */
  check(title: string, act: () => Finding): Promise<void>;
}

/** Returned in place of a finding: why it cannot be looked at here, and where that stands. */
export interface Skip {
  skip: string;
  source: string;
}

/** The skip of what a kind cannot be tried for, where the cloud keeps no such things: they live with the caller alone. */
export function stateOnly({ handle, kind }: Pick<Trial, 'handle' | 'kind'>): Promise<Skip | undefined> {
  return handle.connect().then(({ cloud }) => {
    const why = cloud.cells[kind.name]?.stateOnly;
    return why && { skip: `${cloud.title} keeps no such things: ${why.because}`, source: "the driver's own words" };
  });
}

/** A sentence that must hold for every cell. */
export interface Law {
  number: number;
  sentence: string;
  try(trial: Trial): Promise<void>;
}
