import { type Command, Option } from 'commander';
import { clouds, collect, examples, json } from '../../options.js';

export interface SweepOptions {
  cloud?: string[];
  kind?: string[];
  owner: string;
  yes?: boolean;
  dryRun?: boolean;
  json?: boolean;
}

export function declareSweep(program: Command): void {
  program
    .command('sweep')
    .summary('delete all that an owner made')
    .description(
      'Deletes everything that carries the label of an owner, addresses and volumes before the servers they are at, servers before ' +
        'their networks. Without --yes it only says what it would delete.',
    )
    .requiredOption('-o, --owner <owner>', 'whose things; the `owner` of the provider or the SDK')
    .addOption(clouds())
    .addOption(new Option('-k, --kind <kind>', 'only this kind; repeatable').argParser(collect))
    .addOption(new Option('--dry-run', 'only say what would be deleted (default)').conflicts('yes'))
    .option('-y, --yes', 'delete')
    .addOption(json())
    .addHelpText(
      'after',
      examples(['hansa sweep --owner pr-1234', 'what would go'], ['hansa sweep --owner pr-1234 --yes', 'let it go']),
    )
    .action(async (options: SweepOptions) => (await import('./sweep.js')).sweep(options));
}
