import type { CloudRequest } from '../../core/http.js';

/** The microversion that is asked for, as Cinder tells it back. */
export function volumeVersion({ headers }: CloudRequest): string {
  return /(?:^|,)\s*volume\s+(\d+\.\d+)/.exec(String(headers['openstack-api-version'] ?? ''))?.[1] ?? '3.0';
}

/** The same as a number that can be compared: `3.59` is 3059. */
export function volumeMicroversion(request: CloudRequest): number {
  const [major = 0, minor = 0] = volumeVersion(request).split('.').map(Number);
  return major * 1000 + minor;
}
