import type { NativeImage } from '../../images/native-image.js';
import type { Place } from '../../places/index.js';
import type { Architecture } from '../../sizes/native-size.js';
import type { ScalewayApi } from './api.js';
import { paths } from './paths.js';
import { wholeGib } from './units.js';
import type { WireArch, WireImage } from './wire.js';

/** An image of the marketplace; its label is what the create request takes, for either architecture. */
interface WireMarketplaceImage {
  label: string;
  name: string;
}

/** Code names of releases: labels carry them in place of the version (`debian_bookworm`). wiki.debian.org, wiki.ubuntu.com/Releases, read 2026-11. */
const RELEASES: Readonly<Record<string, string>> = {
  debian_bullseye: 'debian-11',
  debian_bookworm: 'debian-12',
  debian_trixie: 'debian-13',
  ubuntu_focal: 'ubuntu-20.04',
  ubuntu_jammy: 'ubuntu-22.04',
  ubuntu_noble: 'ubuntu-24.04',
};
/** Labels that carry a version (`GET /marketplace/v2/images`, recorded 2026-06). */
const VERSIONED = /^(almalinux|rockylinux|fedora|centos_stream)_(\d+)$/;

/** The model's name of a marketplace label; null when it is none of the common distributions. */
export function imageName(label: string): string | null {
  const [, distribution, version] = VERSIONED.exec(label) ?? [];
  if (distribution) return `${distribution.replace('rockylinux', 'rocky').replace('_', '-')}-${version}`;
  return RELEASES[label] ?? null;
}

/**
 * Marketplace images and the project's own ones. A label stands for the vendor's current image of that release on block
 * volumes (`instance_sbs`) in every zone; the vendor resolves it when the server is made.
 */
export async function images(api: ScalewayApi, place: Place): Promise<NativeImage[]> {
  const offered = async (arch: 'x86_64' | 'arm64') => {
    const listed = await api.list<WireMarketplaceImage>(paths.marketplace, 'images', { arch, include_eol: false });
    return listed.map(({ label }) => ({ id: label, name: imageName(label), architecture: architecture(arch) }));
  };
  const own = async () => {
    const query = { project: api.projectId, public: false };
    return (await api.list<WireImage>(paths.images(place.id), 'images', query)).map(ownImage);
  };
  return (await Promise.all([offered('x86_64'), offered('arm64'), own()])).flat();
}

export function architecture(arch: WireArch): Architecture {
  return arch === 'arm64' || arch === 'arm' ? 'arm' : 'x86';
}

/** What a server's image is in the model: its name and the label, as they were chosen; the uuid for an image of one's own. */
export async function seenImage(
  api: ScalewayApi,
  image: WireImage | null,
): Promise<{ image?: string; nativeImage?: string }> {
  if (!image) return {};
  if (!image.public) return { image: image.id, nativeImage: image.id };
  const label = labelOf(image.name) ?? (await labelInMarketplace(api, image.name));
  return label ? { image: imageName(label) ?? label, nativeImage: label } : { image: image.id, nativeImage: image.id };
}

/** A server tells only the title of its image: `Ubuntu 24.04 Noble Numbat`, `Debian 12 (Bookworm)`, `Rocky Linux 9`. */
export function labelOf(title: string): string | undefined {
  const text = title.toLowerCase();
  const versioned = /^(almalinux|rocky linux|fedora|centos stream) (\d+)$/.exec(text);
  if (versioned) return `${versioned[1]?.replace('rocky linux', 'rockylinux').replace(' ', '_')}_${versioned[2]}`;
  return Object.keys(RELEASES).find((label) => {
    const [distribution = '', release = ''] = label.split('_');
    return (
      new RegExp(`^${distribution}( [\\d.]+)? \\(?${release}( [a-z]+)?\\)?$`).test(text) &&
      !/gpu|passthrough/.test(text)
    );
  });
}

/** InstantApps and the like (`OpenVPN`): the marketplace says what label a title has. */
async function labelInMarketplace(api: ScalewayApi, title: string): Promise<string | undefined> {
  const ask = () => api.list<WireMarketplaceImage>(paths.marketplace, 'images', { include_eol: true });
  const found = (await api.keep('marketplace', ask)).find(
    ({ name, label }) => name.toLowerCase() === title.toLowerCase() || label === title,
  );
  return found?.label;
}

function ownImage(image: WireImage): NativeImage {
  const bytes = image.root_volume?.size;
  return {
    id: image.id,
    name: null,
    architecture: architecture(image.arch),
    ...(bytes ? { minDiskGib: Math.max(1, wholeGib(bytes)) } : {}),
  };
}
