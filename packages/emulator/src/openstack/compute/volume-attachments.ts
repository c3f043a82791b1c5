import * as z from 'zod';
import type { CloudRequest, Route } from '../../core/http.js';
import { fault } from '../errors.js';
import { body } from '../input.js';
import type { ServerRecord } from '../records.js';
import { attach, beginDetach } from '../volume/attachment.js';
import type { World } from '../world.js';
import { cannot } from './server-actions.js';
import { serverOf } from './servers.js';
import { microversionOf } from './versions.js';

const shape = z.object({
  volumeAttachment: z.object({
    volumeId: z.string(),
    device: z.string().nullish(),
    tag: z.string().optional(),
    delete_on_termination: z.boolean().default(false),
  }),
});

/** Volumes at a server. */
export function volumeAttachments(world: World): Route[] {
  const find = ({ params }: CloudRequest) => serverOf(world, params['id']!);
  const one = (request: CloudRequest) => {
    const server = find(request);
    const { volume = '' } = request.params;
    const found = server.volumes.find(({ volumeId }) => volumeId === volume);
    if (!found) throw fault(404, `Instance ${server.id} is not attached to volume ${volume}`);
    return { server, found };
  };
  return [
    {
      method: 'GET',
      path: '/servers/{id}/os-volume_attachments',
      handle: (request) => {
        const server = find(request);
        return {
          status: 200,
          body: { volumeAttachments: server.volumes.map((it) => shown(world, request, server, it)) },
        };
      },
    },
    {
      method: 'POST',
      path: '/servers/{id}/os-volume_attachments',
      handle: (request) => {
        const server = find(request);
        if (server.taskState !== null) throw cannot('attach_volume', server, `task_state ${server.taskState}`);
        if (!['ACTIVE', 'SHUTOFF'].includes(server.status))
          throw cannot('attach_volume', server, `vm_state ${server.status.toLowerCase()}`);
        const { volumeId, delete_on_termination: goesWithServer } = body(request, shape).volumeAttachment;
        const volume = world.volumes.get(volumeId);
        if (!volume) throw fault(404, `Volume ${volumeId} could not be found.`);
        if (volume.status !== 'available')
          throw fault(
            400,
            `Invalid volume: Invalid input received: Invalid volume: Volume ${volumeId} status must be available or downloading to reserve, but the current status is ${volume.status}. (HTTP 400)`,
          );
        const device = nextDevice(server);
        const made = { volumeId, device, goesWithServer };
        server.volumes.push(made);
        attach(world, volume, { serverId: server.id, device });
        return { status: 200, body: { volumeAttachment: shown(world, request, server, made) } };
      },
    },
    {
      method: 'GET',
      path: '/servers/{id}/os-volume_attachments/{volume}',
      handle: (request) => {
        const { server, found } = one(request);
        return { status: 200, body: { volumeAttachment: shown(world, request, server, found) } };
      },
    },
    {
      method: 'DELETE',
      path: '/servers/{id}/os-volume_attachments/{volume}',
      handle: (request) => {
        const { server, found } = one(request);
        if (server.taskState !== null) throw cannot('detach_volume', server, `task_state ${server.taskState}`);
        if (found.volumeId === server.rootVolumeId) throw fault(400, 'Cannot detach a root device volume');
        const volume = world.volumes.get(found.volumeId)!;
        if (volume.status !== 'in-use')
          throw fault(
            400,
            `Invalid volume: Invalid input received: Invalid volume: Unable to detach volume. Volume status must be 'in-use' and attach_status must be 'attached' to detach. (HTTP 400)`,
          );
        beginDetach(world, volume);
        return { status: 202 };
      },
    },
  ];
}

/** `/dev/vdb` and so on: the first that is free. */
function nextDevice({ volumes }: ServerRecord): string {
  const taken = new Set(['/dev/vda', ...volumes.map(({ device }) => device)]);
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const free = [...letters].map((letter) => `/dev/vd${letter}`).find((device) => !taken.has(device));
  if (!free) throw fault(403, 'Maximum number of block devices exceeded');
  return free;
}

function shown(
  world: World,
  request: CloudRequest,
  { id }: ServerRecord,
  { volumeId, device, goesWithServer }: ServerRecord['volumes'][number],
) {
  const version = microversionOf(request);
  return {
    ...(version < 2089 ? { id: volumeId } : {}),
    serverId: id,
    volumeId,
    device,
    ...(version >= 2070 ? { tag: null } : {}),
    ...(version >= 2079 ? { delete_on_termination: goesWithServer } : {}),
    ...(version >= 2089
      ? { attachment_id: world.volumes.get(volumeId)?.attachment?.id ?? null, bdm_uuid: volumeId }
      : {}),
  };
}
