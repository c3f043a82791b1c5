import { retagged, tag, tagValue, toLabels } from './tags.js';

/** Flexible IPs have no name: it stands in this tag. */
const NAME = 'hansa-name';

/** Tags of an address: its name, its labels, and what others have tagged it with. */
export function markedName(
  name: string,
  labels: Readonly<Record<string, string>>,
  current: readonly string[],
): string[] {
  const { [NAME]: _, ...rest } = labels;
  return [tag(NAME, name), ...retagged(current, rest)];
}

/** Name and labels of an address; one that nobody named is called `unnamed`. */
export function unmarkedTags(
  tags: readonly string[],
  unnamed: string,
): { name: string; labels: Record<string, string> } {
  const { [NAME]: _, ...labels } = toLabels(tags);
  return { name: tagValue(tags, NAME) ?? unnamed, labels };
}
