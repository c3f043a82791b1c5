import type { CloudRequest, Reply, Route } from '../core/http.js';
import { INSTANCE_SKUS, NETWORK_SKUS, PROVIDERS, REGIONS, STORAGE_SKUS } from './catalogue.js';
import { missing } from './errors.js';
import { listed } from './listing.js';
import type { Json } from './records.js';
import { whereOf } from './resources.js';
import type { World } from './world.js';

const SINCE = '2026-01-01T00:00:00.000Z';

/** Where the API is, what regions there are, and what is sold in them. */
export function discovery(world: World): Route[] {
  const regions = '/providers/seca.region/v1/regions';
  return [
    {
      method: 'GET',
      path: '/.wellknown/secapi',
      handle: (request) => {
        const endpoints = ['seca.region', 'seca.authorization'].map((provider) => ({
          provider,
          url: `${baseOf(request)}/providers/${provider}`,
        }));
        return { status: 200, body: { version: 'v1', endpoints } };
      },
    },
    {
      method: 'GET',
      path: regions,
      handle: (request) => {
        const all = Object.keys(REGIONS).map((name) => regionOf(request, name));
        return { status: 200, body: listed(request, 'seca.region', 'regions', all) };
      },
    },
    {
      method: 'GET',
      path: `${regions}/{name}`,
      handle: (request) => {
        const { name = '' } = request.params;
        if (!(name in REGIONS)) throw missing(`region ${name}`);
        return { status: 200, body: regionOf(request, name) };
      },
    },
    ...(['compute', 'storage', 'network'] as const).flatMap((provider) => skus(world, provider)),
  ];
}

function skus(world: World, provider: 'compute' | 'storage' | 'network'): Route[] {
  const path = `/{region}/providers/seca.${provider}/v1/tenants/{tenant}/skus`;
  const all = (request: CloudRequest): Json[] => {
    const { region, tenant } = whereOf(world, request, 'image');
    return SOLD[provider]().map(({ name, labels, spec }) => ({
      metadata: {
        name,
        provider: `seca.${provider}/v1`,
        resource: `skus/${name}`,
        ref: `seca.${provider}/v1/tenants/${tenant}/skus/${name}`,
        kind: provider === 'compute' ? 'instance-sku' : `${provider}-sku`,
        apiVersion: 'v1',
        verb: 'GET',
        tenant,
        region,
      },
      labels,
      spec,
    }));
  };
  const handle = (request: CloudRequest): Reply => ({
    status: 200,
    body: listed(request, `seca.${provider}`, 'skus', all(request)),
  });
  const one = (request: CloudRequest): Reply => {
    const name = request.params['name'];
    const found = all(request).find(({ metadata }) => (metadata as Json)['name'] === name);
    if (!found) throw missing(`SKU ${name}`);
    return { status: 200, body: found };
  };
  return [
    { method: 'GET', path, handle },
    { method: 'GET', path: `${path}/{name}`, handle: one },
  ];
}

interface Sold {
  name: string;
  labels: Json;
  spec: Json;
}

const SOLD: Readonly<Record<'compute' | 'storage' | 'network', () => Sold[]>> = {
  compute: () =>
    INSTANCE_SKUS.map(({ name, tier, architecture, vCPU, ram }) => ({
      name,
      labels: { Provider: 'seca', Tier: tier, Architecture: architecture },
      spec: { vCPU, ram },
    })),
  storage: () =>
    STORAGE_SKUS.map(({ name, tier, ...spec }) => ({ name, labels: { Provider: 'seca', Tier: tier }, spec })),
  network: () =>
    NETWORK_SKUS.map(({ name, tier, ...spec }) => ({ name, labels: { Provider: 'seca', Tier: tier }, spec })),
};

function regionOf(request: CloudRequest, name: string): Json {
  return {
    metadata: {
      name,
      provider: 'seca.region/v1',
      resource: `regions/${name}`,
      ref: `seca.region/v1/regions/${name}`,
      kind: 'region',
      apiVersion: 'v1',
      verb: 'GET',
      resourceVersion: 1,
      createdAt: SINCE,
      lastModifiedAt: SINCE,
    },
    spec: {
      availableZones: REGIONS[name],
      providers: PROVIDERS.map((provider) => ({
        name: `seca.${provider}`,
        version: 'v1',
        url: `${baseOf(request)}/${name}/providers/seca.${provider}`,
      })),
    },
  };
}

/** The URL up to the cloud's prefix. */
function baseOf({ url, path }: CloudRequest): string {
  return url.origin + url.pathname.slice(0, url.pathname.length - path.length);
}
