import type { Route } from '../core/http.js';
import { notFound } from './errors.js';

export interface Region {
  readonly name: string;
  readonly type: 'region' | 'region-3-az' | 'localzone';
  readonly continent: 'EU' | 'NA';
  readonly country: string;
  readonly datacenter: string;
  readonly zones: readonly string[];
  readonly services: readonly string[];
}

const SERVICES = ['image', 'instance', 'network', 'storage', 'volume', 'workflow', 'octavialoadbalancer'];
const classic = (name: string, country: string, continent: Region['continent'] = 'EU'): Region => ({
  name,
  type: 'region',
  continent,
  country,
  datacenter: name.replace(/\d+$/, ''),
  zones: [],
  services: SERVICES,
});

/** Some of the regions that a project can have (docs.ovhcloud.com, Public Cloud, regions, read 2026-11). */
export const REGIONS: readonly Region[] = [
  classic('BHS5', 'ca', 'NA'),
  {
    name: 'EU-WEST-PAR',
    type: 'region-3-az',
    continent: 'EU',
    country: 'fr',
    datacenter: 'PAR',
    zones: ['eu-west-par-a', 'eu-west-par-b', 'eu-west-par-c'],
    services: SERVICES,
  },
  classic('GRA11', 'fr'),
  { ...classic('RBX-ARCHIVE', 'fr'), datacenter: 'RBX', services: ['storage'] },
];

export function regionNamed(name: string): Region | undefined {
  return REGIONS.find((one) => one.name === name);
}

/** @throws Refusal where the project has no such region. */
export function knownRegion(name: string): Region {
  const region = regionNamed(name);
  if (!region) throw notFound(`Region ${name} does not exist`);
  return region;
}

const PROJECT = '/cloud/project/{serviceName}';

export function regions(): Route[] {
  return [
    {
      method: 'GET',
      path: `${PROJECT}/region`,
      handle: () => ({ status: 200, body: REGIONS.map(({ name }) => name) }),
    },
    {
      method: 'GET',
      path: `${PROJECT}/region/{regionName}`,
      handle: ({ params }) => ({ status: 200, body: shown(knownRegion(params['regionName']!)) }),
    },
    { method: 'GET', path: `${PROJECT}/regionAvailable`, handle: () => ({ status: 200, body: [] }) },
  ];
}

function shown({ name, type, continent, country, datacenter, zones, services }: Region) {
  return {
    name,
    type,
    status: 'UP',
    continentCode: continent,
    countryCode: country,
    datacenterLocation: datacenter,
    ipCountries: [],
    availabilityZones: zones,
    services: services.map((service) => ({
      name: service,
      status: 'UP',
      endpoint: `https://${service}.compute.${name.toLowerCase()}.cloud.ovh.net/`,
    })),
  };
}
