import type { NativeImage } from '../../images/native-image.js';
import type { HetznerApi } from './api.js';
import type { WireImage } from './wire.js';

/** Hetzner's words for distributions where the model has another one. */
const DISTRIBUTIONS: Readonly<Record<string, string>> = { alma: 'almalinux' };

/** Images that a server can be made from: Hetzner's own, its apps, and the project's snapshots. The same everywhere. */
export async function images(api: HetznerApi): Promise<NativeImage[]> {
  const query = { type: ['system', 'app', 'snapshot'], status: 'available', sort: 'id:asc' };
  const all = await api.keep('images', () => api.list<WireImage>('/images', 'images', query));
  return all.map((image) => ({
    id: String(image.id),
    name: imageName(image),
    architecture: image.architecture,
    minDiskGib: image.disk_size,
    deprecated: image.deprecated !== null,
  }));
}

/** `debian-12` of Hetzner's own image; null of any other, since those hold more than a bare distribution. */
export function imageName({ type, name, os_flavor, os_version }: WireImage): string | null {
  if (type !== 'system' || os_flavor === 'unknown' || !os_version) return null;
  // CentOS Stream stands under the flavour of the CentOS that ended; only the name tells them apart.
  if (name?.startsWith('centos-stream-')) return name;
  return `${DISTRIBUTIONS[os_flavor] ?? os_flavor}-${os_version}`;
}
