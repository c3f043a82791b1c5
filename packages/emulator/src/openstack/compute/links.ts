import type { CloudRequest } from '../../core/http.js';

/** The two links that Nova gives everything: with and without the version. */
export function linksOf({ url }: CloudRequest, kind: string, id: string) {
  const root = `${url.origin}/openstack/compute`;
  return [
    { rel: 'self', href: `${root}/v2.1/${kind}/${id}` },
    { rel: 'bookmark', href: `${root}/${kind}/${id}` },
  ];
}
