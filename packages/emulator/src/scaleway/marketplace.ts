import type { CloudRequest, Route } from '../core/http.js';
import { date } from './dates.js';
import { invalidArguments, notFound } from './errors.js';
import { stableId } from './ids.js';
import { DISTRIBUTIONS, PUBLISHED_AT } from './images.data.js';
import { sorted } from './listing.js';
import { fits, type LocalImage, localImage, localImages } from './local-images.js';
import { page } from './paging.js';
import { serverTypes } from './server-types.js';

type Distribution = (typeof DISTRIBUTIONS)[number];

const CATEGORY = { id: stableId('category', 'distribution'), name: 'distribution', description: '' };
const imageId = (label: string) => stableId('marketplace image', label);
const versionId = (label: string) => stableId('marketplace version', label);

export function marketplace(): Route[] {
  const byOf = (of: (label: string) => string, id: string, resource: string): Distribution => {
    const found = DISTRIBUTIONS.find(({ label }) => of(label) === id);
    if (!found) throw notFound(resource, id);
    return found;
  };
  const get = (path: string, handle: Route['handle']): Route => ({
    method: 'GET',
    path: `/marketplace/v2/${path}`,
    handle,
  });
  return [
    get('images', (request) => {
      const arch = request.query.get('arch');
      const category = request.query.get('category');
      const wanted = DISTRIBUTIONS.filter(
        ({ label }) =>
          (!category || category === CATEGORY.name) && (!arch || ofLabel(label).some((i) => i.arch === arch)),
      );
      return page(request, 'images', sorted(wanted, request, 'order_by', 'name_asc', IMAGE_ORDER), shownImage);
    }),
    get('images/{image_id}', ({ params }) => ({
      status: 200,
      body: shownImage(byOf(imageId, params['image_id']!, 'image')),
    })),
    get('versions', (request) => {
      const image = request.query.get('image_id');
      if (!image) throw invalidArguments({ argument_name: 'image_id', reason: 'required' });
      const { label } = byOf(imageId, image, 'image');
      return page(request, 'versions', [label], shownVersion);
    }),
    get('versions/{version_id}', ({ params }) => ({
      status: 200,
      body: shownVersion(byOf(versionId, params['version_id']!, 'version').label),
    })),
    get('local-images', (request) => page(request, 'local_images', wantedLocally(request), shownLocalImage)),
    get('local-images/{local_image_id}', ({ params }) => {
      const image = localImage(params['local_image_id']!);
      if (!image) throw notFound('local_image', params['local_image_id']!);
      return { status: 200, body: shownLocalImage(image) };
    }),
    get('categories', (request) => page(request, 'categories', [CATEGORY], (category) => category)),
    get('categories/{category_id}', ({ params }) => {
      if (params['category_id'] !== CATEGORY.id) throw notFound('category', params['category_id']!);
      return { status: 200, body: CATEGORY };
    }),
  ];
}

const IMAGE_ORDER = {
  name: ({ name }: Distribution) => name,
  created_at: () => PUBLISHED_AT,
  updated_at: () => PUBLISHED_AT,
};

const LOCAL_IMAGE_ORDER = { type: ({ type }: LocalImage) => type, created_at: () => PUBLISHED_AT };

const ofLabel = (label: string) => localImages.filter((image) => image.label === label);

function wantedLocally(request: CloudRequest): LocalImage[] {
  const { query } = request;
  const [label, image, version] = [query.get('image_label'), query.get('image_id'), query.get('version_id')];
  if (!label && !image && !version) {
    throw invalidArguments({ argument_name: 'image_label', reason: 'required' });
  }
  const [zone, arch] = [query.get('zone'), query.get('arch')];
  const type = query.get('type') === 'unknown_type' ? null : query.get('type');
  const wanted = localImages.filter(
    (local) =>
      (!label || local.label === label) &&
      (!image || imageId(local.label) === image) &&
      (!version || versionId(local.label) === version) &&
      (!zone || local.zone === zone) &&
      (!arch || local.arch === arch) &&
      (!type || local.type === type),
  );
  if (wanted.length === 0 && label && ofLabel(label).length === 0) return [];
  return sorted(wanted, request, 'order_by', 'type_asc', LOCAL_IMAGE_ORDER);
}

function shownImage({ label, name }: Distribution) {
  const at = date(PUBLISHED_AT);
  return {
    id: imageId(label),
    name,
    description: name,
    logo: '',
    categories: [CATEGORY.name],
    created_at: at,
    updated_at: at,
    valid_until: null,
    label,
  };
}

function shownVersion(label: string) {
  const at = date(PUBLISHED_AT);
  return { id: versionId(label), name: label, created_at: at, updated_at: at, published_at: at };
}

function shownLocalImage(image: LocalImage) {
  return {
    id: image.id,
    arch: image.arch,
    zone: image.zone,
    compatible_commercial_types: serverTypes.filter((type) => fits(image, type)).map(({ name }) => name),
    label: image.label,
    type: image.type,
  };
}
