import { Labels } from '../../kinds/model/index.js';

/** Tags that cells keep for themselves; they are no labels. */
const INTERNAL = ['hansa-ip-range', 'hansa-root-of', 'hansa-server'];

/** Scaleway's tags are plain strings: a label is written `key=value`. */
export function toTags(labels: Readonly<Record<string, string>>): string[] {
  return Object.entries(labels).map(([key, value]) => tag(key, value));
}

export function tag(key: string, value: string): string {
  return `${key}=${value}`;
}

/** The labels among `tags`. What has no `=`, or what the model's labels cannot carry, is somebody else's tag and stays out. */
export function toLabels(tags: readonly string[]): Record<string, string> {
  return Object.fromEntries(tags.flatMap((one) => labelIn(one) ?? []));
}

/** `labels` as tags, with all tags of `current` that are no labels: no one's tag is ever lost. */
export function retagged(current: readonly string[], labels: Readonly<Record<string, string>>): string[] {
  return [...toTags(labels), ...current.filter((one) => !labelIn(one))];
}

/** The value of the internal tag `key`. */
export function tagValue(tags: readonly string[], key: string): string | undefined {
  return tags.find((one) => one.startsWith(`${key}=`))?.slice(key.length + 1);
}

/** The tags that only things of one owner have, as a filter of lists. */
export function ownerTag(owner: string | undefined): string | undefined {
  return owner === undefined ? undefined : tag('hansa-owner', owner);
}

function labelIn(text: string): [string, string][] | undefined {
  const at = text.indexOf('=');
  if (at < 1) return undefined;
  const [key, value] = [text.slice(0, at), text.slice(at + 1)];
  if (INTERNAL.includes(key)) return undefined;
  if (key.startsWith('hansa-') || Labels.safeParse({ [key]: value }).success) return [[key, value]];
  return undefined;
}
