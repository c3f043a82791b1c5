import type { Command, Option } from './command.js';

type Commands = { readonly [name: string]: Command };

/** All that there is, in short. */
export function helpOf(commands: Commands): string {
  const names = Object.entries(commands).map(([name, { takes }]) => [name, takes].filter(Boolean).join(' '));
  const width = Math.max(...names.map((name) => name.length));
  const rows = Object.values(commands).map(({ summary }, index) => `  ${names[index]!.padEnd(width)}  ${summary}\n`);
  return `terraform-plugin <command> [options]

${rows.join('')}
  terraform-plugin <command> --help tells its options.

Exit codes: 0 done, 1 it could not be done, 2 the command line is wrong.
`;
}

/** One command with its options. */
export function helpFor(name: string, { summary, takes, options }: Command): string {
  const rows = Object.entries(options).map(([option, of]) => [spelled(option, of), of.help] as const);
  const width = Math.max(...rows.map(([left]) => left.length));
  const lines = rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('');
  return `terraform-plugin ${name}${takes ? ` ${takes}` : ''} [options]\n\n${summary}\n\n${lines}`;
}

function spelled(name: string, { short, value }: Option): string {
  return `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`;
}
