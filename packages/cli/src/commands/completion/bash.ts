import type { OptionWords, wordsOf } from './words.js';

type Words = ReturnType<typeof wordsOf>;

/** A script for bash 4 and newer: `compgen` over the words of the command that stands first. */
export function bash({ commands, options }: Words): string {
  const flags = (list: readonly OptionWords[]) =>
    list.flatMap(({ long, short }) => [long, ...(short ? [short] : [])]).join(' ');
  const values = (list: readonly OptionWords[]) =>
    list
      .filter(({ takesValue }) => takesValue)
      .map(({ long, short, choices }) => {
        const reply =
          choices.length > 0
            ? `COMPREPLY=($(compgen -W '${choices.join(' ')}' -- "$word"))`
            : 'COMPREPLY=($(compgen -f -- "$word"))';
        return `        ${[long, short].filter(Boolean).join('|')}) ${reply}; return ;;`;
      });
  const cases = commands.map(({ name, options, choices }) =>
    [
      `    ${name})`,
      '      case "$before" in',
      ...values(options),
      '      esac',
      `      COMPREPLY=($(compgen -W '${[...choices, flags(options)].join(' ')}' -- "$word"))`,
      '      ;;',
    ].join('\n'),
  );
  return `# bash completion for hansa, printed by: hansa completion bash
_hansa() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    *)
      COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')} ${flags(options)}' -- "$word"))
      ;;
  esac
}
complete -F _hansa hansa
`;
}
