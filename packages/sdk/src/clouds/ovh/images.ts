import type { NativeImage } from '../../images/native-image.js';
import type { Place } from '../../places/index.js';
import type { OvhApi } from './api.js';
import type { WireImage, WireInstance } from './wire.js';

/** Names of the images that are distributions as their makers publish them: `Debian 12`, `AlmaLinux 9`, `Ubuntu 24.04`. */
const PLAIN = /^(AlmaLinux|Centos Stream|CentOS Stream|Debian|Fedora|Rocky Linux|Ubuntu) (\d+(?:\.\d+)?)$/;

/** The model's name of an image; null for what is built for some purpose (`Debian 12 - Docker`). */
export function imageName(name: string): string | null {
  const [, distribution, version] = PLAIN.exec(name) ?? [];
  if (!distribution) return null;
  return `${distribution.toLowerCase().replace('rocky linux', 'rocky').replace(' ', '-')}-${version}`;
}

/** Images of the region for Linux flavours. Their ids differ by region. */
export async function images(api: OvhApi, { scopes }: Place): Promise<NativeImage[]> {
  return (await imagesIn(api, scopes.region)).map(({ id, name, visibility, flavorType, minDisk }) => ({
    id,
    name: visibility === 'public' && !flavorType ? imageName(name) : null,
    architecture: 'x86',
    ...(minDisk ? { minDiskGib: minDisk } : {}),
  }));
}

function imagesIn(api: OvhApi, region: string): Promise<WireImage[]> {
  return api.keep(`images ${region}`, () => api.list<WireImage>(api.paths.images(), { region, osType: 'linux' }));
}

/** What a server's image is in the model. Of an image that is gone the name stays open: a vendor's clearing up is no change. */
export async function seenImage(
  api: OvhApi,
  { region, imageId: id, image: told }: Pick<WireInstance, 'region' | 'imageId' | 'image'>,
): Promise<{ image?: string; nativeImage?: string }> {
  if (!id) return {};
  const listed = told ?? (await imagesIn(api, region)).find((one) => one.id === id);
  const image = listed ?? (await api.keep(`image ${id}`, () => api.find<WireImage>(api.paths.images(id))));
  return { nativeImage: id, ...(image ? { image: imageName(image.name) ?? id } : {}) };
}
