import { readFileSync, writeFileSync } from 'node:fs';

/** By chapter and step, what a real cloud answered. */
export type Answers<R> = Record<string, Record<string, R>>;

/**
 * What a real cloud has answered, kept in a file, and how a chapter of it is written anew: a line a step, so that a difference reads well.
 *
 * @example
 * const { answers, record } = recordedAnswers<Recorded>(join(__dirname, 'answers.gen.json'));
 */
export function recordedAnswers<R>(file: string): {
  answers: Answers<R>;
  record(chapter: string, steps: Record<string, R>): void;
} {
  const answers: Answers<R> = JSON.parse(readFileSync(file, 'utf8'));
  const record = (chapter: string, steps: Record<string, R>) => {
    answers[chapter] = steps;
    const chapters = Object.entries(answers).map(([name, its]) => {
      const lines = Object.entries(its).map(([step, one]) => `    ${JSON.stringify(step)}: ${JSON.stringify(one)}`);
      return `  ${JSON.stringify(name)}: {\n${lines.join(',\n')}\n  }`;
    });
    writeFileSync(file, `{\n${chapters.join(',\n')}\n}\n`);
  };
  return { answers, record };
}
