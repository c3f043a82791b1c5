import { createHash } from 'node:crypto';
import type { Route } from '../core/http.js';
import { notFound } from './errors.js';
import { IMAGES } from './images.data.js';
import { LOCATIONS } from './locations.data.js';
import { type Node, render, whole } from './render.js';

interface Image {
  id: string;
  location: string;
  name: string;
  aliases: readonly string[];
  /** GB. */
  size: number;
  type: 'HDD' | 'CDROM';
}

/** One image a location: their ids differ, the aliases are the same everywhere. */
const ALL: readonly Image[] = LOCATIONS.flatMap(({ id: location }) =>
  IMAGES.map((image) => ({ ...image, location, id: idOf(`${location} ${image.name}`) })),
);

export function imageAliases(): string[] {
  return IMAGES.flatMap(({ aliases }) => [...aliases]);
}

/** The image that a volume at `location` is made of, by its id or an alias. */
export function imageAt(location: string, named: { id?: string | null; alias?: string | null }): Image | undefined {
  return ALL.find(
    (one) => one.location === location && (one.id === named.id || (named.alias && one.aliases.includes(named.alias))),
  );
}

function imageNode({ id, location, name, aliases, size, type }: Image): Node {
  const hot = type === 'HDD';
  return {
    id,
    type: 'image',
    path: `/images/${id}`,
    metadata: {
      etag: createHash('md5').update(id).digest('hex'),
      createdDate: '2026-06-01T08:00:00Z',
      createdBy: 'System',
      createdByUserId: 'nonExistentUserId',
      lastModifiedDate: '2026-06-01T08:00:00Z',
      lastModifiedBy: 'System',
      lastModifiedByUserId: 'nonExistentUserId',
      state: 'AVAILABLE',
    },
    properties: {
      name,
      description: '',
      location,
      size,
      cpuHotPlug: hot,
      cpuHotUnplug: false,
      ramHotPlug: hot,
      ramHotUnplug: false,
      nicHotPlug: hot,
      nicHotUnplug: hot,
      discVirtioHotPlug: hot,
      discVirtioHotUnplug: hot,
      discScsiHotPlug: false,
      discScsiHotUnplug: false,
      licenceType: 'LINUX',
      imageType: type,
      public: true,
      imageAliases: [...aliases],
      cloudInit: hot ? 'V1' : 'NONE',
    },
  };
}

export function images(): Route[] {
  return [
    {
      method: 'GET',
      path: '/images',
      fixed: true,
      handle: (request) => ({ status: 200, body: whole(request, ALL.map(imageNode)) }),
    },
    {
      method: 'GET',
      path: '/images/{imageId}',
      handle: (request) => {
        const found = ALL.find(({ id }) => id === request.params['imageId']);
        if (!found) throw notFound();
        return { status: 200, body: render(request, imageNode(found)) };
      },
    },
    { method: 'GET', path: '/snapshots', handle: (request) => ({ status: 200, body: whole(request, []) }) },
  ];
}

/** The same uuid for the same text, ever. */
function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
