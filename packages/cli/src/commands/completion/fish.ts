import type { OptionWords, wordsOf } from './words.js';

type Words = ReturnType<typeof wordsOf>;

/** A script for fish: one `complete` a word. */
export function fish({ commands, options }: Words): string {
  const lines = [
    '# fish completion for hansa, printed by: hansa completion fish',
    ...options.map((option) => `complete -c hansa -n __fish_use_subcommand ${flags(option)}`),
    ...commands.flatMap(({ name, what, options, choices }) => [
      `complete -c hansa -f -n __fish_use_subcommand -a ${name} -d ${quoted(what)}`,
      ...options.map((option) => `complete -c hansa -n '__fish_seen_subcommand_from ${name}' ${flags(option)}`),
      ...(choices.length > 0
        ? [`complete -c hansa -f -n '__fish_seen_subcommand_from ${name}' -a ${quoted(choices.join(' '))}`]
        : []),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function flags({ long, short, what, takesValue, choices }: OptionWords): string {
  const names = [`-l ${long.replace(/^--/, '')}`, ...(short ? [`-s ${short.replace(/^-/, '')}`] : [])];
  const value = takesValue ? (choices.length > 0 ? ['-x', '-a', quoted(choices.join(' '))] : ['-r']) : [];
  return [...names, ...value, '-d', quoted(what)].join(' ');
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
