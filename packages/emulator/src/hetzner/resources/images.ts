import * as z from 'zod';
import type { Route } from '../../core/http.js';
import { HetznerError, notFound } from '../errors.js';
import { labels, read } from '../input.js';
import { keepOneOf } from '../query/filter.js';
import type { Image } from '../records.js';
import { deleteRoute, protectionRoute, type ResourceKind, readRoutes } from '../resource.js';
import { get, ok, put } from '../routes.js';
import type { World } from '../world.js';

const updateBody = z.object({
  description: z.string().optional(),
  type: z.literal('snapshot').optional(),
  labels: labels.optional(),
});

export function imageRoutes(world: World): Route[] {
  const kind: ResourceKind<Image> & { type: 'image' } = {
    path: '/images',
    one: 'image',
    many: 'images',
    label: 'image',
    type: 'image',
    collection: world.ownImages,
    view: () => (image) => image,
    list(request, images) {
      let items = keepOneOf(request, images, 'type', ({ type }) => type, ['system', 'app', 'snapshot', 'backup']);
      items = keepOneOf(request, items, 'status', ({ status }) => status, ['available', 'creating', 'unavailable']);
      items = keepOneOf(request, items, 'architecture', ({ architecture }) => architecture, ['x86', 'arm']);
      items = keepOneOf(request, items, 'bound_to', ({ bound_to }) => (bound_to === null ? null : String(bound_to)));
      return request.query.get('include_deprecated') === 'true'
        ? items
        : items.filter(({ deprecated }) => deprecated === null);
    },
  };
  world.actions.onFinish('create_image', ({ data }) => {
    const image = world.ownImages.get(Number(data['image']));
    if (!image) return;
    image.status = 'available';
    image.image_size = 2.3; // GB: an emulated disk is always nearly empty
  });

  const [list, , ...actions] = readRoutes(world, kind, () => world.images());
  return [
    list!,
    get('/images/{id}', ({ params }) => {
      const id = params['id']!;
      const image = world.images().find((candidate) => String(candidate.id) === id);
      if (!image) throw notFound('image', id);
      return ok({ image });
    }),
    ...actions,
    put('/images/{id}', (request) => {
      const image = own(world, request.params['id']!);
      const body = read(request, updateBody);
      if (body.type === 'snapshot') Object.assign(image, { type: 'snapshot', bound_to: null });
      if (body.description !== undefined) image.description = body.description;
      if (body.labels !== undefined) image.labels = body.labels;
      return ok({ image });
    }),
    { ...deleteRoute(world, kind, (image) => world.actions.mustBeFree([{ id: image.id, type: 'image' }])) },
    protectionRoute(world, kind),
  ];
}

/** @throws HetznerError for a system image, which nobody but the vendor may change. */
function own(world: World, id: string): Image {
  if (world.images().some((image) => String(image.id) === id && image.type === 'system')) {
    throw new HetznerError('forbidden', 'system images cannot be changed');
  }
  return world.must(world.ownImages, 'image', id);
}

/** An image by id, or by name for an architecture; the name of a deprecated one still serves. */
export function findImage(
  world: World,
  reference: string | number,
  architecture: Image['architecture'],
): Image | undefined {
  return world
    .images()
    .find(
      (image) =>
        image.id === Number(reference) || (image.name === String(reference) && image.architecture === architecture),
    );
}
