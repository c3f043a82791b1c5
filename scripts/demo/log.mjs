import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** All that the programs of a demo said, in a file, which is there once they said something. */
export class Log {
  constructor(path) {
    this.path = path;
  }

  add(text) {
    appendFileSync(this.path, stripVTControlCharacters(String(text)));
  }

  remove() {
    rmSync(this.path, { force: true });
  }

  tail(count) {
    if (!existsSync(this.path)) return '';
    const lines = readFileSync(this.path, 'utf8').split('\n');
    return lines
      .filter((line) => line.trim())
      .slice(-count)
      .join('\n');
  }
}
