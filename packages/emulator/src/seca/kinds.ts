import * as z from 'zod';

/** Limits of the generated types of go-sdk 793c4d0 (specification 1.7, read 2026-11), as far as they matter here. */
const reference = z.union([
  z.string().min(1),
  z.object({
    resource: z.string().min(1).max(256),
    provider: z.string().optional(),
    region: z.string().optional(),
    tenant: z.string().optional(),
    workspace: z.string().optional(),
  }),
]);
export type Reference = z.output<typeof reference>;

const ip = z.union([z.ipv4(), z.ipv6()]);
const cidr = z.object({ ipv4: z.cidrv4().optional(), ipv6: z.cidrv6().optional() });
const volume = z.object({ deviceRef: reference, type: z.literal('virtio').optional() });
const port = z.int().min(1).max(65_535);
const zone = z.string().min(1).max(32);
const rule = z.object({
  direction: z.enum(['ingress', 'egress']),
  protocol: z.enum(['tcp', 'udp', 'tcp+udp', 'icmp']).optional(),
  // The go-sdk leaves a port 0 out: what it then sends names no port at all.
  ports: z
    .object({ from: port.optional(), to: port.optional(), list: z.array(port).max(100).optional() })
    .refine((ports) => Object.keys(ports).length > 0, 'a port is missing')
    .optional(),
  icmp: z.object({ type: z.int().min(0).max(8), code: z.int().min(0).max(5) }).optional(),
  sourceRef: z.array(reference).max(32).optional(),
  version: z.enum(['IPv4', 'IPv6']).optional(),
});

interface KindFacts {
  provider: 'authorization' | 'workspace' | 'storage' | 'compute' | 'network';
  path: string;
  /** In what it stands, besides the tenant. */
  inside: 'tenant' | 'workspace' | 'network';
  spec: z.ZodType;
  /** It stands in no region. */
  everywhere?: true;
  /** Fields that never change. */
  fixed?: readonly string[];
}

const names = (most: number, longest = 64) => z.array(z.string().min(1).max(longest)).min(1).max(most);
const verb = z
  .string()
  .max(7)
  .regex(/^(get|put|post|delete|\*)$/i);

/** The types of resources. */
export const KINDS = {
  role: {
    provider: 'authorization',
    path: 'roles',
    inside: 'tenant',
    everywhere: true,
    spec: z.object({
      permissions: z
        .array(
          z.object({
            provider: z.string().min(1).max(64),
            resources: names(256, 256),
            verb: z.array(verb).min(1).max(16),
          }),
        )
        .min(1)
        .max(256),
    }),
  },
  'role-assignment': {
    provider: 'authorization',
    path: 'role-assignments',
    inside: 'tenant',
    everywhere: true,
    spec: z.object({
      roles: names(32),
      subs: names(256, 128),
      scopes: z
        .array(
          z.object({
            tenants: names(64).optional(),
            regions: names(64).optional(),
            workspaces: names(256).optional(),
          }),
        )
        .min(1)
        .max(256),
    }),
  },
  workspace: { provider: 'workspace', path: 'workspaces', inside: 'tenant', spec: z.object({}) },
  image: {
    provider: 'storage',
    path: 'images',
    inside: 'tenant',
    spec: z.object({
      blockStorageRef: reference,
      cpuArchitecture: z.enum(['amd64', 'arm64']),
      boot: z.enum(['UEFI', 'BIOS']).optional(),
      initializer: z.enum(['none', 'cloudinit-22']).optional(),
    }),
  },
  'block-storage': {
    provider: 'storage',
    path: 'block-storages',
    inside: 'workspace',
    spec: z.object({ sizeGB: z.int().min(1).max(1_000_000), skuRef: reference, sourceImageRef: reference.optional() }),
    fixed: ['skuRef', 'sourceImageRef'],
  },
  instance: {
    provider: 'compute',
    path: 'instances',
    inside: 'workspace',
    spec: z.object({
      skuRef: reference,
      zone,
      bootVolume: volume,
      dataVolumes: z.array(volume).max(64).optional(),
      primaryNicRef: reference.optional(),
      additionalNicRefs: z.array(reference).max(16).optional(),
      securityGroupRef: reference.optional(),
      antiAffinityGroup: z.string().max(64).optional(),
      sshKeys: z.array(z.string().min(1).max(4096)).max(32).optional(),
      userData: z.string().max(65_536).optional(),
    }),
    fixed: ['skuRef', 'zone'],
  },
  network: {
    provider: 'network',
    path: 'networks',
    inside: 'workspace',
    spec: z.object({ cidr, additionalCidrs: z.array(cidr).max(32).optional(), skuRef: reference }),
  },
  subnet: {
    provider: 'network',
    path: 'subnets',
    inside: 'network',
    spec: z.object({ cidr, routeTableRef: reference, zone, skuRef: reference.optional() }),
  },
  'routing-table': {
    provider: 'network',
    path: 'route-tables',
    inside: 'network',
    spec: z.object({
      routes: z
        .array(z.object({ destinationCidrBlock: z.string().min(1).max(43), targetRef: reference }))
        .min(1)
        .max(1000),
    }),
  },
  'internet-gateway': {
    provider: 'network',
    path: 'internet-gateways',
    inside: 'workspace',
    spec: z.object({ egressOnly: z.boolean().optional() }),
  },
  nic: {
    provider: 'network',
    path: 'nics',
    inside: 'workspace',
    spec: z.object({
      addresses: z.array(ip).min(1).max(32),
      subnetRef: reference,
      publicIpRefs: z.array(reference).max(16).optional(),
      securityGroupRefs: z.array(reference).max(16).optional(),
      skuRef: reference.optional(),
    }),
    fixed: ['skuRef'],
  },
  'public-ip': {
    provider: 'network',
    path: 'public-ips',
    inside: 'workspace',
    spec: z.object({ version: z.enum(['IPv4', 'IPv6']), address: ip.optional() }),
  },
  'security-group': {
    provider: 'network',
    path: 'security-groups',
    inside: 'workspace',
    spec: z.object({ rules: z.array(rule).max(500).optional(), ruleRefs: z.array(reference).max(500).optional() }),
  },
  'security-group-rule': { provider: 'network', path: 'security-group-rules', inside: 'workspace', spec: rule },
} as const satisfies Record<string, KindFacts>;

export type Kind = keyof typeof KINDS;

export function factsOf(kind: Kind): KindFacts {
  return KINDS[kind];
}
