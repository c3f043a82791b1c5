import type { CloudRequest, Route } from '../core/http.js';
import { there, type World } from './world.js';

const DATA = '/instance/v1/zones/{zone}/servers/{server_id}/user_data';
const ENTRY = `${DATA}/{key}`;

/** Texts a server finds at boot, by key; `cloud-init` is the one that cloud-init reads. */
export function userData(world: World): Route[] {
  const find = ({ params }: CloudRequest) =>
    there(world.servers.get(params['server_id']!), 'instance_server', params['server_id']!, params['zone']);
  return [
    {
      method: 'GET',
      path: DATA,
      handle: (request) => ({ status: 200, body: { user_data: Object.keys(find(request).userData) } }),
    },
    {
      method: 'GET',
      path: ENTRY,
      secretBodies: true,
      handle: (request) => {
        const text = find(request).userData[request.params['key']!];
        // A key that is not there gets no body (recorded 2025-11).
        if (text === undefined) return { status: 404, headers: { 'Content-Type': 'text/plain' } };
        return { status: 200, headers: { 'Content-Type': 'text/plain' }, body: text };
      },
    },
    {
      method: 'PATCH',
      path: ENTRY,
      secretBodies: true,
      handle: (request) => {
        find(request).userData[request.params['key']!] = request.text;
        return { status: 204, headers: { 'Content-Type': 'text/plain' } };
      },
    },
    {
      method: 'DELETE',
      path: ENTRY,
      handle: (request) => {
        delete find(request).userData[request.params['key']!];
        return { status: 204 };
      },
    },
  ];
}
