import { isCloudError } from '../../errors/index.js';

/** What `asked` answers; undefined where the vendor says that the thing is not there. */
export async function unlessGone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isCloudError(error, 'not-found')) return undefined;
    throw error;
  }
}
