import { type Command, Option } from 'commander';
import { collect, examples, json } from '../../options.js';

export const FORMATS = ['html', 'json', 'cyclonedx'] as const;

export interface ReportOptions {
  format: (typeof FORMATS)[number];
  out?: string;
  cloud?: string[];
  claims?: string[];
  policy?: string;
}

export function declareReport(program: Command): void {
  program
    .command('report')
    .summary('who controls what a plan or state is, where it stands, what it costs')
    .description(
      'Says of each resource of a Terraform plan or state which cloud, entity and country carries it, by which evidence, and what it ' +
        'costs: as one HTML page, as JSON, or as a CycloneDX 1.6 bill of materials. Asks no cloud, and shows no secret.',
    )
    .argument('[file]', 'JSON of `terraform show -json`, or a state file; stdin where none is named')
    .addOption(new Option('-f, --format <format>', 'what to write').choices(FORMATS).default('html'))
    .addOption(json('the same as --format json').conflicts('format'))
    .option('-o, --out <file>', 'write there, and not on stdout')
    .option('-c, --cloud <id=vendor>', 'whose a cloud of another name is; repeatable: prod=hetzner', collect)
    .option(
      '--claims <file>',
      'your own facts about clouds (YAML or JSON), laid over the known ones; repeatable',
      collect,
    )
    .option('--policy <file>', 'what you allow (YAML or JSON); what it does not admit ends the command with 1')
    .addHelpText(
      'after',
      examples(
        ['hansa report state.json --json', 'for a program (hansa-report/1)'],
        ['terraform show -json tfplan | hansa report --out report.html', 'of a plan, to be read and printed'],
        ['terraform state pull | hansa report --format cyclonedx', 'of what stands, for an inventory'],
      ),
    )
    .action(async (file: string | undefined, { json, ...options }: ReportOptions & { json?: boolean }) =>
      (await import('./report.js')).report(file, json ? { ...options, format: 'json' } : options),
    );
}
