import type { CloudRequest, Route } from '../core/http.js';
import { notFound } from './errors.js';
import { imageAliases } from './images.js';
import { LOCATIONS, type LocationData } from './locations.data.js';
import { type Node, render, whole } from './render.js';

export function locationNode({ id, name, cpuFamilies }: LocationData): Node {
  return {
    id,
    type: 'location',
    path: `/locations/${id}`,
    properties: {
      name,
      features: ['SSD', 'SSD_STORAGE_ZONING'],
      imageAliases: imageAliases(),
      cpuArchitecture: cpuFamilies,
    },
  };
}

/** @throws Refusal `404` */
function named(id: string): LocationData {
  const found = LOCATIONS.find((location) => location.id === id);
  if (!found) throw notFound();
  return found;
}

export function locations(): Route[] {
  const one = (request: CloudRequest, id: string) => ({ status: 200, body: render(request, locationNode(named(id))) });
  return [
    {
      method: 'GET',
      path: '/locations',
      fixed: true,
      handle: (request) => ({ status: 200, body: whole(request, LOCATIONS.map(locationNode)) }),
    },
    {
      method: 'GET',
      path: '/locations/{regionId}',
      handle: (request) => {
        const inRegion = LOCATIONS.filter(({ id }) => id.startsWith(`${request.params['regionId']}/`));
        return { status: 200, body: whole(request, inRegion.map(locationNode)) };
      },
    },
    {
      method: 'GET',
      path: '/locations/{regionId}/{locationId}',
      handle: (request) => one(request, `${request.params['regionId']}/${request.params['locationId']}`),
    },
  ];
}
