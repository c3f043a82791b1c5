import type { Place } from '../../places/index.js';
import type { Includes, NativeSize } from '../../sizes/native-size.js';
import type { UpCloudApi } from './api.js';
import { priceOf } from './prices.js';
import type { WirePlan } from './wire.js';

/** Plans, the same in every zone; the price list tells where they are sold. All are x86 (upcloud.com/pricing, read 2026-11). */
export async function sizes(api: UpCloudApi, place: Place): Promise<NativeSize[]> {
  const all = await plans(api);
  const readAt = new Date(api.clock.now()).toISOString();
  return Promise.all(
    all.map(async (plan) => {
      const price = await priceOf(api, place.id, `server_plan_${plan.name}`);
      return {
        id: plan.name,
        vcpus: plan.core_number,
        memoryGib: plan.memory_amount / 1024,
        // The root disk is made as large as is asked for, whatever storage the plan's price holds; so a change of plan leaves it alone.
        diskGib: null,
        architecture: 'x86' as const,
        // The API does not say on which plans cores are shared.
        cpu: 'unknown' as const,
        price: price && { ...price, source: 'GET /price', readAt, includes: includesOf(plan) },
        available: null,
        deprecated: plan.current_offering === 'no',
      };
    }),
  );
}

/** What the price of a plan holds, as far as the API tells. */
function includesOf({ storage_size, public_traffic_out }: WirePlan): Partial<Includes> {
  return {
    ...(storage_size == null ? {} : { storageGib: storage_size }),
    ...(public_traffic_out === undefined ? {} : { trafficGib: public_traffic_out }),
  };
}

/** One list serves all zones. */
export async function plans(api: UpCloudApi): Promise<readonly WirePlan[]> {
  return (await api.keep('plans', () => api.get<{ plan: WirePlan[] }>('/plan', 'plans'))).plan;
}
