import { SERVER_TYPES } from './server-types.data.js';

export interface ServerType {
  readonly name: string;
  readonly arch: 'x86_64' | 'arm64';
  readonly vcpus: number;
  readonly memoryGib: number;
  readonly eurPerHour: number;
  /** Dearer than elsewhere in fr-par-3, where it is. */
  readonly eurPerHourPar3: number;
  readonly internalMbit: number;
  readonly internetMbit: number;
  readonly blockMibPerSecond: number;
  /** Local SSD in all, in GB; 0 for types that boot from block storage alone. */
  readonly localGb: number;
  readonly scratch: { readonly volumes: number; readonly sizeGb: number };
  readonly fileSystems: number;
  readonly gpu: { readonly count: number; readonly name: string; readonly memoryMib: number } | undefined;
  readonly endOfService: boolean;
  readonly zones: readonly string[];
}

const PLACES: Record<string, string> = { p: 'fr-par', a: 'nl-ams', w: 'pl-waw' };

function parse(line: string): ServerType {
  const cells = line.split(/ +/);
  const [name = '', arch, vcpus, memory, price, par3, mbit, block, local, scratch = '', fs, gpu = '', end, zones = ''] =
    cells;
  const [internal, internet = internal] = (mbit ?? '').split('/');
  const [volumes = '0', sizeGb = '0'] = scratch === '-' ? [] : scratch.split('x');
  const [, count, gpuName = '', memoryMib] = /^(\d+)x(.+):(\d+)$/.exec(gpu) ?? [];
  return {
    name,
    arch: arch === 'arm' ? 'arm64' : 'x86_64',
    vcpus: Number(vcpus),
    memoryGib: Number(memory),
    eurPerHour: Number(price),
    eurPerHourPar3: Number(par3 === '-' ? price : par3),
    internalMbit: Number(internal),
    internetMbit: Number(internet),
    blockMibPerSecond: Number(block),
    localGb: Number(local),
    scratch: { volumes: Number(volumes), sizeGb: Number(sizeGb) },
    fileSystems: Number(fs),
    gpu: count === undefined ? undefined : { count: Number(count), name: gpuName, memoryMib: Number(memoryMib) },
    endOfService: end === 'end',
    zones: zones.split(',').map((code) => `${PLACES[code[0]!]}-${code[1]}`),
  };
}

/** Every type, in the order of its name, as the vendor lists them. */
export const serverTypes: readonly ServerType[] = SERVER_TYPES.trim()
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .map(parse);

const byName = new Map(serverTypes.map((type) => [type.name, type]));

export function serverTypeIn(zone: string, name: string): ServerType | undefined {
  const type = byName.get(name);
  return type?.zones.includes(zone) ? type : undefined;
}

export function typesIn(zone: string): ServerType[] {
  return serverTypes.filter((type) => type.zones.includes(zone));
}

export function eurPerHourIn(zone: string, type: ServerType): number {
  return zone === 'fr-par-3' ? type.eurPerHourPar3 : type.eurPerHour;
}
