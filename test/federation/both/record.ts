import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recorded } from './client.js';

const FILE = join(__dirname, 'answers.gen.json');

/** By chapter and step, what a real core answered. */
export type Answers = Record<string, Record<string, Recorded>>;

export const answers: Answers = JSON.parse(readFileSync(FILE, 'utf8'));

/** Writes a chapter anew, a line a step, so that a difference reads well. */
export function record(chapter: string, steps: Answers[string]): void {
  answers[chapter] = steps;
  const chapters = Object.entries(answers).map(([name, its]) => {
    const lines = Object.entries(its).map(([step, one]) => `    ${JSON.stringify(step)}: ${JSON.stringify(one)}`);
    return `  ${JSON.stringify(name)}: {\n${lines.join(',\n')}\n  }`;
  });
  writeFileSync(FILE, `{\n${chapters.join(',\n')}\n}\n`);
}
