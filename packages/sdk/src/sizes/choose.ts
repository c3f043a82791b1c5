import { type Issue, issue } from '../errors/index.js';
import type { Architecture, NativeSize } from './native-size.js';
import { parseScs } from './scs.js';

/** What is asked of a size; what is null is left open. */
export interface SizeWish {
  size: string | null;
  vcpus: number | null;
  memoryGib: number | null;
  diskGib: number | null;
  architecture: Architecture | null;
}

interface Needs {
  vcpus: number;
  memoryGib: number;
  diskGib: number;
  dedicated: boolean;
  architecture: Architecture;
}

/**
 * The wish for a size by the vendor's own name.
 *
 * @example
 * sizeNamed('cx23').size; // 'cx23'
 */
export function sizeNamed(id: string): SizeWish {
  return { size: id, vcpus: null, memoryGib: null, diskGib: null, architecture: null };
}

/** What a size is to be made for, where sizes are made to measure: one of that name, or one that has at least so much. */
export type Measure = { id: string } | Needs;

/**
 * The native size that a wish means: the vendor's own type of that name; else the smallest that has at least what is asked
 * (fewest vCPUs beyond it, then least memory, then the lowest price, then the name, so that the same wish always means the same).
 * Sold-out and deprecated types are taken only when named.
 *
 * @example
 * const size = chooseSize(sizes, { size: 'SCS-2V-4', vcpus: null, memoryGib: null, diskGib: null, architecture: null }, 'fsn1');
 * 'severity' in size ? size.message : size.vcpus; // 2
 */
export function chooseSize(sizes: readonly NativeSize[], wish: SizeWish, where: string): NativeSize | Issue {
  const exact = sizes.find((s) => s.id === wish.size);
  if (exact) return checkExact(exact, wish, where);
  const needs = needsOf(wish);
  if ('severity' in needs) return needs.code === 'invalid' && wish.size ? unknownSize(sizes, wish.size, where) : needs;
  const fitting = rank(
    sizes.filter((s) => fits(s, needs)),
    needs,
  );
  const [best] = fitting.filter((s) => s.available !== false && !s.deprecated);
  if (best) return best;
  const words = `${needs.vcpus} ${needs.dedicated ? 'dedicated ' : ''}vCPU, ${needs.memoryGib} GiB${needs.diskGib ? `, ${needs.diskGib} GiB disk` : ''}, ${needs.architecture}`;
  if (fitting.length > 0) {
    return issue(
      'out-of-stock',
      'size',
      `everything with at least ${words} is sold out or being withdrawn in ${where}`,
      ['use another region or a larger size'],
    );
  }
  const largest = rank(
    sizes.filter((s) => s.architecture === needs.architecture),
    needs,
  )
    .slice(-3)
    .map((s) => s.id);
  return issue(
    'invalid',
    'size',
    `nothing in ${where} has at least ${words}`,
    largest.length ? [`the nearest are ${largest.join(', ')}`] : [],
  );
}

/**
 * Every size that a wish could mean, what {@link chooseSize} prefers first: the vendor's own type of that name, else all that have at
 * least what is asked, sold-out and deprecated ones too. None where the wish is no size.
 *
 * @example
 * fittingSizes(sizes, { size: 'SCS-2V-4', vcpus: null, memoryGib: null, diskGib: null, architecture: null });
 */
export function fittingSizes(sizes: readonly NativeSize[], wish: SizeWish): NativeSize[] {
  const exact = sizes.filter((s) => s.id === wish.size);
  if (exact.length > 0) return exact;
  const needs = needsOf(wish);
  if ('severity' in needs) return [];
  return rank(
    sizes.filter((s) => fits(s, needs)),
    needs,
  );
}

/**
 * Whether `size` still is what the wish asks for, though not what it would be resolved to today.
 *
 * @example
 * satisfies(sizes[0]!, { size: sizes[0]!.id, vcpus: null, memoryGib: null, diskGib: null, architecture: null }); // true
 */
export function satisfies(size: NativeSize, wish: SizeWish): boolean {
  if (wish.size === size.id) return true;
  const needs = needsOf(wish);
  return !('severity' in needs) && fits(size, needs) && size.vcpus === needs.vcpus;
}

/**
 * What a wish asks of a size that is made to measure; null where it is none.
 *
 * @example
 * measureOf({ size: 'SCS-3V-7', vcpus: null, memoryGib: null, diskGib: null, architecture: null }); // { vcpus: 3, memoryGib: 7 }
 */
export function measureOf(wish: SizeWish): Measure | null {
  if (wish.size && !parseScs(wish.size)) return { id: wish.size };
  const needs = needsOf(wish);
  return 'severity' in needs ? null : needs;
}

function needsOf(wish: SizeWish): Needs | Issue {
  const scs = wish.size ? parseScs(wish.size) : null;
  if (wish.size && !scs) return issue('invalid', 'size', `"${wish.size}" is no size`);
  if (!scs && (wish.vcpus === null || wish.memoryGib === null)) {
    return issue('invalid', 'size', 'no size', [
      'give size ("SCS-2V-4" or the vendor\'s own type), or both vcpus and memory_gib',
    ]);
  }
  if (scs?.architecture === 'riscv')
    return issue('unsupported', 'size', 'no cloud of the model sells RISC-V', ['use x86 or arm']);
  const byName = scs?.architecture === 'arm' ? 'arm' : null;
  return {
    vcpus: scs?.vcpus ?? wish.vcpus ?? 0,
    memoryGib: scs?.memoryGib ?? wish.memoryGib ?? 0,
    diskGib: Math.max(scs?.disk?.sizeGib ?? 0, wish.diskGib ?? 0),
    dedicated: scs?.cpu === 'T' || scs?.cpu === 'C',
    architecture: byName ?? wish.architecture ?? 'x86',
  };
}

function fits(size: NativeSize, needs: Needs): boolean {
  return (
    size.architecture === needs.architecture &&
    size.vcpus >= needs.vcpus &&
    size.memoryGib >= needs.memoryGib &&
    (size.diskGib === null || size.diskGib >= needs.diskGib) &&
    (!needs.dedicated || size.cpu === 'dedicated')
  );
}

function rank(sizes: readonly NativeSize[], needs: Needs): NativeSize[] {
  const cost = (s: NativeSize) => s.price?.perMonth ?? Number.POSITIVE_INFINITY;
  // A dedicated core where a shared one was asked for is waste, and so is a disk where none was.
  const luxury = (s: NativeSize) =>
    (!needs.dedicated && s.cpu === 'dedicated' ? 1 : 0) + (needs.diskGib === 0 && s.diskGib !== null ? 0.5 : 0);
  return [...sizes].sort(
    (a, b) =>
      a.vcpus - b.vcpus ||
      a.memoryGib - b.memoryGib ||
      luxury(a) - luxury(b) ||
      compare(cost(a), cost(b)) ||
      compare(a.id, b.id),
  );
}

function checkExact(size: NativeSize, wish: SizeWish, where: string): NativeSize | Issue {
  if (size.available === false)
    return issue('out-of-stock', 'size', `${size.id} is sold out in ${where}`, ['use another region or another size']);
  if (wish.architecture && wish.architecture !== size.architecture) {
    return issue('invalid', 'architecture', `${size.id} is ${size.architecture}, not ${wish.architecture}`, [
      `set architecture = "${size.architecture}" or leave it out`,
    ]);
  }
  if (size.diskGib !== null && !size.largerDisk && wish.diskGib !== null && wish.diskGib > size.diskGib) {
    return issue('invalid', 'diskGib', `${size.id} has a root disk of ${size.diskGib} GiB`, [
      'use a larger size, or a volume',
    ]);
  }
  return size;
}

function unknownSize(sizes: readonly NativeSize[], text: string, where: string): Issue {
  const offered = sizes.filter((s) => !s.deprecated).map((s) => s.id);
  const shown = offered.slice(0, 12).join(', ');
  return issue('invalid', 'size', `"${text}" is neither an SCS flavour name nor a size that is sold in ${where}`, [
    `use an SCS name such as SCS-2V-4, or one of ${shown}${offered.length > 12 ? `, … (${offered.length}; \`hansa offers\` lists them)` : ''}`,
  ]);
}

const compare = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
