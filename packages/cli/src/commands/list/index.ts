import { type Command, Option } from 'commander';
import { clouds, collect, examples, json } from '../../options.js';

export interface ListOptions {
  cloud?: string[];
  kind?: string[];
  owner?: string;
  json?: boolean;
}

export function declareList(program: Command): void {
  program
    .command('list')
    .summary('what stands at the clouds')
    .description('Lists everything of the kinds of the model that the credentials see, made by Hansa or not.')
    .addOption(clouds())
    .addOption(new Option('-k, --kind <kind>', 'only this kind; repeatable').argParser(collect))
    .option('-o, --owner <owner>', 'only what this owner made')
    .addOption(json('print JSON on stdout: every attribute that the cloud tells'))
    .addHelpText(
      'after',
      examples(
        ['hansa list --owner shop-prod', 'what a deployment made, everywhere'],
        ['hansa list --cloud hetzner --kind server --json', 'servers with all that is known of them'],
      ),
    )
    .action(async (options: ListOptions) => (await import('./list.js')).list(options));
}
