import { COMMANDS } from './commands/index.js';
import { helpFor, helpOf } from './help.js';
import { UsageError } from './usage.js';

/** Runs a command line; its exit code. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    return await run(args);
  } catch (error) {
    const { message } = error as Error;
    const detail = (error as { diagnostic?: { detail?: string } }).diagnostic?.detail;
    process.stderr.write(`error: ${message}\n${detail ? `  next: ${detail}\n` : ''}`);
    return error instanceof UsageError ? 2 : 1;
  }
}

async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h') {
    process.stdout.write(helpOf(COMMANDS));
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageError(`there is no command "${name}": use ${Object.keys(COMMANDS).join(', ')}`);
  const own = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  if (own.includes('--help') || own.includes('-h')) {
    process.stdout.write(helpFor(name, command));
    return 0;
  }
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const done = await command.run(args, { say, commands: COMMANDS });
  if (typeof done === 'number') return done;
  const { json, lines, notes = [], code = 0 } = done.made;
  process.stdout.write(done.asJson ? `${JSON.stringify(json, null, 2)}\n` : `${lines.join('\n')}\n`);
  for (const note of notes) process.stderr.write(`note: ${note}\n`);
  return code;
}
