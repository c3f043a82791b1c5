import type { Policy } from '../policy/index.js';
import type { Clock } from './clock.js';
import type { AnyCloud } from './driver/cloud.js';
import type { Rules } from './rules.js';
import type { Exchange, Link, OnRetry, Wire } from './transport/index.js';

/** Settings of one cloud: `driver` where the id is not the driver's own, and what that driver takes (`token`, `projectId`, `endpoint`, …). */
export type CloudSettings = { driver?: string | AnyCloud } & Record<string, unknown>;

export interface HansaOptions {
  /** Clouds by id. Default: every driver and every vendor's profile (`infomaniak`), configured by the vendors' own environment variables and files. */
  clouds?: Record<string, CloudSettings>;
  /** Marks what this deployment makes. Default `default`. */
  owner?: string;
  /** Default: the process's environment. */
  env?: Readonly<Record<string, string | undefined>>;
  /** What this deployment allows: what breaks it is refused before anything is asked or made. */
  policy?: Policy;
  /** Files of claims of your own (YAML or JSON), laid over what is known of clouds. */
  claims?: string | readonly string[];
  clock?: Clock;
  /** How long a list may answer reads, ms. Default 0: every read asks. */
  snapshotMs?: number;
  /** How long the answer to one request may take before it is asked again, ms. Default: `HANSA_REQUEST_TIMEOUT` (seconds) of `env`, else a minute. */
  requestTimeoutMs?: number;
  onExchange?: (exchange: Exchange) => void;
  onRetry?: OnRetry;
  /** What carries requests in the place of HTTP, for tests. */
  wire?: Wire;
  /** A link next to the wire of every cloud, for tests. */
  wiretap?: Link;
}

/** The options with what has a default filled in. */
export type SettledOptions = HansaOptions &
  Required<Pick<HansaOptions, 'owner' | 'env' | 'clock' | 'snapshotMs'>> & {
    /** The policy, ready to be asked; absent where there is none. */
    rules?: Rules;
  };
