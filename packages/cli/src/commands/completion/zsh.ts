import type { OptionWords, wordsOf } from './words.js';

type Words = ReturnType<typeof wordsOf>;

/** A script for zsh's compsys: `_arguments` for each command. */
export function zsh({ commands, options }: Words): string {
  const described = commands.map(({ name, what }) => `    ${quoted(`${name}:${what}`)}`);
  const cases = commands.map(({ name, options, choices }) => {
    const lines = [...options.flatMap(specs), ...(choices.length > 0 ? [quoted(`1:what:(${choices.join(' ')})`)] : [])];
    return `    ${name}) _arguments ${lines.map((line) => `\\\n        ${line}`).join(' ')} ;;`;
  });
  return `#compdef hansa
# zsh completion for hansa, printed by: hansa completion zsh
_hansa() {
  local -a commands
  commands=(
${described.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe -t commands command commands
    _arguments ${options.flatMap(specs).join(' ')}
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
if [ "$funcstack[1]" = "_hansa" ]; then _hansa "$@"; else compdef _hansa hansa; fi
`;
}

/** `--arch[only this one]:value:(x86 arm)`, for each spelling of the option. */
function specs({ long, short, what, takesValue, choices }: OptionWords): string[] {
  const value = takesValue ? `:value:${choices.length > 0 ? `(${choices.join(' ')})` : '_files'}` : '';
  return [long, short].flatMap((flag) => (flag ? [quoted(`${flag}[${what.replaceAll(/[[\]:]/g, ' ')}]${value}`)] : []));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
