import type { CloudSettings, HansaOptions } from '@hansa/sdk';
import type { CoreOptions, WireAgent } from '@hansa/sdk/clouds/fulcrum';

/** What an agent says of what it does, for a log. Holds no secret. */
export interface Happening {
  level: 'info' | 'warning' | 'error';
  text: string;
}

/** One agent: which core it serves, and what cloud it drives. */
export interface AgentOptions {
  core: CoreOptions;
  /**
   * Token of the provider, as whom the agent has services looked at whose things have changed or gone at the cloud itself: an agent of its own
   * may not say so outside of a job. Without it consumers learn of that at their next change.
   */
  providerToken?: string;
  /** Id of the cloud that it drives; its credentials are found as the vendor's own tools find them. */
  cloud: string;
  settings?: CloudSettings;
  /** Environment, clock and the like of the SDK. */
  hansa?: Partial<HansaOptions>;
  /** Jobs at once. Default 8. */
  concurrency?: number;
  /** How often to look for jobs when there were none, ms. Default 5 s. */
  pollMs?: number;
  /** How often to say that it is there, ms. Default 20 s: the core's own patience is 30 s. */
  heartbeatMs?: number;
  /** How often to bring the catalogue up to date, ms. Default 1 h. */
  catalogueMs?: number;
  /** How often to measure what is there, ms. Default 5 min. */
  metricsMs?: number;
  /** Called when it begins to work: not while it stands by. */
  onStart?(me: WireAgent): void;
  onHappening?(happening: Happening): void;
}
