import type { Place } from '../../places/index.js';
import type { NativeSize, Price } from '../../sizes/native-size.js';
import type { SecaApi } from './api.js';
import type { WireSku } from './wire.js';

/** Instance SKUs: the same in all zones of a region, as far as SECA tells. The root disk is a block storage of its own. */
export async function sizes(api: SecaApi, place: Place): Promise<NativeSize[]> {
  const readAt = new Date(api.clock.now()).toISOString();
  return (await instanceSkus(api, place.scopes.region)).flatMap(({ metadata, labels, annotations, spec }) =>
    spec
      ? {
          id: metadata.name,
          vcpus: spec.vCPU,
          memoryGib: spec.ram,
          diskGib: null,
          architecture: architectureOf(labels) === 'arm64' ? ('arm' as const) : ('x86' as const),
          cpu: 'unknown' as const,
          price: priceIn(annotations, readAt),
          available: null,
          deprecated: false,
        }
      : [],
  );
}

export function instanceSkus(api: SecaApi, region: string): Promise<WireSku[]> {
  return api.offered<WireSku>(region, 'seca.compute', 'skus');
}

/** A label of SECA's mock data, in whatever case (conformance `wiremock/` and `constants/test.go`, read 2026-11). */
function architectureOf(labels: WireSku['labels']): string | undefined {
  return Object.entries(labels ?? {}).find(([key]) => key.toLowerCase() === 'architecture')?.[1];
}

/** SECA has no prices. Hansa's own gateway writes its cloud's into annotations. */
function priceIn(annotations: WireSku['annotations'], readAt: string): Price | null {
  const [perMonth, currency] = [annotations?.['price-per-month'], annotations?.['price-currency']];
  if (!perMonth || !currency || !Number.isFinite(Number(perMonth))) return null;
  return { perHour: null, perMonth: Number(perMonth), currency, source: 'GET /v1/tenants/{tenant}/skus', readAt };
}
