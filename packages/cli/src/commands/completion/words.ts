import type { Command } from 'commander';

/** An option as a shell needs it. */
export interface OptionWords {
  long: string;
  short: string | undefined;
  what: string;
  takesValue: boolean;
  choices: readonly string[];
}

/** A command with all that can follow it. */
export interface CommandWords {
  name: string;
  what: string;
  options: OptionWords[];
  /** What the first argument may be. */
  choices: readonly string[];
}

/** The tree of commands as words, hidden ones left out; where one names a cloud or a kind, those are offered. */
export function wordsOf(
  program: Command,
  { clouds, kinds }: { clouds: readonly string[]; kinds: readonly string[] },
): { commands: CommandWords[]; options: OptionWords[] } {
  const named = (flags: string) =>
    / --cloud <(id|name)>$/.test(flags) ? clouds : / --kind <kind>$/.test(flags) ? kinds : [];
  const visible = (command: Command) =>
    program
      .createHelp()
      .visibleOptions(command)
      .map(({ flags, long, short, description, required, optional, argChoices }) => {
        const choices = argChoices ?? named(flags);
        return { long: long ?? '', short, what: description, takesValue: required || optional, choices };
      });
  const firstOf = ({ registeredArguments: [first] }: Command) =>
    first?.argChoices ?? (first?.name() === 'cloud' ? clouds : []);
  return {
    options: visible(program),
    commands: program.commands.map((command) => ({
      name: command.name(),
      what: command.summary() || command.description(),
      options: visible(command),
      choices: firstOf(command),
    })),
  };
}
