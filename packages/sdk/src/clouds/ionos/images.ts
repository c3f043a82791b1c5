import type { NativeImage } from '../../images/native-image.js';
import type { Place } from '../../places/index.js';
import type { IonosApi } from './api.js';
import { paths } from './paths.js';
import type { WireImage } from './wire.js';

/** Aliases that carry a version: `debian:12`, `ubuntu:24.04`. They mean the same in every location, where ids of images differ. */
const ALIAS = /^([a-z][a-z-]*):(\d[\d.]*)$/;
/** The model's spelling where the vendor's differs. */
const DISTRIBUTIONS: Readonly<Record<string, string>> = {
  rockylinux: 'rocky',
  alma: 'almalinux',
  centos_stream: 'centos-stream',
};

/** The model's name of an alias; null when it is none of a release. */
export function imageName(alias: string): string | null {
  const [, distribution = '', version] = ALIAS.exec(alias) ?? [];
  return version ? `${DISTRIBUTIONS[distribution] ?? distribution}-${version}` : null;
}

/** Public images by their aliases, the contract's own ones and its snapshots by their ids. */
export async function images(api: IonosApi, place: Place): Promise<NativeImage[]> {
  const [all, snapshots] = await Promise.all([
    listed(api),
    api.keep('snapshots', () => api.whole<WireImage>(paths.snapshots)),
  ]);
  const here = ({ properties }: WireImage) => properties.location === place.id;
  const bootable = all.filter((image) => here(image) && image.properties.imageType !== 'CDROM');
  const aliases = bootable.flatMap((image) =>
    (image.properties.imageAliases ?? []).map((alias) => native(image, alias)),
  );
  const own = bootable.filter((image) => !image.properties.imageAliases?.length);
  return [...aliases, ...[...own, ...snapshots.filter(here)].map((image) => native(image, image.id))];
}

/** What a server's image is in the model: its alias where it is still the current one of that; else what was chosen stays said. */
export async function seenImage(
  api: IonosApi,
  id: string | null | undefined,
): Promise<{ image?: string; nativeImage?: string }> {
  if (!id) return {};
  const found = (await listed(api)).find((image) => image.id === id);
  if (!found) return {};
  const aliases = found.properties.imageAliases ?? [];
  const alias = aliases.find((one) => imageName(one)) ?? aliases[0] ?? id;
  return { image: imageName(alias) ?? alias, nativeImage: alias };
}

/** Whether an image is named by its id, as those of one's own are. */
export function isOwnImage(id: string): boolean {
  return /^[0-9a-f]{8}-/.test(id);
}

function listed(api: IonosApi): Promise<WireImage[]> {
  return api.keep('images', () => api.whole<WireImage>(paths.images));
}

function native({ properties }: WireImage, id: string): NativeImage {
  const gib = properties.size ?? 0;
  return { id, name: imageName(id), architecture: 'x86', ...(gib > 0 ? { minDiskGib: Math.ceil(gib) } : {}) };
}
