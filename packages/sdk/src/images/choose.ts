import { type Issue, issue } from '../errors/index.js';
import type { Architecture } from '../sizes/native-size.js';
import type { NativeImage } from './native-image.js';

/**
 * The native image that `text` means for an architecture: the vendor's own id, or the current one of a `distro-version`.
 *
 * @example
 * const image = chooseImage(images, 'debian-12', 'x86', 'hetzner fsn1');
 * if ('severity' in image) throw new Error(image.message);
 * image.name; // 'debian-12'
 */
export function chooseImage(
  images: readonly NativeImage[],
  text: string,
  architecture: Architecture,
  where: string,
): NativeImage | Issue {
  const fitting = images.filter((image) => image.architecture === architecture);
  const found =
    fitting.find((image) => image.name === text && !image.deprecated) ??
    fitting.find((image) => image.id === text) ??
    fitting.find((image) => image.name === text);
  if (found) return found;
  const elsewhere = images.find((image) => image.id === text || image.name === text);
  if (elsewhere) {
    return issue('invalid', 'image', `${text} is there for ${elsewhere.architecture} only, in ${where}`, [
      `set architecture = "${elsewhere.architecture}", or use another image`,
    ]);
  }
  const names = [...new Set(fitting.flatMap((image) => (image.name && !image.deprecated ? [image.name] : [])))].sort();
  return issue('invalid', 'image', `no image "${text}" in ${where}`, [
    names.length ? `use one of ${names.join(', ')}, or the vendor's own id` : "use the vendor's own id",
  ]);
}
