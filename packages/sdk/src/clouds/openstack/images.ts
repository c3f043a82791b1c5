import type { NativeImage } from '../../images/native-image.js';
import type { WireImage } from '../../openstack/wire.js';

/** `os_distro` as Glance's documentation and clouds write it, to the model's spelling. */
const DISTROS: Record<string, string> = {
  debian: 'debian',
  ubuntu: 'ubuntu',
  fedora: 'fedora',
  almalinux: 'almalinux',
  alma: 'almalinux',
  rocky: 'rocky',
  rockylinux: 'rocky',
  centos: 'centos-stream',
  'centos-stream': 'centos-stream',
  opensuse: 'opensuse',
  'opensuse-leap': 'opensuse',
  arch: 'arch',
  archlinux: 'arch',
};

/** The same by an image's name, for clouds that set no properties: `Ubuntu 24.04 LTS Noble Numbat`, `debian-12-genericcloud`. */
const BY_NAME =
  /^(debian|ubuntu|fedora|almalinux|rocky ?linux|rocky|centos[ -]stream|opensuse(?:[ -]leap)?)[ _-](?:v|linux[ _-]|cloud[ _-]|server[ _-])?(\d+(?:\.\d+)?)(?![\d.])/i;

export type ImageFacts = Partial<
  Pick<WireImage, 'os_distro' | 'os_version' | 'os_purpose' | 'image_type' | 'base_image_ref' | 'disk_format'>
> & {
  name?: string | null;
};

/** `debian-12` where the image is a distribution as its makers publish it; null for snapshots, installers and special builds. */
export function imageName(image: ImageFacts): string | null {
  const special =
    image.image_type === 'snapshot' ||
    image.image_type === 'backup' ||
    image.base_image_ref ||
    image.disk_format === 'iso';
  if (special || !['generic', 'minimal', undefined, ''].includes(image.os_purpose)) return null;
  const distro = DISTROS[image.os_distro?.toLowerCase().trim() ?? ''];
  const version = image.os_version?.trim().match(/^\d+(\.\d+)?/)?.[0];
  if (distro && version) return isOldCentos(distro, version, image.name) ? null : named(distro, version);
  const [, word, number] = BY_NAME.exec(image.name ?? '') ?? [];
  const byName = DISTROS[word?.toLowerCase().replace(/[ _]/g, '-').replace('rocky-linux', 'rocky') ?? ''];
  return byName && number ? named(byName, number) : null;
}

/** CentOS up to 8 was a distribution of its own; `centos` with 9 and more is CentOS Stream. */
function isOldCentos(distro: string, version: string, name: string | null | undefined): boolean {
  return distro === 'centos-stream' && Number.parseFloat(version) < 9 && !/stream/i.test(name ?? '');
}

/** Point releases are the same system: `almalinux-9` for 9.4; Ubuntu and openSUSE count their releases with a point. */
function named(distro: string, version: string): string {
  return `${distro}-${['ubuntu', 'opensuse'].includes(distro) ? version : version.split('.')[0]}`;
}

/** Glance's images as the model's: of several with one name the newest that the cloud itself publishes comes first. */
export function toImages(images: readonly WireImage[]): NativeImage[] {
  const rank = (image: WireImage) => (image.visibility === 'public' ? 0 : 2) + (image.os_purpose === 'minimal' ? 1 : 0);
  return [...images]
    .sort((a, b) => rank(a) - rank(b) || b.created_at.localeCompare(a.created_at) || a.id.localeCompare(b.id))
    .map((image) => ({
      id: image.id,
      name: imageName(image),
      architecture: /aarch64|arm64/.test(image.architecture ?? '') ? 'arm' : 'x86',
      ...(image.min_disk ? { minDiskGib: image.min_disk } : {}),
      ...(image.os_hidden ? { deprecated: true } : {}),
    }));
}
