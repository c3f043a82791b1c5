import { CloudError } from '../../errors/index.js';
import type { ProbeResult } from '../../runtime/driver/cloud.js';
import type { OvhApi } from './api.js';
import type { WireOperation } from './wire.js';

/** From so many operations on, the list of all is cheaper than one request each. */
const LIST_FROM = 3;

/** How operations stand. One that is no longer known has ended: they are kept for a while only. */
export async function pollOperations(api: OvhApi, keys: readonly string[]): Promise<Map<string, ProbeResult>> {
  const all = keys.length < LIST_FROM ? await each(api, keys) : await api.list<WireOperation>(api.paths.operations());
  const known = new Map(all.map((one) => [one.id, one]));
  return new Map(keys.map((key) => [key, resultOf(known.get(key))]));
}

async function each(api: OvhApi, keys: readonly string[]): Promise<WireOperation[]> {
  const found = await Promise.all(keys.map((key) => api.find<WireOperation>(api.paths.operations(key))));
  return found.flatMap((one) => one ?? []);
}

/** Whether it has not ended yet. */
export function isPending({ status }: WireOperation): boolean {
  return status === 'created' || status === 'in-progress' || status === 'unknown';
}

function resultOf(operation: WireOperation | undefined): ProbeResult {
  if (!operation || operation.status === 'completed') return 'done';
  return isPending(operation) ? 'pending' : failed(operation);
}

/** OVHcloud tells no reason with an operation that failed. */
function failed({ id, action, status }: WireOperation): CloudError {
  return new CloudError('unavailable', {
    message: `the operation ${action} ended with "${status}"; OVHcloud does not say why`,
    next: ['run again', `look at it in the control panel (operation ${id})`],
    vendor: { code: status, requestId: id },
  });
}
