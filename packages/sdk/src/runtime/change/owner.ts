/** Label that marks what a deployment made. */
export const OWNER_LABEL = 'hansa-owner';
/** Label that marks what is not finished yet: made, but its maker has not said so to the one who asked. */
export const UNFINISHED_LABEL = 'hansa-create';

const OURS = /^hansa-/;

/** The labels that the user gave. */
export function userLabels(labels: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).filter(([key]) => !OURS.test(key)));
}

/** The labels that are the runtime's own or a cell's (`hansa-ip-range`). */
export function ourLabels(labels: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).filter(([key]) => OURS.test(key)));
}

/** Labels of a finished thing of `owner`. */
export function ownedLabels(labels: Readonly<Record<string, string>>, owner: string): Record<string, string> {
  return { ...labels, [OWNER_LABEL]: owner };
}

/** Labels of a thing that is being made. */
export function unfinishedLabels(labels: Readonly<Record<string, string>>, owner: string): Record<string, string> {
  return { ...ownedLabels(labels, owner), [UNFINISHED_LABEL]: 'unfinished' };
}

export function isUnfinished(labels: Readonly<Record<string, string>>): boolean {
  return UNFINISHED_LABEL in labels;
}
