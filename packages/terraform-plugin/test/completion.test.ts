import { execFileSync } from 'node:child_process';
import { COMMANDS } from '../src/cli/commands/index.js';
import { completionFor } from '../src/cli/completion.js';

/** What bash would offer for the last of the words. */
function offered(...words: string[]): string[] {
  const script = `${completionFor('bash', COMMANDS)}
COMP_WORDS=(terraform-plugin "$@"); COMP_CWORD=$#
_terraform_plugin; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['-c', script, '-', ...words], { encoding: 'utf8' })
    .split('\n')
    .filter(Boolean);
}

test('bash completes commands and the options of each', () => {
  expect(offered('')).toEqual([...Object.keys(COMMANDS), '--help']);
  expect(offered('b')).toEqual(['build']);
  expect(offered('dev', 'src/main.ts', '--de')).toEqual(['--debug', '--debug-port']);
  expect(offered('package', '--')).toContain('--musl');
  expect(offered('mirror', '--')).not.toContain('--musl');
  expect(offered('build', 'src/')).toEqual([]); // files, which the shell knows
});

test('fish and zsh get theirs', () => {
  expect(completionFor('fish', COMMANDS)).toContain(
    "complete -c terraform-plugin -n '__fish_seen_subcommand_from dev' -l debug-port -r -d",
  );
  expect(completionFor('zsh', COMMANDS)).toMatch(/^autoload -U \+X bashcompinit && bashcompinit\n_terraform_plugin/);
});
