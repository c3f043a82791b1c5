import type { CloudHandle, NativeImage, NativeSize } from '@hansa/sdk';
import { kebab } from '../model/kebab.js';
import type { Region } from './regions.js';

/** A size as an instance SKU. */
export interface InstanceSku {
  name: string;
  vCPU: number;
  /** GiB; SECA counts whole ones. */
  ram: number;
  architecture: 'amd64' | 'arm64';
  /** The cloud's own id of the size in each zone that sells it. */
  sizes: Map<string, NativeSize>;
}

/** An image of the cloud's own. */
export interface CatalogueImage {
  name: string;
  /** What the SDK takes: `debian-12`. */
  image: string;
  architecture: 'amd64' | 'arm64';
}

/** Most vCPUs and memory that an instance SKU can say (go-sdk, `InstanceSkuSpec`, read 2026-11). */
const MOST_VCPU = 60;
const MOST_RAM = 65_536;
/** How long what the cloud sells is believed, ms: its stock changes within hours. */
const KEEP_MS = 10 * 60_000;

/** What the cloud sells in each region. */
export class Catalogue {
  private readonly kept = new Map<string, { until: number; value: Promise<unknown> }>();

  constructor(
    private readonly cloud: CloudHandle,
    private readonly now: () => number,
  ) {}

  skus(region: Region): Promise<InstanceSku[]> {
    return this.keep(`skus ${region.name}`, async () => {
      const skus = new Map<string, InstanceSku>();
      for (const zone of region.zones)
        for (const size of await this.cloud.sizes(zone.id)) {
          const sku = toSku(size);
          if (!sku) continue;
          const known = skus.get(sku.name) ?? sku;
          known.sizes.set(zone.id, size);
          skus.set(sku.name, known);
        }
      return [...skus.values()].sort(byName);
    });
  }

  images(region: Region): Promise<CatalogueImage[]> {
    return this.keep(`images ${region.name}`, async () => {
      const images = new Map<string, CatalogueImage>();
      for (const zone of region.zones)
        for (const image of await this.cloud.images(zone.id)) {
          const one = toImage(image);
          if (one) images.set(one.name, one);
        }
      return [...images.values()].sort(byName);
    });
  }

  private keep<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.kept.get(key);
    if (known && known.until > this.now()) return known.value as Promise<T>;
    const value = ask();
    this.kept.set(key, { until: this.now() + KEEP_MS, value });
    value.catch(() => this.kept.delete(key));
    return value;
  }
}

/** Undefined for what cannot be ordered now, and for what SECA has no words for. */
function toSku(size: NativeSize): InstanceSku | undefined {
  const { id, vcpus, memoryGib } = size;
  if (size.deprecated || size.available === false) return undefined;
  if (!Number.isInteger(memoryGib) || memoryGib > MOST_RAM || vcpus > MOST_VCPU || vcpus < 1) return undefined;
  const architecture = size.architecture === 'arm' ? 'arm64' : 'amd64';
  return { name: kebab(id), vCPU: vcpus, ram: memoryGib, architecture, sizes: new Map() };
}

function toImage({ name, architecture, deprecated }: NativeImage): CatalogueImage | undefined {
  if (name === null || deprecated) return undefined;
  return architecture === 'arm'
    ? { name: `${kebab(name)}-arm64`, image: name, architecture: 'arm64' }
    : { name: kebab(name), image: name, architecture: 'amd64' };
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}
