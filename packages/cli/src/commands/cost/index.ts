import type { Command } from 'commander';
import { collect, examples, json } from '../../options.js';

export interface CostOptions {
  cloud?: string[];
  json?: boolean;
}

export function declareCost(program: Command): void {
  program
    .command('cost')
    .summary('what a plan or state costs a month, and what the plan changes of it')
    .description(
      'Adds up what the resources of a Terraform plan or state cost a month, net, at the prices that were told when they were planned; ' +
        'names what it cannot tell, and what the plan interrupts.',
    )
    .argument('[file]', 'JSON of `terraform show -json`, or a state file; stdin where none is named')
    .option('-c, --cloud <id=vendor>', 'whose a cloud of another name is; repeatable: prod=hetzner', collect)
    .addOption(json())
    .addHelpText(
      'after',
      examples(
        ['hansa cost plan.json', 'of a plan, as terraform show -json prints it'],
        ['terraform plan -out tfplan && terraform show -json tfplan | hansa cost', 'before an apply'],
        ['terraform state pull | hansa cost', 'of what stands'],
      ),
    )
    .action(async (file: string | undefined, options: CostOptions) => (await import('./cost.js')).cost(file, options));
}
