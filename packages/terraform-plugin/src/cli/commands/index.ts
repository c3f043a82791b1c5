import type { Command } from '../command.js';
import { build } from './build.js';
import { completion } from './completion.js';
import { dev } from './dev.js';
import { docs } from './docs.js';
import { mirror } from './mirror.js';
import { packageRelease } from './package.js';
import { schema } from './schema.js';

/** By the name that is typed. */
export const COMMANDS: { readonly [name: string]: Command } = {
  dev,
  build,
  package: packageRelease,
  mirror,
  docs,
  schema,
  completion,
};
