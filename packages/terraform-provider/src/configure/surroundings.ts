import type { HansaOptions } from '@hansa/sdk';

/** What a process has that is no word of the configuration; each has the SDK's default. */
export type Surroundings = Pick<HansaOptions, 'clock' | 'env' | 'wiretap'>;
