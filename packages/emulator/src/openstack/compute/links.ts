import type { CloudRequest } from '../../core/http.js';
import { rootOf } from '../root.js';

/** The two links that Nova gives everything: with and without the version. */
export function linksOf(request: CloudRequest, kind: string, id: string) {
  const root = `${rootOf(request)}/compute`;
  return [
    { rel: 'self', href: `${root}/v2.1/${kind}/${id}` },
    { rel: 'bookmark', href: `${root}/${kind}/${id}` },
  ];
}
