import type { NativeImage } from '../../images/native-image.js';
import type { Place } from '../../places/index.js';
import type { UpCloudApi } from './api.js';
import { systemLabel } from './labels.js';
import type { WireLabels, WireStorage } from './wire.js';

/** UpCloud's words for distributions, in titles and labels, where the model has another one. */
const DISTRIBUTIONS: readonly (readonly [RegExp, string])[] = [
  [/^debian( gnu\/linux)? (\d+)\b/, 'debian'],
  [/^ubuntu( server)? (\d+\.\d+)\b/, 'ubuntu'],
  [/^(almalinux) (\d+)\b/, 'almalinux'],
  [/^(rocky linux|rocky) (\d+)\b/, 'rocky'],
  [/^(centos stream) (\d+)\b/, 'centos-stream'],
];

/** Templates that a server can be made from: UpCloud's own, which stand everywhere, and the account's of that zone. */
export async function images(api: UpCloudApi, place: Place): Promise<NativeImage[]> {
  const here = (await templates(api)).filter(({ access, zone }) => access === 'public' || zone === place.id);
  return here.map((template) => ({
    id: template.uuid,
    name: template.access === 'public' ? nameOf(template.title) : null,
    architecture: 'x86' as const,
    minDiskGib: template.size,
  }));
}

function templates(api: UpCloudApi): Promise<WireStorage[]> {
  return api.keep('templates', () => api.list<WireStorage>('/storage/template', ['storages', 'storage']));
}

/** `debian-12` of `Debian GNU/Linux 12 (Bookworm)`; null of what is no bare distribution (`Windows Server 2022 Standard`). */
export function nameOf(title: string): string | null {
  const text = title.toLowerCase();
  for (const [form, distribution] of DISTRIBUTIONS) {
    const version = form.exec(text)?.[2];
    if (version) return `${distribution}-${version}`;
  }
  return null;
}

/** From what template a root disk was made, which UpCloud writes on it (`_template_uuid`, recorded 2025-03); nothing where it does not. */
export async function imageOf(
  api: UpCloudApi,
  labels: WireLabels | undefined,
): Promise<{ image?: string; nativeImage?: string }> {
  const id = systemLabel(labels, '_template_uuid');
  if (id === undefined) return {};
  const template = (await templates(api)).find(({ uuid }) => uuid === id);
  const brand = `${systemLabel(labels, '_os_brand_name') ?? ''} ${systemLabel(labels, '_os_brand_version') ?? ''}`;
  // Of a template that is withdrawn, what it was still stands on the disk.
  const name = template ? (template.access === 'public' ? nameOf(template.title) : null) : nameOf(brand);
  return { image: name ?? id, nativeImage: id };
}
