interface Plan {
  name: string;
  core_number: number;
  memory_amount: number;
  storage_size: number;
  storage_tier: string | null;
  public_traffic_out: number;
  current_offering: 'yes' | 'no';
  family: string;
  /** Hundredths of a euro an hour in most zones. */
  price: number;
}

/** General purpose plans as recorded 2022-10 with their prices in de-fra1. */
const RECORDED = [
  ['1xCPU-1GB', 1, 1, 25, 1024, 0.744],
  ['1xCPU-2GB', 1, 2, 50, 2048, 1.488],
  ['2xCPU-4GB', 2, 4, 80, 4096, 2.9761],
  ['4xCPU-8GB', 4, 8, 160, 5120, 5.9523],
  ['6xCPU-16GB', 6, 16, 320, 6144, 11.9047],
  ['8xCPU-32GB', 8, 32, 640, 7168, 23.8095],
  ['12xCPU-48GB', 12, 48, 960, 9216, 35.7142],
  ['16xCPU-64GB', 16, 64, 1280, 10240, 47.619],
  ['20xCPU-96GB', 20, 96, 1920, 12288, 71.4285],
  ['20xCPU-128GB', 20, 128, 2048, 24576, 95.238],
] as const;

/** Names and forms of the newer families (upcloud.com/pricing and examples of upcloud-cli, read 2026-11); what they cost here is ours. */
const NEWER = [
  ['DEV-1xCPU-1GB', 1, 1, 20, 'developer', 0.6696],
  ['DEV-1xCPU-2GB', 1, 2, 30, 'developer', 1.1904],
  ['DEV-2xCPU-4GB', 2, 4, 60, 'developer', 2.6785],
  ['CLOUDNATIVE-2xCPU-4GB', 2, 4, 0, 'cloud_native', 2.8],
  ['CLOUDNATIVE-4xCPU-8GB', 4, 8, 0, 'cloud_native', 5.6],
] as const;

export const plans: readonly Plan[] = [
  ...RECORDED.map(([name, cores, gib, disk, traffic, price]) => ({
    name,
    core_number: cores,
    memory_amount: gib * 1024,
    storage_size: disk,
    storage_tier: 'maxiops',
    public_traffic_out: traffic,
    current_offering: 'yes' as const,
    family: 'general_purpose',
    price,
  })),
  ...NEWER.map(([name, cores, gib, disk, family, price]) => ({
    name,
    core_number: cores,
    memory_amount: gib * 1024,
    storage_size: disk,
    storage_tier: disk === 0 ? null : 'standard',
    public_traffic_out: 0,
    current_offering: 'yes' as const,
    family,
    price,
  })),
];

export function planNamed(name: string): Plan | undefined {
  return plans.find((plan) => plan.name === name);
}
