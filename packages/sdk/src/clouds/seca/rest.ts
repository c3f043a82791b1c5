import { CloudError } from '../../errors/index.js';
import type { ProbeResult } from '../../runtime/driver/cloud.js';
import type { SecaApi } from './api.js';
import type { Wire } from './wire.js';

/** Looks how resources are that belong to a thing and are none of the model's own. Keys are `region path`; several are asked side by side. */
export const probes = {
  /** Until nothing is under way on it; gone is at rest. */
  rest: { batch: 10, poll: (api: SecaApi, keys: readonly string[]) => each(api, keys, atRest) },
  gone: {
    batch: 10,
    poll: (api: SecaApi, keys: readonly string[]) => each(api, keys, (seen) => (seen ? 'pending' : 'done')),
  },
};

/** Waits for it with {@link probes}. */
export function operation(probe: keyof typeof probes, region: string, path: string) {
  return { probe, key: `${region} ${path}` };
}

function atRest(seen: Wire | undefined): ProbeResult {
  const state = seen?.status?.state ?? 'active';
  if (state !== 'error') return state === 'active' ? 'done' : 'pending';
  const [newest] = seen?.status?.conditions ?? [];
  return new CloudError('unavailable', {
    message: `${seen?.metadata.name} failed${newest?.message ? `: ${newest.message}` : ''}`,
    next: ['run again', 'ask the provider, should it fail again'],
  });
}

async function each(
  api: SecaApi,
  keys: readonly string[],
  told: (seen: Wire | undefined) => ProbeResult,
): Promise<Map<string, ProbeResult>> {
  const answers = keys.map(async (key): Promise<[string, ProbeResult]> => {
    const [region = '', path = ''] = key.split(' ');
    return [key, told(await api.get<Wire>(region, path))];
  });
  return new Map(await Promise.all(answers));
}
