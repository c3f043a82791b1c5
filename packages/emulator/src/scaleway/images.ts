import type { Route } from '../core/http.js';
import { instanceDate } from './dates.js';
import { notFound } from './errors.js';
import { stableId } from './ids.js';
import { IMAGE_OWNER, PUBLISHED_AT } from './images.data.js';
import { flag } from './listing.js';
import { type LocalImage, localImage, localImages } from './local-images.js';
import { instancePage } from './paging.js';
import type { World } from './world.js';

/** The images' own size; a root volume is that big unless it is asked to be bigger (recorded 2026-07). */
export const IMAGE_SIZE = 10_000_000_000;

const IMAGES = '/instance/v1/zones/{zone}/images';

/** The instance API's view of images: the marketplace's in this zone. The emulator keeps no images of one's own. */
export function images(_world: World): Route[] {
  return [
    {
      method: 'GET',
      path: IMAGES,
      handle: (request) => {
        const { params, query } = request;
        const [name, arch, project] = [query.get('name'), query.get('arch'), query.get('project')];
        const wanted = localImages.filter(
          (image) =>
            image.zone === params['zone'] &&
            flag(query, 'public') !== false &&
            (!name || image.name.includes(name)) &&
            (!arch || image.arch === arch) &&
            (!project || project === IMAGE_OWNER),
        );
        return instancePage(request, 'images', wanted, shownImage);
      },
    },
    {
      method: 'GET',
      path: `${IMAGES}/{image_id}`,
      handle: ({ params }) => {
        const { zone, image_id: id = '' } = params;
        const image = localImage(id);
        if (image?.zone !== zone) throw notFound('instance_image', id);
        return { status: 200, body: { image: shownImage(image!) } };
      },
    },
  ];
}

export function snapshotOf(image: LocalImage): string {
  return stableId('root volume', image.id);
}

export function shownImage(image: LocalImage) {
  const local = image.type === 'instance_local';
  return {
    id: image.id,
    name: image.name,
    organization: IMAGE_OWNER,
    project: IMAGE_OWNER,
    // An image on block storage tells neither size nor name of its snapshot (recorded 2026-07).
    root_volume: {
      id: snapshotOf(image),
      name: local ? image.name : '',
      size: local ? IMAGE_SIZE : 0,
      volume_type: local ? 'l_ssd' : 'sbs_snapshot',
    },
    extra_volumes: {},
    public: true,
    arch: image.arch,
    creation_date: instanceDate(PUBLISHED_AT),
    modification_date: instanceDate(PUBLISHED_AT),
    default_bootscript: null,
    from_server: '',
    state: 'available',
    tags: [],
    zone: image.zone,
  };
}
