/** Tells on stderr what goes on: one living line on a terminal, a line for each step that is done elsewhere (CI logs). */
export class Progress {
  private readonly live = process.stderr.isTTY === true && process.env['TERM'] !== 'dumb';

  /** What is being done now; seen on a terminal only. */
  now(text: string): void {
    if (!this.live) return;
    const width = Math.max(20, (process.stderr.columns ?? 80) - 1);
    process.stderr.write(`\r\x1b[2K${text.length > width ? `${text.slice(0, width - 1)}…` : text}`);
  }

  /** A step that is done: stays to be read. */
  done(text: string): void {
    this.clear();
    process.stderr.write(`${text}\n`);
  }

  /** Takes the living line away. */
  clear(): void {
    if (this.live) process.stderr.write('\r\x1b[2K');
  }
}
