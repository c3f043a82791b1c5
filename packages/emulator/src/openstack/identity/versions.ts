import type { CloudRequest, Route } from '../../core/http.js';
import { rootOf } from '../root.js';

const MEDIA = [{ base: 'application/json', type: 'application/vnd.openstack.identity-v3+json' }];

/** Keystone's own pages about its version: nobody has to log in for them. */
export function identityVersions(): Route[] {
  const v3 = (request: CloudRequest) => ({
    id: 'v3.14',
    status: 'stable',
    updated: '2020-04-07T00:00:00Z',
    links: [{ rel: 'self', href: `${rootOf(request)}/identity/v3/` }],
    'media-types': MEDIA,
  });
  const one = (request: CloudRequest) => ({ status: 200, body: { version: v3(request) } });
  const all = (request: CloudRequest) => ({
    status: 300,
    headers: { Location: v3(request).links[0]!.href },
    body: { versions: { values: [v3(request)] } },
  });
  return [
    { method: 'GET', path: '', handle: all },
    { method: 'GET', path: '/', handle: all },
    { method: 'GET', path: '/v3', handle: one },
    { method: 'GET', path: '/v3/', handle: one },
  ];
}
