import { stableId } from './ids.js';
import { DISTRIBUTIONS } from './images.data.js';
import { ZONES } from './localities.js';
import type { ServerType } from './server-types.js';

/** An image of the marketplace in one zone, for one architecture and one kind of root volume. */
export interface LocalImage {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  readonly zone: string;
  readonly arch: 'x86_64' | 'arm64';
  readonly type: 'instance_local' | 'instance_sbs';
}

/** arm64 types have no local disks, so there is no local image for them (recorded 2026-07). */
const KINDS = [
  { arch: 'arm64', type: 'instance_sbs' },
  { arch: 'x86_64', type: 'instance_sbs' },
  { arch: 'x86_64', type: 'instance_local' },
] as const;

export const localImages: readonly LocalImage[] = DISTRIBUTIONS.flatMap(({ label, name }) =>
  ZONES.flatMap((zone) =>
    KINDS.map((kind) => ({ id: stableId('image', label, zone, kind.arch, kind.type), label, name, zone, ...kind })),
  ),
);

const byId = new Map(localImages.map((image) => [image.id, image]));

export function localImage(id: string): LocalImage | undefined {
  return byId.get(id);
}

export function fits(image: LocalImage, type: ServerType): boolean {
  return image.arch === type.arch && (image.type === 'instance_sbs' || type.localGb > 0);
}
