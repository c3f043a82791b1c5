import type { WireFlavor } from '../../openstack/wire.js';
import { type NativeSize, parseScs } from '../../sizes/index.js';

/** A flavour as a size. Its name is its id in the model: Nova keeps flavour names unique, and people write names. */
export function toSize(flavor: WireFlavor): NativeSize {
  return {
    id: flavor.name,
    vcpus: flavor.vcpus,
    memoryGib: flavor.ram / 1024,
    // Disk 0 is a flavour that boots from a volume, whose size is chosen apart (SCS-0110, read 2026-11).
    diskGib: flavor.disk || null,
    largerDisk: 'volume',
    // Nova gives a server with a local disk the disk of its new flavour, and refuses a smaller one or none (nova, compute API and
    // libvirt driver, read 2026-11); one that boots from a volume keeps its volume.
    diskOnResize: 'grows',
    architecture: architectureOf(flavor.name, flavor.extra_specs),
    cpu: cpuOf(flavor.name, flavor.extra_specs),
    price: null, // No API of OpenStack tells prices.
    available: flavor['OS-FLV-DISABLED:disabled'] ? false : null,
    deprecated: false,
  };
}

/** Nova does not tell a flavour's architecture: its SCS name may, or a property that ties it to hosts. */
export function architectureOf(name: string, specs: Record<string, string> = {}): NativeSize['architecture'] {
  const scs = parseScs(specs['scs:name-v2'] ?? name);
  const arch = specs['capabilities:cpu_info:arch'] ?? specs['hw:architecture'] ?? specs['hw_architecture'] ?? '';
  return scs?.architecture === 'arm' || /aarch64|arm64/.test(arch) ? 'arm' : 'x86';
}

/** `scs:cpu-type` by SCS-0103; `hw:cpu_policy` by Nova. */
function cpuOf(name: string, specs: Record<string, string> = {}): NativeSize['cpu'] {
  const kind = parseScs(specs['scs:name-v2'] ?? name)?.cpu;
  const type = specs['scs:cpu-type'] ?? '';
  if (type.startsWith('dedicated') || kind === 'C' || kind === 'T' || specs['hw:cpu_policy'] === 'dedicated')
    return 'dedicated';
  return type || kind ? 'shared' : 'unknown';
}
