import { type ProviderSchema, readSchema } from '../docs/index.js';
import { programs } from './options.js';
import { UsageError } from './usage.js';

/** Of the provider that a command line names: by its source, or by its program. */
export function schemaFor(
  command: string,
  entry: string | undefined,
  program: readonly string[] | undefined,
  conditions: readonly string[] = [],
): Promise<ProviderSchema> {
  if (entry !== undefined && program === undefined) return readSchema({ entry, conditions });
  const only = entry === undefined && program !== undefined ? programs(program) : undefined;
  if (typeof only === 'string') return readSchema({ program: only });
  throw new UsageError(`say of what: terraform-plugin ${command} src/main.ts, or one --program FILE that is built`);
}
