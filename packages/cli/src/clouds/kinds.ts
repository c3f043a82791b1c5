import { KINDS } from '@hansa/sdk';
import { UsageError } from '../failure.js';

/** Names of kinds as given (`ssh-key` is `ssh_key`), or all. @throws UsageError for a kind that the model has not */
export function readKinds(given: readonly string[] | undefined): string[] {
  const known = KINDS.map(({ name }) => name as string);
  const wanted = given?.map((name) => name.replaceAll('-', '_'));
  const stray = wanted?.find((name) => !known.includes(name));
  if (stray !== undefined) throw new UsageError(`the model has no kind "${stray}"`, [`use ${known.join(', ')}`]);
  return wanted ?? known;
}
