export interface Flavor {
  readonly name: string;
  readonly vcpus: number;
  readonly memoryGib: number;
  /** 0: a server of it boots from a volume. */
  readonly diskGib: number;
  readonly extraSpecs: Readonly<Record<string, string>>;
}

/** Flavours by SCS's names (scs-0103-v1, docs.scs.community, read 2026-11), and one that is called as clouds called theirs before. */
const SCS: readonly (readonly [name: string, vcpus: number, memoryGib: number, diskGib: number])[] = [
  ['SCS-1V-4', 1, 4, 0],
  ['SCS-2V-8', 2, 8, 0],
  ['SCS-4V-16', 4, 16, 0],
  ['SCS-8V-32', 8, 32, 0],
  ['SCS-1V-2', 1, 2, 0],
  ['SCS-2V-4', 2, 4, 0],
  ['SCS-2V-4-20s', 2, 4, 20],
  ['SCS-4V-8', 4, 8, 0],
  ['SCS-8V-16', 8, 16, 0],
  ['SCS-16V-32', 16, 32, 0],
  ['SCS-1V-8', 1, 8, 0],
  ['SCS-2V-16', 2, 16, 0],
  ['SCS-4V-32', 4, 32, 0],
  ['SCS-4V-16-100s', 4, 16, 100],
  ['SCS-1L-1', 1, 1, 0],
];

export const FLAVORS: readonly Flavor[] = [
  ...SCS.map(([name, vcpus, memoryGib, diskGib]) => ({
    name,
    vcpus,
    memoryGib,
    diskGib,
    extraSpecs: specs(name, diskGib),
  })),
  { name: 'm1.small', vcpus: 1, memoryGib: 2, diskGib: 20, extraSpecs: {} },
];

function specs(name: string, diskGib: number): Record<string, string> {
  const [, cpu = '', rest = ''] = /^SCS-(\d+[VL])-(.*)$/.exec(name) ?? [];
  return {
    'scs:name-v1': `SCS-${cpu}:${rest.replaceAll('-', ':')}`,
    'scs:name-v2': name,
    'scs:cpu-type': cpu.endsWith('L') ? 'crowded-core' : 'shared-core',
    ...(diskGib > 0 ? { 'scs:disk0-type': 'ssd' } : {}),
  };
}
