import { createHash } from 'node:crypto';
import type { Cell } from '../driver/cell.js';

/** Label that marks what a deployment made. */
export const OWNER_LABEL = 'hansa-owner';
/**
 * Label that marks what is not finished yet: made, but its maker has not said so to the one who asked. Its value is a digest of what nobody
 * can read back from the cloud: see {@link unfinishedLabels}.
 */
export const UNFINISHED_LABEL = 'hansa-create';

const OURS = /^hansa-/;

/** The labels that the user gave. */
export function userLabels(labels: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).filter(([key]) => !OURS.test(key)));
}

/** Of the labels that are the runtime's own or a cell's (`hansa-ip-range`), those that a finished thing keeps: all but the mark. */
export function lastingLabels(labels: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).filter(([key]) => OURS.test(key) && key !== UNFINISHED_LABEL));
}

/** Labels of a finished thing of `owner`. */
export function ownedLabels(labels: Readonly<Record<string, string>>, owner: string): Record<string, string> {
  return { ...labels, [OWNER_LABEL]: owner };
}

/**
 * Labels of a thing that is being made.
 *
 * @param unreadable what it is made with and never tells again (user data, SSH keys): a leftover that was made with other ones is not what
 * is wanted now. Four hexadecimal digits tell that, but for one case in 65,536, and give away no more than two bytes about a secret.
 */
export function unfinishedLabels(
  labels: Readonly<Record<string, string>>,
  owner: string,
  unreadable: unknown,
): Record<string, string> {
  const digest = createHash('sha256').update(JSON.stringify(unreadable)).digest('hex').slice(0, 4);
  return { ...ownedLabels(labels, owner), [UNFINISHED_LABEL]: digest };
}

export function isUnfinished(labels: Readonly<Record<string, string>>): boolean {
  return UNFINISHED_LABEL in labels;
}

/** Whether labels of this cell's things never change, so that what was marked as unfinished stays so for ever. */
export function keepsMark(cell: Cell): boolean {
  return !cell.update || cell.change?.['labels'] === 'replace';
}
