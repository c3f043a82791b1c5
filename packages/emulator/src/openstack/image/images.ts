import type { CloudRequest, Route } from '../../core/http.js';
import { date } from '../dates.js';
import { page } from '../errors.js';
import { keystoneId, stableId } from '../ids.js';
import { imagePage } from '../listing.js';
import { rootOf } from '../root.js';

/** When the cloud took them up. */
const UPLOADED = Date.UTC(2026, 10, 1, 6);
const GIB = 1024 ** 3;

/** Public images with the properties that SCS wants of them (scs-0102-v1, docs.scs.community, read 2026-11). */
const PUBLIC: readonly (readonly [name: string, distro: string, version: string, minDiskGib: number, login: string])[] =
  [
    ['Debian 12', 'debian', '12', 5, 'debian'],
    ['Ubuntu 24.04', 'ubuntu', '24.04', 8, 'ubuntu'],
    ['Ubuntu 22.04', 'ubuntu', '22.04', 8, 'ubuntu'],
    ['AlmaLinux 9', 'almalinux', '9', 10, 'almalinux'],
  ];

const ALL = PUBLIC.map(([name, distro, version, minDiskGib, login]) => {
  const id = stableId('image', name);
  return {
    id,
    name,
    status: 'active',
    visibility: 'public',
    protected: true,
    owner: keystoneId('project', 'the cloud itself'),
    created_at: date(UPLOADED),
    updated_at: date(UPLOADED),
    min_disk: minDiskGib,
    min_ram: 512,
    size: GIB,
    virtual_size: null,
    disk_format: 'raw',
    container_format: 'bare',
    checksum: keystoneId('md5', name),
    os_hash_algo: 'sha512',
    os_hash_value: `${keystoneId('sha', name)}`.repeat(4),
    os_hidden: false,
    tags: [] as string[],
    architecture: 'x86_64',
    os_distro: distro,
    os_version: version,
    os_purpose: 'generic',
    hw_disk_bus: 'scsi',
    hw_scsi_model: 'virtio-scsi',
    hw_rng_model: 'virtio',
    image_original_user: login,
    image_source: 'private',
    image_description: 'Holds no operating system: nothing boots in an emulator',
    image_build_date: '2026-11-01',
    replace_frequency: 'never',
    provided_until: 'none',
    uuid_validity: 'forever',
    self: `/v2/images/${id}`,
    file: `/v2/images/${id}/file`,
    schema: '/v2/schemas/image',
  };
});

export type Image = (typeof ALL)[number];

export function imageOf(id: string): Image | undefined {
  return ALL.find((one) => one.id === id);
}

/** Fields by which Glance filters when they are in the query. */
const FILTERS = [
  'name',
  'status',
  'visibility',
  'owner',
  'disk_format',
  'os_distro',
  'os_version',
  'architecture',
] as const;

/** Glance: images can be read here, not made. */
export function imageService(): Route[] {
  return [
    {
      method: 'GET',
      path: '/v2/images',
      handle: (request) =>
        imagePage(
          request,
          ALL.filter((one) => fits(one, request)),
        ),
    },
    {
      method: 'GET',
      path: '/v2/images/{id}',
      handle: (request) => {
        const { params } = request;
        const found = imageOf(params['id']!);
        if (!found) throw page(request, 404, 'Not Found', `Failed to find image ${params['id']}`);
        return { status: 200, body: found };
      },
    },
  ];
}

function fits(image: Image, { query }: CloudRequest): boolean {
  return FILTERS.every((name) => !query.has(name) || query.get(name) === image[name]);
}

/** Glance's own page about its versions: nobody has to log in for it. */
export function imageVersions(): Route[] {
  const versions = (request: CloudRequest) => ({
    status: 300,
    body: {
      versions: [
        { id: 'v2.16', status: 'CURRENT', links: [{ rel: 'self', href: `${rootOf(request)}/image/v2/` }] },
        { id: 'v2.0', status: 'SUPPORTED', links: [{ rel: 'self', href: `${rootOf(request)}/image/v2/` }] },
      ],
    },
  });
  return ['', '/', '/versions'].map((path) => ({ method: 'GET', path, handle: versions }));
}
