import { createHash } from 'node:crypto';

/** Every answer is full of them, and there are few. */
const known = new Map<string, string>();

/** The same id for the same parts in every run, for what the cloud itself has: images, flavours, services. */
export function stableId(...parts: readonly string[]): string {
  const key = parts.join('\n');
  const id = known.get(key) ?? hashed(parts);
  if (known.size < 10_000) known.set(key, id);
  return id;
}

function hashed(parts: readonly string[]): string {
  const hex = createHash('sha256')
    .update(['openstack', ...parts].join('\n'))
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Keystone writes its ids without dashes. */
export function keystoneId(...parts: readonly string[]): string {
  return stableId(...parts).replaceAll('-', '');
}
