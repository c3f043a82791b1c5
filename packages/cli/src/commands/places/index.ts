import type { Command } from 'commander';
import { clouds, examples, json } from '../../options.js';

export interface PlacesOptions {
  cloud?: string[];
  json?: boolean;
}

export function declarePlaces(program: Command): void {
  program
    .command('places')
    .summary('where clouds sell')
    .description('Lists the places of each cloud: what `region` may say. A country stands for the first of its places.')
    .addOption(clouds())
    .addOption(json())
    .addHelpText(
      'after',
      examples(['hansa places', 'all clouds'], ['hansa places --cloud scaleway --json', 'one of them']),
    )
    .action(async (options: PlacesOptions) => (await import('./places.js')).places(options));
}
