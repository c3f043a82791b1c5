/** Clouds publish Keystone's URL with and without its version; version 2.0 is gone since the Queens release (2018). */
export function v3(authUrl: string): string {
  return `${authUrl.replace(/\/+$/, '').replace(/\/v(2\.0|3)$/, '')}/v3`;
}
