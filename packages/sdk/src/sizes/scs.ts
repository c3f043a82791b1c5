/** What an SCS flavour name says (SCS-0100 v3, docs.scs.community, read 2026-11). A flavour may understate, never overstate. */
export interface ScsFlavour {
  vcpus: number;
  /** L crowded core, V shared core, T dedicated thread, C dedicated core. */
  cpu: 'L' | 'V' | 'T' | 'C';
  /** `i`: microcode mitigations are missing. */
  insecure: boolean;
  memoryGib: number;
  /** `u`: no error correction. */
  noEcc: boolean;
  /** `o`: memory is oversubscribed. */
  oversubscribed: boolean;
  /** Root disk; null when the name has none (boot from volume). `sizeGib` is null when the provider decides. */
  disk: { count: number; sizeGib: number | null; type: 'n' | 'h' | 's' | 'p' | null } | null;
  architecture: 'x86' | 'arm' | 'riscv';
  /** The rest as written: hypervisor, hardware virtualisation, CPU brand, GPU, InfiniBand. */
  extensions: string;
}

const NAME =
  /^SCS-(\d+)([LVTC])(i?)-(\d+(?:\.\d+)?)(u?)(o?)(?:-(?:(\d+)x)?(\d*)([nhsp]?))?((?:_(?:kvm|xen|vmw|hyv|bms|chy))?(?:_hwv)?(?:_([izar])\d*h*)?(?:_[gG][NAI][^-_]*(?:-\d+h*(?:-\d+h*)?)?)?(?:_ib)?)$/;

/**
 * Reads an SCS flavour name; null when it is none.
 *
 * @example
 * parseScs('SCS-2V-4-20s')?.memoryGib; // 4
 * parseScs('SCS-2C-3.7-10n');          // null: memory comes in halves of a GiB
 */
export function parseScs(name: string): ScsFlavour | null {
  const match = NAME.exec(name);
  if (!match) return null;
  const [, vcpus, cpu, insecure, memory, noEcc, oversubscribed, count, size, type, extensions, brand] = match;
  const memoryGib = Number(memory);
  if (Number(vcpus) < 1 || memoryGib <= 0 || (memoryGib * 2) % 1 !== 0 || (count !== undefined && Number(count) < 1))
    return null;
  const hasDisk = size !== undefined;
  return {
    vcpus: Number(vcpus),
    cpu: cpu as ScsFlavour['cpu'],
    insecure: insecure === 'i',
    memoryGib,
    noEcc: noEcc === 'u',
    oversubscribed: oversubscribed === 'o',
    disk: hasDisk
      ? { count: Number(count ?? 1), sizeGib: size ? Number(size) : null, type: (type || null) as never }
      : null,
    architecture: brand === 'a' ? 'arm' : brand === 'r' ? 'riscv' : 'x86',
    extensions: extensions ?? '',
  };
}

/**
 * The canonical name: no leading zeros, no needless `1x`.
 *
 * @example
 * formatScs(parseScs('SCS-02V-4-1x20s')!); // 'SCS-2V-4-20s'
 */
export function formatScs(f: ScsFlavour): string {
  const cpu = `${f.vcpus}${f.cpu}${f.insecure ? 'i' : ''}`;
  const memory = `${f.memoryGib}${f.noEcc ? 'u' : ''}${f.oversubscribed ? 'o' : ''}`;
  const count = f.disk && f.disk.count > 1 ? `${f.disk.count}x` : '';
  const disk = f.disk ? `-${count}${f.disk.sizeGib ?? ''}${f.disk.type ?? ''}` : '';
  return `SCS-${cpu}-${memory}${disk}${f.extensions}`;
}

/** The 15 flavours that every SCS cloud offers (SCS-0103 v1, docs.scs.community, read 2026-11). */
export const MANDATORY_FLAVOURS = [
  'SCS-1V-4',
  'SCS-2V-8',
  'SCS-4V-16',
  'SCS-4V-16-100s',
  'SCS-8V-32',
  'SCS-1V-2',
  'SCS-2V-4',
  'SCS-2V-4-20s',
  'SCS-4V-8',
  'SCS-8V-16',
  'SCS-16V-32',
  'SCS-1V-8',
  'SCS-2V-16',
  'SCS-4V-32',
  'SCS-1L-1',
] as const;
