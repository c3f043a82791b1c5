import { UsageError } from '../../failure.js';
import type { OffersOptions } from './index.js';

/** Words that a list of offers has no use for. */
const OF_PLACE = ['instances', 'near', 'spread', 'exclude', 'objective', 'policy', 'explain'] as const;
/** And those that a placement has none for: it chooses by requirements, policy and objective. */
const OF_LIST = ['region', 'maxPrice', 'currency', 'rate', 'sort', 'available', 'csv'] as const;

/** @throws UsageError where a word is given that would change nothing */
export function refuseIdle(options: OffersOptions): void {
  const idle = (options.place ? OF_LIST : OF_PLACE).find((name) => options[name] !== undefined);
  if (idle === undefined) return;
  const flag = `--${idle.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  throw new UsageError(`${flag} goes ${options.place ? 'without' : 'with'} --place`, [
    options.place
      ? 'with --place, say --country, --exclude, --policy and --objective'
      : 'add --place, or leave it away',
  ]);
}
