/** Writes a value as the JSON that stands alone on stdout. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Writes a line for people who read stdout. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Writes a line that is no result: progress, warnings, what was left out. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`);
}
