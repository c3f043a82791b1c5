import { isIP } from 'node:net';
import * as z from 'zod';
import { issue } from '../../errors/index.js';
import {
  computed,
  defineKind,
  either,
  listOf,
  named,
  optional,
  placed,
  priced,
  required,
  writeOnly,
} from '../model/index.js';
import { deriveServer } from './derive.js';
import { serverExample } from './example.js';

const networks = listOf({
  networkId: required(z.string(), { description: 'Id of the network.', ref: 'network' }),
  ip: either(
    z.string().refine((ip) => isIP(ip) === 4, { message: 'use an IPv4 address' }),
    {
      description: 'Address in the network. Default: the cloud picks one.',
    },
  ),
});

/** A virtual machine. */
export const Server = defineKind({
  name: 'server',
  collection: 'servers',
  summary: 'A virtual machine.',
  guide:
    "Say the size as an SCS flavour name (`SCS-2V-4`: 2 shared vCPUs, 4 GiB), as the vendor's own type (`cx23`), or leave it out and " +
    'give `vcpus` and `memory_gib`. The size is resolved once, when the server is planned, and kept; a later change of the ' +
    "vendor's catalogue never moves a server. What a change interrupts stands in `disruption` and in a warning of the plan. Root disks " +
    'never shrink: where the disk comes with the size, a size with a smaller one is refused, and an SCS name picks one that holds it.',
  example: serverExample,
  candidates: ['size'],
  attributes: {
    ...named,
    ...placed,
    size: either(z.string().min(1), {
      decides: 'nativeSize',
      description:
        "SCS flavour name (`SCS-2V-4`), or the vendor's own type (`cx23`, `DEV1-S`). Or give `vcpus` and `memory_gib`.",
    }),
    vcpus: either(z.number().int().positive(), {
      decides: 'nativeSize',
      description: 'At least so many vCPUs, where `size` is not given.',
      follows: ['size', 'memoryGib', 'architecture', 'diskGib'],
    }),
    memoryGib: either(z.number().positive(), {
      decides: 'nativeSize',
      description: 'At least so much memory in GiB, where `size` is not given.',
      follows: ['size', 'vcpus', 'architecture', 'diskGib'],
    }),
    diskGib: either(z.number().int().positive(), {
      description: 'Root disk: at least so many GiB.',
      atLeast: true,
      change: 'replace',
      follows: ['size', 'vcpus', 'memoryGib', 'architecture', 'image'],
    }),
    bootFrom: computed(z.enum(['image', 'volume']), {
      description:
        'What it boots from, where the cloud has both (OpenStack): `image`, with the root disk that comes with the size, or `volume`, ' +
        'where the size has no disk or a smaller one than `disk_gib`; no change of size touches that. Else null.',
      // It goes with the server: whatever changes in place, this does not.
      follows: [],
    }),
    architecture: either(z.enum(['x86', 'arm']), {
      description: '`x86` or `arm`. Default: as the size has it, else x86.',
      change: 'replace',
      follows: ['size'],
    }),
    image: required(z.string().min(1), {
      decides: 'nativeImage',
      description:
        "Image: `debian-12`, `ubuntu-24.04`, or the vendor's own id. Resolved once, when the server is made.",
      change: 'replace',
    }),
    sshKeyIds: optional(z.array(z.string()), {
      description: 'Ids of the SSH keys that the new server lets in.',
      default: [],
      change: 'replace',
      ref: 'ssh_key',
      unreadable: true,
    }),
    userData: writeOnly(z.string().max(32_768), {
      description:
        "cloud-init user data, plain text, at most 32 KiB (Hetzner's limit, the smallest). Sent once, when the server is made, and never stored; to have a new one take effect change `user_data_version`.",
      secret: true,
    }),
    userDataVersion: optional(z.string(), {
      description:
        'Any text; changing it replaces the server, so that new `user_data` takes effect: no running server takes it. None is a version like ' +
        'any other: the first one replaces the server too, and so does taking it away; give it when the user data changes, and not before. ' +
        'After an import none is known: the one that is configured is taken down with the next change, and replaces nothing.',
      change: 'replace',
      unreadable: true,
    }),
    power: optional(z.enum(['on', 'off']), { description: '`on` or `off`.', default: 'on' }),
    networks: optional(networks.type, {
      description: 'Private networks that it joins, in order.',
      default: [],
      fields: networks.fields,
    }),
    firewallIds: optional(z.array(z.string()), {
      description: 'Ids of the firewalls that it stands behind.',
      default: [],
      ref: 'firewall',
      same: (a: string[], b: string[]) => a.length === b.length && a.every((id) => b.includes(id)),
    }),
    publicIpv4: either(z.boolean(), {
      description:
        'Whether it has a public IPv4 address of its own, which comes and goes with it. Default: as the cloud does it. For an address that stays, use a public IP.',
      change: 'replace',
    }),
    publicIpv4Address: computed(z.string(), {
      description: 'Its own public IPv4 address.',
      follows: ['publicIpv4', 'power'],
    }),
    publicIpv6Address: computed(z.string(), { description: 'Its own public IPv6 address.', follows: ['power'] }),
    nativeSize: computed(z.string(), {
      description: "The vendor's own type that was chosen.",
      follows: ['size', 'vcpus', 'memoryGib', 'diskGib', 'architecture'],
    }),
    nativeImage: computed(z.string(), {
      description: "The vendor's own image that was chosen.",
      pinned: true,
      follows: ['image'],
    }),
    ...priced('the size', ['size', 'vcpus', 'memoryGib', 'diskGib', 'architecture']),
    disruption: computed(z.enum(['none', 'reboot', 'stop', 'replace']), {
      description:
        'What the last planned change interrupts: `none`, `reboot`, `stop` (stopped and started again) or `replace`.',
      pinned: true,
    }),
  },
  check: (spec) => {
    const given = spec.size !== undefined && spec.size !== null;
    if (
      !given &&
      'vcpus' in spec &&
      'memoryGib' in spec &&
      spec.vcpus == null &&
      spec.memoryGib == null &&
      'size' in spec
    ) {
      return [
        issue('invalid', 'size', 'no size', [
          'give size ("SCS-2V-4" or the vendor\'s own type), or vcpus and memory_gib',
        ]),
      ];
    }
    return [];
  },
  derive: deriveServer,
});
