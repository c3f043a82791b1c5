import { type Command, Option } from 'commander';
import { clouds, collect, examples, json } from '../../options.js';

export interface CapabilitiesOptions {
  cloud?: string[];
  kind?: string[];
  json?: boolean;
}

export function declareCapabilities(program: Command): void {
  program
    .command('capabilities')
    .summary('what each cloud offers of the model, and its limits')
    .description(
      'Says of each kind at each cloud whether it is offered, within which limits, and what is to be used in the place of what is not. ' +
        'Comes from the drivers themselves: no cloud is asked, and no credentials are needed.',
    )
    .addOption(clouds())
    .addOption(new Option('-k, --kind <kind>', 'only this kind; repeatable').argParser(collect))
    .addOption(json())
    .addHelpText(
      'after',
      examples(
        ['hansa capabilities', 'all kinds at all clouds'],
        ['hansa capabilities --cloud scaleway --kind volume --json', 'one of them, with the source of every limit'],
      ),
    )
    .action(async (options: CapabilitiesOptions) => (await import('./capabilities.js')).capabilities(options));
}
