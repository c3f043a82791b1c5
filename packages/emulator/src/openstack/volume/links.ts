import type { CloudRequest } from '../../core/http.js';
import { rootOf } from '../root.js';
import type { World } from '../world.js';

export function cinderLinks({ projectId }: World, request: CloudRequest, kind: string, id: string) {
  const root = `${rootOf(request)}/volumev3`;
  return [
    { rel: 'self', href: `${root}/v3/${projectId}/${kind}/${id}` },
    { rel: 'bookmark', href: `${root}/${projectId}/${kind}/${id}` },
  ];
}
