/** What is sold where. SECA gives no catalogue: names and sizes are ours, tiers those of its mock data (conformance `wiremock/`, read 2026-11). */
export const REGIONS: Readonly<Record<string, readonly string[]>> = {
  'eu-central': ['a', 'b'],
  'eu-south': ['a'],
};

/** The providers of a region. */
export const PROVIDERS = ['workspace', 'compute', 'storage', 'network'] as const;

export interface InstanceSku {
  name: string;
  tier: string;
  architecture: 'amd64' | 'arm64';
  vCPU: number;
  ram: number;
}

const sku = (name: string, tier: string, vCPU: number, ram: number, architecture: 'amd64' | 'arm64' = 'amd64') => ({
  name,
  tier,
  architecture,
  vCPU,
  ram,
});

export const INSTANCE_SKUS: readonly InstanceSku[] = [
  sku('seca.dxs', 'DXS', 1, 2),
  sku('seca.d2xs', 'D2XS', 2, 4),
  sku('seca.dm', 'DM', 4, 8),
  sku('seca.dl', 'DL', 8, 16),
  sku('seca.dxl', 'DXL', 16, 32),
  sku('seca.as', 'AS', 2, 4, 'arm64'),
];

export const STORAGE_SKUS = [
  { name: 'seca.rd500', tier: 'RD500', iops: 500, minVolumeSize: 1, type: 'remote-durable' },
  { name: 'seca.rd2k', tier: 'RD2K', iops: 2000, minVolumeSize: 20, type: 'remote-durable' },
  { name: 'seca.le20k', tier: 'LE20K', iops: 20_000, minVolumeSize: 10, type: 'local-ephemeral' },
] as const;

export const NETWORK_SKUS = [
  { name: 'seca.n1k', tier: 'N1K', bandwidth: 1000, packets: 10_000 },
  { name: 'seca.n10k', tier: 'N10K', bandwidth: 10_000, packets: 100_000 },
] as const;

/** Images that every tenant sees. */
export const IMAGES = [
  { name: 'debian-12', architecture: 'amd64', sizeGB: 3 },
  { name: 'debian-13', architecture: 'amd64', sizeGB: 3 },
  { name: 'ubuntu-22.04', architecture: 'amd64', sizeGB: 4 },
  { name: 'ubuntu-24.04', architecture: 'amd64', sizeGB: 4 },
  { name: 'debian-12-arm64', architecture: 'arm64', sizeGB: 3 },
] as const;
