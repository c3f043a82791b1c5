import { type Command, CommanderError } from 'commander';
import { EXIT, report } from './failure.js';

/**
 * Runs one command line to its end and says with which code the process should exit. Never throws: what goes wrong is told on stderr.
 *
 * @example
 * process.exitCode = await run(createProgram(), process.argv);
 */
export async function run(program: Command, argv: readonly string[]): Promise<number> {
  try {
    await program.parseAsync(argv);
    return Number(process.exitCode ?? EXIT.ok);
  } catch (error) {
    // Commander has told already what is wrong with the command line, or printed what was asked for (--help, --version).
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    return report(error);
  }
}
