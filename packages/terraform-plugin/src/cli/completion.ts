import type { Command, Options } from './command.js';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Commands = { readonly [name: string]: Command };

/** A script that completes commands, options and files. */
export function completionFor(shell: (typeof SHELLS)[number], commands: Commands): string {
  if (shell === 'fish') return fish(commands);
  // zsh runs bash's.
  return `${shell === 'zsh' ? 'autoload -U +X bashcompinit && bashcompinit\n' : ''}${bash(commands)}`;
}

function bash(commands: Commands): string {
  const cases = Object.entries(commands).map(
    ([name, { options }]) => `    ${name}) words="${flags(options).join(' ')}" ;;\n`,
  );
  return `_terraform_plugin() {
  local words
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${Object.keys(commands).join(' ')} --help" -- "\${COMP_WORDS[1]}"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('')}  esac
  case "\${COMP_WORDS[COMP_CWORD]}" in
    -*) COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}")) ;;
  esac
}
complete -o default -F _terraform_plugin terraform-plugin
`;
}

function fish(commands: Commands): string {
  const quoted = (text: string) => `'${text.replace(/['\\]/g, '\\$&')}'`;
  const lines = Object.entries(commands).flatMap(([name, { summary, options }]) => [
    `complete -c terraform-plugin -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
    ...Object.entries(options).map(
      ([option, { value, help }]) =>
        `complete -c terraform-plugin -n '__fish_seen_subcommand_from ${name}' -l ${option}${value ? ' -r' : ''} -d ${quoted(help)}`,
    ),
  ]);
  return `${lines.join('\n')}\n`;
}

const flags = (options: Options) => Object.keys(options).map((name) => `--${name}`);
