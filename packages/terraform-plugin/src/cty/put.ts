/** Sets an own property, also where the key is `__proto__`, which a plain assignment would swallow. */
export function put<T>(target: { [key: string]: T }, key: string, value: T): void {
  if (key === '__proto__') {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  } else target[key] = value;
}
