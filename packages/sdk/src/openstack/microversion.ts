import { CloudError } from '../errors/index.js';
import type { HttpResponse } from '../runtime/transport/http.js';

/** Microversions that a client can speak, and the service's name in the header. */
export interface MicroversionRange {
  service: 'compute' | 'volume';
  min: string;
  max: string;
}

interface WireVersion {
  id: string;
  version?: string;
  min_version?: string;
}

/** The highest microversion that both sides speak. */
export async function negotiate(range: MicroversionRange, about: () => Promise<HttpResponse>): Promise<string> {
  const { body } = await about();
  // Nova answers `{version}`, Cinder `{versions: [...]}`.
  const page = (body ?? {}) as { version?: WireVersion; versions?: WireVersion[] };
  const offered = page.version ?? page.versions?.find(({ version }) => version);
  const top = offered?.version || '';
  const bottom = offered?.min_version || top;
  if (!top || compareVersions(top, range.min) < 0 || compareVersions(bottom, range.max) > 0) {
    throw new CloudError('unsupported', {
      message: `the ${range.service} service speaks ${top ? `microversions ${bottom} to ${top}` : 'no microversions'}; ${range.min} to ${range.max} are needed`,
      next: ['this OpenStack is older or newer than this driver knows: use another region, or tell us'],
    });
  }
  return compareVersions(top, range.max) < 0 ? top : range.max;
}

/** Order of `2.9` and `2.10`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  return (left[0] ?? 0) - (right[0] ?? 0) || (left[1] ?? 0) - (right[1] ?? 0);
}
