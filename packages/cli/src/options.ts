import { InvalidArgumentError, Option } from 'commander';

/** `--cloud`, repeatable; `id` or `id=driver`. */
export const clouds = () =>
  new Option('-c, --cloud <id>', 'only this cloud; repeatable; `mine=openstack` names one with its driver').argParser(
    collect,
  );

export const json = (what = 'print JSON on stdout, and nothing else') => new Option('--json', what);

/** A number that is at least `min`. */
export function number(min: number, { whole = false } = {}): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value) || value < min || (whole && !Number.isInteger(value)))
      throw new InvalidArgumentError(`Use a ${whole ? 'whole ' : ''}number of at least ${min}.`);
    return value;
  };
}

/** A value more of a repeatable option; commas part several. */
export function collect(text: string, before: readonly string[] | undefined): string[] {
  const values = text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  if (values.length === 0) throw new InvalidArgumentError('It is empty.');
  return [...(before ?? []), ...values];
}

/** How a command is used, for the end of its help. */
export function examples(...lines: [command: string, what: string][]): string {
  const width = Math.max(...lines.map(([command]) => command.length));
  return `\nExamples:\n${lines.map(([command, what]) => `  ${command.padEnd(width)}  ${what}`).join('\n')}`;
}
