import { isIP } from 'node:net';
import * as z from 'zod';
import { isCidr } from './cidr.js';

/** The wire's own limits, from the generated types of eu-sovereign-cloud/go-sdk 793c4d0 (specification 1.7, read 2026-11). */
const text = (max: number, min = 0) => z.string().min(min).max(max);
const name64 = text(64, 1);

/** A reference: what its `resource` leaves out is that of the resource that refers. A plain text is taken for its `resource`. */
export const Reference = z.preprocess(
  (value) => (typeof value === 'string' ? { resource: value } : value),
  z.object({
    resource: text(256, 1),
    provider: text(64).optional(),
    region: text(64).optional(),
    tenant: text(64).optional(),
    workspace: text(64).optional(),
  }),
);
export type Reference = z.output<typeof Reference>;

const block = (family: 4 | 6, min: number, max: number) =>
  z.union([z.literal(''), text(max, min).refine((cidr) => isCidr(cidr, family), `use an IPv${family} CIDR block`)]);
const Cidr = z.object({ ipv4: block(4, 9, 18).optional(), ipv6: block(6, 4, 43).optional() });
const Ip = text(39).refine((ip) => isIP(ip) > 0, 'use an IP address');
const Zone = text(32, 1);
const Volume = z.object({ deviceRef: Reference, type: z.enum(['virtio']).default('virtio') });
const Port = z.int().min(1).max(65_535);
/** Ports that name none mean nothing. SECA's Go client sends them where it was given a 0, which it leaves out. */
const Ports = z
  .object({ from: Port.optional(), to: Port.optional(), list: z.array(Port).max(100).optional() })
  .refine(({ from, to, list = [] }) => from !== undefined || to !== undefined || list.length > 0, 'name a port');
const IpVersion = z.enum(['IPv4', 'IPv6']);

const Rule = z.object({
  annotations: z.record(z.string(), text(1024)).optional(),
  direction: z.enum(['ingress', 'egress']),
  protocol: z.enum(['tcp', 'udp', 'tcp+udp', 'icmp']).optional(),
  ports: Ports.optional(),
  icmp: z.object({ type: z.int().min(0).max(8), code: z.int().min(0).max(5) }).optional(),
  sourceRef: z.array(Reference).max(32).optional(),
  version: IpVersion.optional(),
});
export type Rule = z.output<typeof Rule>;

const VERBS = ['GET', 'PUT', 'POST', 'DELETE', '*'];
const Permission = z.object({
  provider: name64,
  resources: z.array(text(256, 1)).min(1).max(256),
  verb: z
    .array(text(7, 1).refine((verb) => VERBS.includes(verb.toUpperCase()), `use one of ${VERBS.join(', ')}`))
    .min(1)
    .max(16),
});
const AssignmentScope = z.object({
  tenants: z.array(name64).max(64).optional(),
  regions: z.array(name64).max(64).optional(),
  workspaces: z.array(name64).max(256).optional(),
});

/** What the `spec` of each type may be. What SECA does not know is kept out of it. */
export const SPECS = {
  role: z.object({ permissions: z.array(Permission).min(1).max(256) }),
  'role-assignment': z.object({
    roles: z.array(name64).min(1).max(32),
    scopes: z.array(AssignmentScope).min(1).max(256),
    subs: z.array(text(128, 1)).min(1).max(256),
  }),
  workspace: z.record(z.string(), z.unknown()),
  'block-storage': z.object({
    sizeGB: z.int().min(1).max(1_000_000),
    skuRef: Reference,
    sourceImageRef: Reference.optional(),
  }),
  image: z.object({
    blockStorageRef: Reference,
    cpuArchitecture: z.enum(['amd64', 'arm64']),
    boot: z.enum(['UEFI', 'BIOS']).optional(),
    initializer: z.enum(['none', 'cloudinit-22']).optional(),
  }),
  instance: z.object({
    skuRef: Reference,
    zone: Zone,
    bootVolume: Volume,
    dataVolumes: z.array(Volume).max(64).optional(),
    primaryNicRef: Reference.optional(),
    additionalNicRefs: z.array(Reference).max(16).optional(),
    securityGroupRef: Reference.optional(),
    antiAffinityGroup: text(64).optional(),
    sshKeys: z.array(text(4096, 1)).max(32).optional(),
    userData: text(65_536).optional(),
  }),
  network: z.object({ cidr: Cidr, additionalCidrs: z.array(Cidr).max(32).optional(), skuRef: Reference }),
  subnet: z.object({ cidr: Cidr, routeTableRef: Reference, zone: Zone, skuRef: Reference.optional() }),
  'routing-table': z.object({
    routes: z
      .array(
        z.object({
          destinationCidrBlock: text(43, 1).refine((cidr) => isCidr(cidr), 'use a CIDR block'),
          targetRef: Reference,
        }),
      )
      .min(1)
      .max(1000),
  }),
  'internet-gateway': z.object({ egressOnly: z.boolean().optional() }),
  nic: z.object({
    addresses: z.array(Ip).min(1).max(32),
    subnetRef: Reference,
    publicIpRefs: z.array(Reference).max(16).optional(),
    securityGroupRefs: z.array(Reference).max(16).optional(),
    skuRef: Reference.optional(),
  }),
  'public-ip': z.object({ version: IpVersion, address: z.union([z.literal(''), Ip]).optional() }),
  'security-group-rule': Rule,
  'security-group': z.object({
    rules: z.array(Rule).max(500).optional(),
    ruleRefs: z.array(Reference).max(500).optional(),
  }),
} as const;

export type TypeName = keyof typeof SPECS;
export type SpecOf<T extends TypeName> = z.output<(typeof SPECS)[T]>;

/** What a user sets besides the spec. */
export const UserData = z.object({
  labels: z.record(text(63, 1), text(63)).nullish(),
  annotations: z.record(z.string(), text(1024)).nullish(),
  extensions: z.record(z.string(), z.string()).nullish(),
  /** The client sends the metadata along; what stands in it must be what the path says. */
  metadata: z
    .object({
      name: z.string(),
      tenant: z.string(),
      workspace: z.string(),
      network: z.string(),
      region: z.string(),
    })
    .partial()
    .nullish(),
});

export const Name = text(128, 1).regex(
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
  'use a-z, 0-9 and "-", starting and ending with a letter or digit',
);
