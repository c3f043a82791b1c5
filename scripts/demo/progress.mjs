/** Tells a person, or a log, what is going on: one line a step with its time, more of it where a terminal shows it. */
export class Progress {
  #live = process.stdout.isTTY === true;

  /** Runs `work` as a step; its own news come under it. */
  async step(title, work) {
    const startedAt = Date.now();
    if (this.#live) process.stdout.write(`  ${title} …\n`);
    const result = await work();
    this.print(`  ✔ ${title} (${seconds(Date.now() - startedAt)})`);
    return result;
  }

  say(text) {
    this.print(`  · ${text}`);
  }

  /** A small thing within a step. */
  detail(text) {
    this.print(`      ${text}`);
  }

  print(text) {
    process.stdout.write(`${text}\n`);
  }

  /** Somebody wanted it to end: there is nothing to look for in a log. */
  stopped(signal) {
    process.stderr.write(
      `\n  ✖ stopped by ${signal}: the emulators are gone, and all that stood on them\n\ndemo: stopped\n`,
    );
  }

  /** What went wrong, with the end of the log. */
  fail(error, log) {
    process.stderr.write(`\n  ✖ ${error.message}\n`);
    const tail = log.tail(40);
    if (tail) process.stderr.write(`\nThe end of ${log.path}:\n${tail}\n`);
    process.stderr.write('\ndemo: failed\n');
  }
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}
