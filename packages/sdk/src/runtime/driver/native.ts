type Json = Readonly<Record<string, unknown>>;

/**
 * A create request with the user's `native` merged in: objects deeply, everything else replaced.
 *
 * @example
 * withNative({ name: 'web', net: { ipv4: true } }, { net: { ipv6: false } }); // { name: 'web', net: { ipv4: true, ipv6: false } }
 */
export function withNative<T extends object>(body: T, native: Json): T {
  const merged = { ...body } as Record<string, unknown>;
  for (const [key, value] of Object.entries(native)) {
    const old = merged[key];
    merged[key] = isObject(old) && isObject(value) ? withNative(old, value) : value;
  }
  return merged as T;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
