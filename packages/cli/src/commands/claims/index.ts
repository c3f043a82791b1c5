import { Argument, type Command, Option } from 'commander';
import { collect, examples, json } from '../../options.js';

export interface ClaimsOptions {
  scheme?: string[];
  overlay?: string[];
  on?: string;
  check?: boolean;
  json?: boolean;
  csv?: boolean;
}

export function declareClaims(program: Command): void {
  program
    .command('claims')
    .summary("what is known of clouds' sovereignty, with its sources")
    .description(
      'Says who stands behind each cloud, where its regions are, which certificates it holds and which open interfaces it speaks: each ' +
        'with the page that says so and the day on which it was read. What no source says is unknown. No cloud is asked.',
    )
    .addArgument(new Argument('[cloud...]', 'all that is known of these; without one, a line for each cloud'))
    .addOption(
      new Option('-s, --scheme <id>', 'only claims to this scheme (c5, iso-27001, secnumcloud); repeatable').argParser(
        collect,
      ),
    )
    .addOption(
      new Option('--overlay <file>', 'your own word, laid over it (YAML or JSON); repeatable').argParser(
        (file: string, before: readonly string[] | undefined) => [...(before ?? []), file],
      ),
    )
    .option('--on <day>', 'judge what has run out by this day (2026-11-26) in the place of today')
    .addOption(new Option('--check', 'list what has run out, was read too long ago or is wrong; fails if anything is'))
    .addOption(json().conflicts('csv'))
    .addOption(new Option('--csv', 'print the claims as comma-separated values').conflicts('check'))
    .addHelpText(
      'after',
      examples(
        ['hansa claims', 'a line for each cloud'],
        ['hansa claims exoscale', 'its owners up to the last, its places, interfaces and claims'],
        ['hansa claims --scheme c5 --scheme secnumcloud', 'who claims one of these'],
        ['hansa claims --overlay ours.yaml --check', 'whether your own file holds'],
      ),
    )
    .action(async (clouds: string[], options: ClaimsOptions) => (await import('./claims.js')).claims(clouds, options));
}
