import type { CloudRequest } from '../core/http.js';

/** URL below which the services of the cloud stand that was asked. */
export function rootOf({ url, path }: Pick<CloudRequest, 'url' | 'path'>): string {
  return url.origin + url.pathname.slice(0, url.pathname.length - path.length);
}
