export interface Iso {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly type: 'public';
  readonly architecture: 'x86' | 'arm';
  readonly deprecation: null;
}

/** A few ISO images of the many the vendor has; ids and versions are the emulator's. */
const rows = [
  [110_001, 'debian-12.11.0-amd64-netinst.iso', 'Debian 12.11 (amd64/netinstall)', 'x86'],
  [110_002, 'debian-12.11.0-arm64-netinst.iso', 'Debian 12.11 (arm64/netinstall)', 'arm'],
  [110_003, 'nixos-minimal-24.11-x86_64-linux.iso', 'NixOS 24.11 (amd64/minimal)', 'x86'],
  [110_004, 'FreeBSD-14.2-RELEASE-amd64-disc1.iso', 'FreeBSD 14.2 (amd64/disc1)', 'x86'],
] as const;

export const isos: readonly Iso[] = rows.map(([id, name, description, architecture]) => ({
  id,
  name,
  description,
  type: 'public',
  architecture,
  deprecation: null,
}));

/** By id or name. */
export function findIso(reference: string | number): Iso | undefined {
  return isos.find(({ id, name }) => name === String(reference) || id === Number(reference));
}
