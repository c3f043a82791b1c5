import { CloudError } from '../../errors/index.js';

/** One thing wrong in a user's file. */
export interface Mistake {
  file: string;
  /** Where the file can tell. */
  line?: number;
  /** `clouds.hetzner.claims[0].level`. */
  path: string;
  message: string;
  next: string;
}

/** All that is wrong in a file as one error, a line a mistake. */
export function mistakesError(mistakes: readonly Mistake[]): CloudError {
  const [first, ...more] = mistakes.map(
    ({ file, line, path, message }) => `${file}${line ? `:${line}` : ''}: ${path ? `${path}: ` : ''}${message}`,
  );
  return new CloudError('invalid', {
    message: [first, ...more].join('\n'),
    next: [...new Set(mistakes.map(({ next }) => next))],
  });
}

/** A path as people write it. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i ? '.' : ''}${String(key)}`)).join('');
}
