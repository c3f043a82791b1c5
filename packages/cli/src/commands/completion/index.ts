import { Argument, type Command } from 'commander';
import { examples } from '../../options.js';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

export function declareCompletion(program: Command): void {
  program
    .command('completion')
    .summary('print completions for a shell')
    .description('Prints a script that completes commands, options, their choices, clouds and kinds.')
    .addArgument(new Argument('<shell>', 'which shell').choices(SHELLS))
    .addHelpText(
      'after',
      examples(
        ['hansa completion bash > /etc/bash_completion.d/hansa', 'bash'],
        ['hansa completion zsh > ~/.zfunc/_hansa', 'zsh, where fpath has ~/.zfunc'],
        ['hansa completion fish > ~/.config/fish/completions/hansa.fish', 'fish'],
      ),
    )
    .action(async (shell: Shell) => (await import('./completion.js')).completion(shell, program));
}
