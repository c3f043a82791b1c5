import { type CloudHandle, type Hansa, isCloudError, redactText } from '@hansa/sdk';
import { EXIT, nextLines } from '../failure.js';
import { note } from '../output/print.js';

/** Why a cloud could not answer, as JSON and people get it. */
export interface Problem {
  cloud: string;
  /** One of the SDK's error codes. */
  code: string;
  message: string;
  next: readonly string[];
  /** No credentials were found: the cloud is not in use here. */
  notInUse: boolean;
}

export interface Answers<T> {
  values: { cloud: string; value: T }[];
  problems: Problem[];
}

/** Asks clouds side by side. One that fails is a problem to tell, and takes nothing from the others. */
export async function askClouds<T>(
  hansa: Hansa,
  ids: readonly string[],
  ask: (cloud: CloudHandle) => Promise<T>,
): Promise<Answers<T>> {
  const answers: Answers<T> = { values: [], problems: [] };
  const outcomes = await Promise.allSettled(ids.map(async (id) => ask(hansa.cloud(id))));
  for (const [i, outcome] of outcomes.entries()) {
    const cloud = ids[i] as string;
    if (outcome.status === 'fulfilled') answers.values.push({ cloud, value: outcome.value });
    else answers.problems.push(problemOf(cloud, outcome.reason));
  }
  return answers;
}

export function problemOf(cloud: string, error: unknown): Problem {
  if (!isCloudError(error)) throw error;
  const { message, next = [], vendor } = error.details;
  const notInUse = error.code === 'unauthenticated' && vendor?.status === undefined;
  return { cloud, code: error.code, message: redactText(message), next, notInUse };
}

/**
 * Tells the problems on stderr. Clouds that nobody named and that are not in use are no failure, as long as another one answered: a
 * line each, and how to hear more.
 */
export function tellProblems({ values, problems }: Answers<unknown>, named: boolean): void {
  const excused = (problem: Problem) => !named && values.length > 0 && problem.notInUse;
  for (const problem of problems) {
    const { cloud, code, message, next } = problem;
    if (excused(problem)) {
      note(`${cloud}: not in use here, ${message.split(';')[0]} (--cloud ${cloud} tells what to do)`);
      continue;
    }
    note(`${cloud}: ${message} (${code})`);
    for (const line of nextLines(next)) note(line);
  }
  if (!problems.every(excused)) process.exitCode = EXIT.failed;
}
