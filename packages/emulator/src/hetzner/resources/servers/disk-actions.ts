import * as z from 'zod';
import type { Route } from '../../../core/http.js';
import { findIso } from '../../catalogue/isos.js';
import { serverTypeOf } from '../../catalogue/server-types.js';
import { HetznerError, invalidInput, isProtected } from '../../errors.js';
import { labels, read, reference } from '../../input.js';
import type { Image, Server } from '../../records.js';
import type { World } from '../../world.js';
import { findImage } from '../images.js';
import { newPassword, serverAction, serverOf } from './action.js';
import { resourceOf } from './resource.js';

const rebuildBody = z.object({ image: reference, user_data: z.string().nullish() });
const imageBody = z.object({
  description: z.string().optional(),
  type: z.enum(['snapshot', 'backup']).default('snapshot'),
  labels: labels.default({}),
});
const isoBody = z.object({ iso: reference });

/** Actions on what the server's disks and drives hold. */
export function diskActions(world: World): Route[] {
  world.actions.onFinish('rebuild_server', (action) => {
    const server = serverOf(world, action);
    if (!server) return;
    server.image = Number(action.data['image']);
    server.status = 'running';
  });
  world.actions.onFinish('enable_backup', (action) => {
    const server = serverOf(world, action);
    if (server) server.backup_window = BACKUP_WINDOW;
  });
  world.actions.onFinish('disable_backup', (action) => {
    const server = serverOf(world, action);
    if (!server) return;
    server.backup_window = null;
    for (const image of world.ownImages.list()) if (image.bound_to === server.id) world.ownImages.delete(image.id);
  });
  world.actions.onFinish('attach_iso', (action) => {
    const server = serverOf(world, action);
    if (server) server.iso = Number(action.data['iso']);
  });
  world.actions.onFinish('detach_iso', (action) => {
    const server = serverOf(world, action);
    if (server) server.iso = null;
  });

  return [
    serverAction(world, 'rebuild', (server, request) => {
      if (server.protection.rebuild) throw isProtected('server', 'rebuild');
      const body = read(request, rebuildBody);
      const type = serverTypeOf(server.server_type);
      const image = findImage(world, body.image, type.architecture);
      if (!image) throw invalidInput({ image: `image '${body.image}' not found` });
      if (image.architecture !== type.architecture)
        throw invalidInput({ image: 'is of another architecture than the server' });
      if (image.disk_size > server.primary_disk_size)
        throw invalidInput({ image: 'disk of image is larger than that of the server' });
      return {
        plan: { command: 'rebuild_server', data: { image: image.id } },
        meanwhile: () => {
          server.status = 'rebuilding';
          if (body.user_data != null) server.user_data = body.user_data;
        },
        reply: { root_password: server.ssh_keys.length === 0 ? newPassword() : null },
      };
    }),
    serverAction(world, 'create_image', (server, request) => {
      const body = read(request, imageBody);
      if (body.type === 'backup' && server.backup_window === null) {
        throw new HetznerError('invalid_input', 'backups are not enabled for the server');
      }
      world.mustFit('images', 'snapshot', world.ownImages.filter(({ type }) => type === 'snapshot').length);
      const image = newImage(world, server, body);
      return {
        plan: {
          command: 'create_image',
          resources: [resourceOf(server), { id: image.id, type: 'image' }],
          locks: [resourceOf(server), { id: image.id, type: 'image' }],
          data: { image: image.id },
        },
        reply: { image },
      };
    }),
    serverAction(world, 'enable_backup', () => ({ plan: { command: 'enable_backup' } })),
    serverAction(world, 'disable_backup', () => ({ plan: { command: 'disable_backup' } })),
    serverAction(world, 'attach_iso', (server, request) => {
      const wanted = read(request, isoBody).iso;
      const iso = findIso(wanted);
      if (!iso) throw new HetznerError('not_found', `ISO '${wanted}' not found`);
      if (iso.architecture !== serverTypeOf(server.server_type).architecture) {
        throw invalidInput({ iso: 'is of another architecture than the server' });
      }
      return {
        plan: {
          command: 'attach_iso',
          resources: [resourceOf(server), { id: iso.id, type: 'iso' }],
          data: { iso: iso.id },
        },
      };
    }),
    serverAction(world, 'detach_iso', () => ({ plan: { command: 'detach_iso' } })),
  ];
}

/** The vendor picks a window itself; this one is always free here. */
const BACKUP_WINDOW = '22-02';

function newImage(world: World, server: Server, body: z.output<typeof imageBody>): Image {
  const base = world.images().find(({ id }) => id === server.image);
  const id = world.newId('image');
  return world.ownImages.put(id, {
    id,
    name: null,
    type: body.type,
    status: 'creating',
    description: body.description ?? `${body.type} of ${server.name}`,
    image_size: null,
    disk_size: server.primary_disk_size,
    created: world.now(),
    created_from: { id: server.id, name: server.name },
    bound_to: body.type === 'backup' ? server.id : null,
    os_flavor: base?.os_flavor ?? 'unknown',
    os_version: base?.os_version ?? null,
    rapid_deploy: false,
    protection: { delete: false },
    deprecated: null,
    deleted: null,
    labels: body.labels,
    architecture: serverTypeOf(server.server_type).architecture,
  });
}
