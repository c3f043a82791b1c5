import { type Issue, issue } from '../../errors/index.js';
import { chooseImage } from '../../images/index.js';
import {
  type Architecture,
  chooseSize,
  type NativeSize,
  type SizeWish,
  satisfies,
  sizeNamed,
} from '../../sizes/index.js';
import type { Catalogue, Derivation, Derived } from '../model/derive.js';
import { bootFrom, diskAfter, diskIssues, holds, type RootDisk, rootDisk } from './disk.js';

const SIZE_WORDS = ['size', 'vcpus', 'memoryGib', 'diskGib', 'architecture'] as const;
type Values = Readonly<Record<string, unknown>>;

/** Resolves size and image once: for a new server, or when their words change. What is resolved already never moves by itself. */
export const deriveServer: Derivation = async (spec, prior, catalogue, unknown) => {
  const derived: Derived = { values: {}, issues: [], inPlace: [] };
  if (!catalogue.place) return derived;
  const size = await deriveSize(spec, prior, catalogue, unknown, derived);
  await deriveImage(spec, prior, catalogue, unknown, size, derived);
  return derived;
};

async function deriveSize(
  spec: Values,
  prior: Values | null,
  catalogue: Catalogue,
  unknown: ReadonlySet<string>,
  derived: Derived,
) {
  if (SIZE_WORDS.some((word) => unknown.has(word))) return undefined;
  if (prior?.['nativeSize'] && SIZE_WORDS.every((word) => spec[word] == null || spec[word] === prior[word])) {
    derived.values['nativeSize'] = prior['nativeSize'];
    return undefined;
  }
  const wish = wishOf(withSizeOf(prior, spec));
  const sizes = await catalogue.sizes(wish);
  const current = await named(catalogue, prior?.['nativeSize'], sizes);
  const disk = rootDisk(prior, current);
  const chosen = current && satisfies(current, wish) ? current : choose(sizes, wish, disk, placeOf(catalogue));
  if ('severity' in chosen) {
    derived.issues.push(chosen);
    return undefined;
  }
  derived.issues.push(...contradictions(spec, chosen));
  derived.inPlace?.push(...diskIssues(chosen, disk, wish.diskGib, sizes));
  Object.assign(derived.values, valuesOf(chosen, wish, disk));
  // What the user has their own words for in `native` may well be this.
  if (!prior && spec['native'] == null) derived.values['bootFrom'] = bootFrom(chosen, wish.diskGib);
  return chosen;
}

/** With the words for the size that the server has, where the change says none: another disk or so is no wish for another size. */
function withSizeOf(prior: Values | null, spec: Values): Values {
  const words = ['size', 'vcpus', 'memoryGib'] as const;
  if (!prior?.['nativeSize'] || words.some((word) => spec[word] != null)) return spec;
  return { ...spec, ...Object.fromEntries(words.map((word) => [word, prior[word]])) };
}

/** The size that a server has; undefined when the cloud no longer sells it. */
async function named(catalogue: Catalogue, id: unknown, sizes: readonly NativeSize[]) {
  if (typeof id !== 'string') return undefined;
  const same = (size: NativeSize) => size.id === id;
  return sizes.find(same) ?? (await catalogue.sizes(sizeNamed(id))).find(same);
}

/** A size that holds the root disk, where the wish leaves a choice; else whatever the wish means. */
function choose(sizes: readonly NativeSize[], wish: SizeWish, disk: RootDisk | null, where: string) {
  const able = chooseSize(
    sizes.filter((size) => holds(size, disk)),
    wish,
    where,
  );
  return 'severity' in able ? chooseSize(sizes, wish, where) : able;
}

/** Beside a `size`, other numbers than its own: which of the two is meant, nobody can know. */
function contradictions(spec: Values, chosen: NativeSize): Issue[] {
  if (spec['size'] == null) return [];
  const name = spec['size'] === chosen.id ? chosen.id : `${spec['size']}, here ${chosen.id},`;
  const has = { vcpus: `${chosen.vcpus} vCPU`, memoryGib: `${chosen.memoryGib} GiB` };
  return (['vcpus', 'memoryGib'] as const)
    .filter((word) => spec[word] != null && spec[word] !== chosen[word])
    .map((word) =>
      issue('invalid', word, `${name} has ${has[word]}, not ${spec[word]}`, [
        'leave size out, and give both vcpus and memory_gib',
        'or give size alone',
      ]),
    );
}

async function deriveImage(
  spec: Values,
  prior: Values | null,
  catalogue: Catalogue,
  unknown: ReadonlySet<string>,
  size: NativeSize | undefined,
  derived: Derived,
): Promise<void> {
  if (unknown.has('image') || SIZE_WORDS.some((word) => unknown.has(word))) return;
  // It is required of a new server: of one that is there it may be gone from the catalogue, and stays what it is.
  if (spec['image'] == null) return;
  if (prior?.['nativeImage'] && spec['image'] === prior['image']) {
    derived.values['nativeImage'] = prior['nativeImage'];
    return;
  }
  const architecture = (size?.architecture ?? prior?.['architecture'] ?? spec['architecture'] ?? 'x86') as Architecture;
  const image = chooseImage(await catalogue.images(), String(spec['image']), architecture, placeOf(catalogue));
  if ('severity' in image)
    return void derived.issues.push(...(derived.issues.some((i: Issue) => i.attribute[0] === 'size') ? [] : [image]));
  derived.values['nativeImage'] = image.id;
}

function wishOf(spec: Values): SizeWish {
  const size = (spec['size'] ?? null) as string | null;
  return {
    size,
    vcpus: size ? null : ((spec['vcpus'] ?? null) as number | null),
    memoryGib: size ? null : ((spec['memoryGib'] ?? null) as number | null),
    diskGib: (spec['diskGib'] ?? null) as number | null,
    architecture: (spec['architecture'] ?? null) as Architecture | null,
  };
}

/** What follows from the chosen size. Where the user said "at least", their own words stand. */
function valuesOf(size: NativeSize, wish: SizeWish, disk: RootDisk | null): Record<string, unknown> {
  const diskGib = wish.diskGib ?? diskAfter(size, disk);
  return {
    nativeSize: size.id,
    size: wish.size ?? size.id,
    vcpus: wish.vcpus ?? size.vcpus,
    memoryGib: wish.memoryGib ?? size.memoryGib,
    architecture: size.architecture,
    ...(diskGib === null ? {} : { diskGib }),
    pricePerMonth: size.price?.perMonth ?? null,
    priceCurrency: size.price?.currency ?? null,
  };
}

function placeOf({ cloud, place }: Catalogue): string {
  return `${cloud} ${place?.id ?? ''}`.trim();
}
