import type { Route } from '../core/http.js';
import { stableId } from '../openstack/ids.js';
import { notFound } from './errors.js';
import { REGIONS } from './regions.js';

export interface Image {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly user: string;
  readonly type: 'linux' | 'windows';
  readonly minDisk: number;
  readonly flavorType: string | null;
}

const NAMES: readonly (readonly [name: string, user: string, minDisk: number, flavorType?: string])[] = [
  ['AlmaLinux 8', 'almalinux', 0],
  ['AlmaLinux 9', 'almalinux', 0],
  ['Centos Stream 9', 'cloud-user', 0],
  ['Debian 11', 'debian', 0],
  ['Debian 12', 'debian', 0],
  ['Debian 12 - Docker', 'debian', 0],
  ['Debian 13', 'debian', 0],
  ['Fedora 42', 'fedora', 0],
  ['Rocky Linux 9', 'rocky', 0],
  ['Ubuntu 22.04', 'ubuntu', 0],
  ['Ubuntu 24.04', 'ubuntu', 0],
  ['NVIDIA GPU Cloud (NGC)', 'ubuntu', 50, 'ovh.ssd.gpu'],
];

/** Images as the API lists them by name (recorded in issues of ovh/terraform-provider-ovh, read 2026-11); their ids differ by region. */
const ALL: readonly Image[] = REGIONS.filter(({ services }) => services.includes('instance')).flatMap(
  ({ name: region }) => [
    ...NAMES.map(([name, user, minDisk, flavorType = null]) => ({
      id: stableId('image', region, name),
      name,
      region,
      user,
      type: 'linux' as const,
      minDisk,
      flavorType,
    })),
    {
      id: stableId('image', region, 'windows'),
      name: 'Windows Server 2022 Standard (Core)',
      region,
      user: 'admin',
      type: 'windows' as const,
      minDisk: 50,
      flavorType: null,
    },
  ],
);

export function imageById(id: string): Image | undefined {
  return ALL.find((one) => one.id === id);
}

const PROJECT = '/cloud/project/{serviceName}';

export function images(): Route[] {
  return [
    {
      method: 'GET',
      path: `${PROJECT}/image`,
      handle: ({ query }) => {
        const [region, os] = [query.get('region'), query.get('osType')];
        const wanted = ALL.filter((one) => (!region || one.region === region) && (!os || one.type === os));
        return { status: 200, body: wanted.map(shownImage) };
      },
    },
    {
      method: 'GET',
      path: `${PROJECT}/image/{imageId}`,
      handle: ({ params }) => {
        const found = imageById(params['imageId']!);
        if (!found) throw notFound('Image does not exist');
        return { status: 200, body: shownImage(found) };
      },
    },
    { method: 'GET', path: `${PROJECT}/snapshot`, handle: () => ({ status: 200, body: [] }) },
  ];
}

export function shownImage({ id, name, region, user, type, minDisk, flavorType }: Image) {
  return {
    id,
    name,
    region,
    visibility: 'public',
    status: 'active',
    type,
    user,
    minDisk,
    minRam: 0,
    size: 2.1,
    creationDate: '2026-09-01T08:00:00Z',
    flavorType,
    tags: [],
    planCode: null,
  };
}
