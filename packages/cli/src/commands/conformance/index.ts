import { type Command, Option } from 'commander';
import { collect, examples, json } from '../../options.js';

export interface ConformanceOptions {
  cloud: string;
  kind?: string[];
  law?: string[];
  region?: string;
  real?: boolean;
  yes?: boolean;
  json?: boolean;
}

export function declareConformance(program: Command): void {
  program
    .command('conformance')
    .summary('hold a cloud to the eight laws of the model')
    .description(
      'Makes, changes, breaks and deletes things of every kind, and says which laws hold. A cloud that is emulated is tried on an ' +
        'emulator of its own, where waiting takes no time; --real, or a cloud without emulator, takes the account of the environment: there ' +
        'things are really made, cost money, and are deleted at the end.',
    )
    .requiredOption('-c, --cloud <id>', 'the cloud; `mine=openstack` names one with its driver')
    .addOption(new Option('-k, --kind <kind>', 'only this kind; repeatable').argParser(collect))
    .addOption(new Option('-l, --law <number>', 'only this law; repeatable').argParser(collect))
    .option('-r, --region <region>', "where to make things (default: the cloud's first place)")
    .option('--real', 'take the account of the environment, not an emulator')
    .option('-y, --yes', 'do not ask before things are made in a real account (or HANSA_YES=1)')
    .addOption(json())
    .addHelpText(
      'after',
      examples(
        ['hansa conformance --cloud hetzner', 'all laws, all kinds, on an emulator'],
        ['hansa conformance --cloud scaleway --kind server --law 4', 'one law of one kind'],
        ['OS_CLOUD=prod hansa conformance --cloud openstack --yes', 'a real account'],
      ),
    )
    .addHelpText('after', ENDING)
    .action(async (options: ConformanceOptions) => (await import('./conformance.js')).conformance(options));
}

const ENDING =
  '\nEnds with a line "N passed, N failed, N skipped"; exit 1 when a law fails or something was left behind.';
