import type { Place } from '../../places/index.js';
import type { Measure, NativeSize } from '../../sizes/index.js';
import type { IonosApi } from './api.js';
import { paths } from './paths.js';
import { locations } from './places.js';
import type { WireContract, WireServer } from './wire.js';

/** Shared CPUs, of whatever family the vendor has there. The others are named by their family, and dedicated (docs.ionos.com, compute, read 2026-11). */
const SHARED = 'VCPU';
/** Memory comes in steps of so many MB (description of a server's properties, 2023-02). */
const STEP_MB = 256;
/** Examples, in cores and GiB: any other number may be asked for. */
const SHAPES = [1, 2, 4, 8, 16, 32].flatMap((cores) => [2, 4, 8].map((ratio) => [cores, cores * ratio] as const));

interface Family {
  name: string;
  maxCores: number;
  maxMb: number;
}

/** A size by its name: `VCPU-2-4`, `INTEL_ICELAKE-3-7.5`: family, cores, GiB. */
const NAME = /^([A-Z][A-Z0-9_]*)-(\d+)-(\d+(?:\.\d+)?)$/;

/** Examples of what can be had: cores and memory are sold by the piece. No API without the contract's bill tells prices. */
export async function sizes(api: IonosApi, place: Place): Promise<NativeSize[]> {
  const all = await families(api, place);
  return all.flatMap((family) =>
    SHAPES.filter(([cores, gib]) => fits(family, cores, gib)).map(([cores, gib]) => sizeOf(family.name, cores, gib)),
  );
}

/** What exactly fits: the size of that name, or one of each family with just so many cores and so much memory. */
export async function tailor(api: IonosApi, place: Place, measure: Measure): Promise<NativeSize[]> {
  const all = await families(api, place);
  if ('id' in measure) {
    const [, name, cores, gib] = NAME.exec(measure.id) ?? [];
    const family = all.find((one) => one.name === name);
    const whole = Number.isInteger((Number(gib) * 1024) / STEP_MB);
    return family && whole && fits(family, Number(cores), Number(gib))
      ? [sizeOf(family.name, Number(cores), Number(gib))]
      : [];
  }
  if (measure.architecture !== 'x86') return [];
  const cores = Math.max(1, Math.ceil(measure.vcpus));
  const gib = Math.max(1, Math.ceil((measure.memoryGib * 1024) / STEP_MB)) * (STEP_MB / 1024);
  return all.filter((family) => fits(family, cores, gib)).map(({ name }) => sizeOf(name, cores, gib));
}

/** What a create request says of a size. */
export function sizeProperties(id: string): { cores: number; ram: number; type: string; cpuFamily?: string } {
  const [, family = SHARED, cores, gib] = NAME.exec(id) ?? [];
  const size = { cores: Number(cores), ram: Math.round(Number(gib) * 1024) };
  return family === SHARED ? { ...size, type: SHARED } : { ...size, type: 'ENTERPRISE', cpuFamily: family };
}

/** The size of a server that is there. */
export function seenSize({ properties: { type, cpuFamily, cores, ram } }: WireServer): string {
  return nameOf(type === 'ENTERPRISE' && cpuFamily ? cpuFamily : String(type ?? SHARED), cores, ram / 1024);
}

function sizeOf(family: string, vcpus: number, memoryGib: number): NativeSize {
  return {
    id: nameOf(family, vcpus, memoryGib),
    vcpus,
    memoryGib,
    // The root disk is chosen apart, and stays with its server through every change of size.
    diskGib: null,
    architecture: 'x86',
    cpu: family === SHARED ? 'shared' : 'dedicated',
    price: null,
    available: null,
    deprecated: false,
  };
}

const nameOf = (family: string, cores: number, gib: number) => `${family}-${cores}-${gib}`;

function fits({ maxCores, maxMb }: Family, cores: number, gib: number): boolean {
  return cores >= 1 && cores <= maxCores && gib * 1024 >= STEP_MB && gib * 1024 <= maxMb;
}

/** Families of a location with what one server may have: as much as the hardware has and the contract allows. */
async function families(api: IonosApi, place: Place): Promise<Family[]> {
  const [all, { cores, mb }] = await Promise.all([locations(api), perServer(api)]);
  const location = all.find(({ id }) => id === place.id);
  const dedicated = (location?.properties.cpuArchitecture ?? []).map(
    ({ cpuFamily = '', maxCores = cores, maxRam = mb }) => ({
      name: cpuFamily,
      maxCores: Math.min(cores, maxCores),
      maxMb: Math.min(mb, maxRam),
    }),
  );
  return [{ name: SHARED, maxCores: cores, maxMb: mb }, ...dedicated];
}

function perServer(api: IonosApi): Promise<{ cores: number; mb: number }> {
  return api.keep('contract', async () => {
    const [contract] = await contracts(api);
    const { coresPerServer = 60, ramPerServer = 230 * 1024 } = contract?.properties?.resourceLimits ?? {};
    return { cores: coresPerServer, mb: ramPerServer };
  });
}

/** The contract that the credentials belong to, with its limits. */
export function contracts(api: IonosApi): Promise<WireContract[]> {
  return api.keep('contracts', () => api.whole<WireContract>(paths.contracts));
}
