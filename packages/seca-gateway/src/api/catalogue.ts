import type { CatalogueImage, InstanceSku } from '../cloud/catalogue.js';
import type { Region } from '../cloud/regions.js';
import { REGIONAL_PROVIDERS, VERSION } from '../model/types.js';
import { STANDARD_SKU } from '../work/references.js';
import type { Listed } from './page.js';

/** Where a catalogue's thing stands. */
interface Where {
  tenant: string;
  region: string;
  verb: string;
}

/**
 * Tiers of instance SKUs by size, the smallest first: the names that SECA's suite uses (conformance bb6f5fb, read 2026-11). That they
 * go by what a region sells is our reading: SECA says nowhere how large each is, and the suite wants one of the smallest in every region.
 */
const TIERS = ['D2XS', 'DXS', 'DS'] as const;

/** The tiers of what a region sells: a size is vCPUs and memory, whatever the architecture. */
export function tiersOf(skus: readonly InstanceSku[]): (sku: InstanceSku) => string | undefined {
  const sizeOf = ({ vCPU, ram }: InstanceSku) => vCPU * 1e6 + ram;
  const sizes = [...new Set(skus.map(sizeOf))].sort((a, b) => a - b);
  return (sku) => TIERS[sizes.indexOf(sizeOf(sku))];
}

/** A region, with the endpoints at which its providers answer. @param url of the gateway */
export function regionBody({ name, zones }: Region, url: string, since: string, verb: string): object {
  return {
    metadata: {
      name,
      provider: `seca.region/${VERSION}`,
      resource: `regions/${name}`,
      ref: `seca.region/${VERSION}/regions/${name}`,
      kind: 'region',
      apiVersion: VERSION,
      verb,
      resourceVersion: 1,
      createdAt: since,
      lastModifiedAt: since,
    },
    spec: {
      availableZones: zones.map((zone) => zone.id),
      providers: REGIONAL_PROVIDERS.map((provider) => ({
        name: provider,
        version: VERSION,
        url: `${url}/regions/${name}/providers/${provider}`,
      })),
    },
  };
}

/** An instance SKU. SECA has no words for prices: they stand in annotations, for the cheapest zone. */
export function instanceSku(
  { name, vCPU, ram, architecture, sizes }: InstanceSku,
  tier: string | undefined,
  at: Where,
): Listed {
  const prices = [...sizes.values()].flatMap(({ price }) => (price?.perMonth == null ? [] : [price]));
  const [cheapest] = prices.sort((a, b) => Number(a.perMonth) - Number(b.perMonth));
  return sku('seca.compute', 'instance-sku', name, at, {
    labels: { Architecture: architecture, ...(tier ? { Tier: tier } : {}) },
    annotations: {
      zones: [...sizes.keys()].join(','),
      ...(cheapest ? { 'price-per-month': String(cheapest.perMonth), 'price-currency': cheapest.currency } : {}),
    },
    spec: { vCPU, ram },
  });
}

/** The one SKU of storage. What the cloud's volumes can do is not known to the SDK: these are the least that SECA can say. */
export function storageSku(at: Where): Listed {
  const spec = { iops: 1, minVolumeSize: 1, type: 'remote-durable' };
  return sku('seca.storage', 'storage-sku', STANDARD_SKU, at, { labels: {}, annotations: NOT_KNOWN, spec });
}

/** The one SKU of networks; see {@link storageSku}. */
export function networkSku(at: Where): Listed {
  const spec = { bandwidth: 1, packets: 1 };
  return sku('seca.network', 'network-sku', STANDARD_SKU, at, { labels: {}, annotations: NOT_KNOWN, spec });
}

const NOT_KNOWN = {
  description: "the cloud's own standard; its figures are not known, and those here are placeholders",
};

/** An image of the cloud's own: there for every tenant, and nobody's to change. The block storage that SECA wants it to have is none. */
export function catalogueImage({ name, architecture }: CatalogueImage, at: Where, since: string): Listed {
  const body = {
    metadata: {
      ...metadata('seca.storage', 'image', 'images', name, at),
      resourceVersion: 1,
      createdAt: since,
      lastModifiedAt: since,
    },
    labels: { catalogue: 'true' },
    spec: {
      blockStorageRef: { resource: `block-storages/${name}`, workspace: 'catalogue' },
      cpuArchitecture: architecture,
      initializer: 'cloudinit-22',
    },
    status: { state: 'active', conditions: [{ state: 'active', lastTransitionAt: since }] },
  };
  return { name, labels: body.labels, body };
}

interface Content {
  labels: Record<string, string>;
  annotations: Record<string, string>;
  spec: object;
}

function sku(provider: string, kind: string, name: string, at: Where, content: Content): Listed {
  const body = { metadata: metadata(provider, kind, 'skus', name, at), ...content };
  return { name, labels: content.labels, body };
}

function metadata(provider: string, kind: string, path: string, name: string, { tenant, region, verb }: Where): object {
  return {
    name,
    provider: `${provider}/${VERSION}`,
    resource: `${path}/${name}`,
    ref: `${provider}/${VERSION}/tenants/${tenant}/${path}/${name}`,
    kind,
    apiVersion: VERSION,
    verb,
    tenant,
    region,
  };
}
