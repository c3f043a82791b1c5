import type { HetznerApi } from './api.js';

/** Name and labels of any thing, changed in place; given labels replace all that were there. */
export async function rename(
  api: HetznerApi,
  thing: string,
  { name, labels }: { name?: string; labels?: Record<string, string> },
): Promise<void> {
  if (name === undefined && labels === undefined) return;
  await api.put(thing, { name, labels });
}
