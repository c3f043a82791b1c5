import type { UpCloudApi } from './api.js';
import { toWireLabels } from './labels.js';
import { path } from './path.js';
import type { WireServerGroup } from './wire.js';

/** Label that says for which kind a server group stands. */
export const KIND = 'hansa-kind';

/**
 * Server groups that stand for something which UpCloud has not, or which carries no labels there. A group without servers costs nothing
 * (GET /price names no price of one, recorded traffic of UpCloudLtd/upcloud-go-api), has a title and labels, and is found by them.
 */
export function marks(api: UpCloudApi, query: { label: readonly string[] }): Promise<WireServerGroup[]> {
  return api.list<WireServerGroup>('/server-group', ['server_groups', 'server_group'], query);
}

export function markNow(api: UpCloudApi, id: string): Promise<WireServerGroup | undefined> {
  return api.find<WireServerGroup>(path`/server-group/${id}`, 'server_group');
}

export async function relabel(
  api: UpCloudApi,
  id: string,
  labels: Readonly<Record<string, string>>,
  title?: string,
): Promise<void> {
  const group = { labels: { label: toWireLabels(labels) }, ...(title === undefined ? {} : { title }) };
  await api.patch(path`/server-group/${id}`, { server_group: group });
}
