import type { NativeImage } from '../../images/native-image.js';
import type { Place } from '../../places/index.js';
import type { SecaApi } from './api.js';
import type { WireImage } from './wire.js';

const DISTRIBUTION =
  /^(debian|ubuntu|fedora|almalinux|rocky|centos-stream|opensuse|arch)-(\d+(\.\d+)?)(-(amd64|arm64))?$/;

/** Images of the tenant. SECA names no distribution: a name that reads like one (`debian-12`, `debian-12-arm64`) is taken for it. */
export async function images(api: SecaApi, place: Place): Promise<NativeImage[]> {
  const all = await api.offered<WireImage>(place.scopes.region, 'seca.storage', 'images');
  return all.map(({ metadata, spec }) => ({
    id: metadata.name,
    name: nameOf(metadata.name),
    architecture: spec.cpuArchitecture === 'arm64' ? ('arm' as const) : ('x86' as const),
  }));
}

/** `debian-12` of `debian-12-arm64`; null of what reads like no distribution. */
export function nameOf(image: string): string | null {
  const [, distribution, version] = DISTRIBUTION.exec(image) ?? [];
  return distribution ? `${distribution}-${version}` : null;
}
