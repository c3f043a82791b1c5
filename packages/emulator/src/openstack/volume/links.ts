import type { CloudRequest } from '../../core/http.js';
import type { World } from '../world.js';

export function cinderLinks({ projectId }: World, { url }: CloudRequest, kind: string, id: string) {
  const root = `${url.origin}/openstack/volumev3`;
  return [
    { rel: 'self', href: `${root}/v3/${projectId}/${kind}/${id}` },
    { rel: 'bookmark', href: `${root}/${projectId}/${kind}/${id}` },
  ];
}
