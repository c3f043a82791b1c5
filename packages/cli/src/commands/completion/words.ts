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

/** The tree of commands as words, hidden ones left out. */
export function wordsOf(program: Command): { commands: CommandWords[]; options: OptionWords[] } {
  const visible = (command: Command) =>
    program
      .createHelp()
      .visibleOptions(command)
      .map(({ long, short, description, required, optional, argChoices = [] }) => {
        return { long: long ?? '', short, what: description, takesValue: required || optional, choices: argChoices };
      });
  return {
    options: visible(program),
    commands: program.commands.map((command) => ({
      name: command.name(),
      what: command.summary() || command.description(),
      options: visible(command),
      choices: command.registeredArguments[0]?.argChoices ?? [],
    })),
  };
}
