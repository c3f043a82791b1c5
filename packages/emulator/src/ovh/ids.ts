import { createHash } from 'node:crypto';

/** The same id for the same parts in every run, for what the vendor publishes: flavours, images, public networks. */
export function stableId(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A card's address of hardware, of the range that OpenStack takes. */
export function macOf(id: string): string {
  const hex = createHash('sha256').update(id).digest('hex');
  return `fa:16:3e:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4, 6)}`;
}
