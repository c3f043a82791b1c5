import type { CloudRequest, Route } from '../../core/http.js';
import { fault } from '../errors.js';
import { stableId } from '../ids.js';
import { page } from '../listing.js';
import { FLAVORS, type Flavor } from './flavors.data.js';
import { linksOf } from './links.js';
import { microversionOf } from './versions.js';

const ALL = FLAVORS.map((flavor) => ({ ...flavor, id: stableId('flavor', flavor.name) }));

/** The flavour of that id. */
export function flavorOf(id: string): (Flavor & { id: string }) | undefined {
  return ALL.find((one) => one.id === id);
}

export function flavors(): Route[] {
  const filtered = ({ query }: CloudRequest) => {
    const [disk, ram] = [Number(query.get('minDisk') ?? 0), Number(query.get('minRam') ?? 0)];
    return ALL.filter((one) => one.diskGib >= disk && one.memoryGib * 1024 >= ram);
  };
  return [
    {
      method: 'GET',
      path: '/flavors',
      handle: (request) =>
        page(request, 'flavors', filtered(request), ({ id, name }) => ({
          id,
          name,
          links: linksOf(request, 'flavors', id),
        })),
    },
    {
      method: 'GET',
      path: '/flavors/detail',
      handle: (request) => page(request, 'flavors', filtered(request), (one) => shown(request, one)),
    },
    {
      method: 'GET',
      path: '/flavors/{id}',
      handle: (request) => {
        const found = flavorOf(request.params['id']!);
        if (!found) throw fault(404, `Flavor ${request.params['id']} could not be found.`);
        return { status: 200, body: { flavor: shown(request, found) } };
      },
    },
    {
      method: 'GET',
      path: '/flavors/{id}/os-extra_specs',
      handle: ({ params }) => ({ status: 200, body: { extra_specs: flavorOf(params['id']!)?.extraSpecs ?? {} } }),
    },
  ];
}

function shown(request: CloudRequest, { id, name, vcpus, memoryGib, diskGib, extraSpecs }: Flavor & { id: string }) {
  const version = microversionOf(request);
  return {
    id,
    name,
    vcpus,
    ram: memoryGib * 1024,
    disk: diskGib,
    swap: version >= 2075 ? 0 : '',
    rxtx_factor: 1,
    'OS-FLV-DISABLED:disabled': false,
    'OS-FLV-EXT-DATA:ephemeral': 0,
    'os-flavor-access:is_public': true,
    links: linksOf(request, 'flavors', id),
    ...(version >= 2055 ? { description: null } : {}),
    ...(version >= 2061 ? { extra_specs: extraSpecs } : {}),
  };
}
