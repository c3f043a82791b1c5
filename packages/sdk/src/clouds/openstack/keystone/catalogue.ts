import { CloudError } from '../../../errors/index.js';
import type { Interface } from '../credentials.js';

/** The part of a token that says where the services are. */
export type WireCatalogue = readonly {
  type: string;
  endpoints: readonly { interface: string; region: string | null; region_id?: string | null; url: string }[];
}[];

/** Regions that the catalogue names, each once. */
export function regionsOf(catalogue: WireCatalogue): string[] {
  const all = catalogue.flatMap(({ endpoints }) => endpoints.map((e) => e.region_id ?? e.region));
  return [...new Set(all.filter((region) => region !== null))].sort();
}

/** The region that is wanted, or the only one that has servers. */
export function chooseRegion(catalogue: WireCatalogue, wanted: string | undefined): string {
  const withServers = regionsOf(catalogue.filter(({ type }) => type === 'compute'));
  const [only] = withServers;
  if (wanted !== undefined && withServers.includes(wanted)) return wanted;
  if (wanted === undefined && only !== undefined && withServers.length === 1) return only;
  throw new CloudError('invalid', {
    attribute: ['region'],
    message:
      wanted === undefined ? 'the cloud has several regions and none is chosen' : `the cloud has no region "${wanted}"`,
    next: [
      withServers.length
        ? `set region (or OS_REGION_NAME, or region_name in clouds.yaml) to one of ${withServers.join(', ')}`
        : 'check the project of the credentials: its catalogue has no compute service',
    ],
  });
}

/** URL of a service, by the first of `types` that the catalogue has in that region. */
export function endpointOf(
  catalogue: WireCatalogue,
  types: readonly string[],
  region: string,
  face: Interface,
): string {
  for (const wanted of types) {
    const found = catalogue
      .filter(({ type }) => type === wanted)
      .flatMap(({ endpoints }) => endpoints)
      .find((e) => (e.region_id ?? e.region) === region && e.interface.replace(/URL$/, '') === face);
    if (found) return found.url;
  }
  throw new CloudError('unsupported', {
    message: `the service catalogue has no ${types[0]} service in ${region} (interface ${face})`,
    next: ['use another region or interface', 'or ask the cloud whether it offers this'],
  });
}

/** Where a service's API of one version is: the base of its paths, and the page that tells its microversions. */
export interface VersionedUrl {
  base: string;
  about: string;
}

/**
 * Joins a catalogue URL and an API version. Catalogues write the URL with or without the version, with or without the project
 * after it (docs.openstack.org/api-guide/compute, "Endpoint URLs", read 2026-11); a project that is written there is kept.
 */
export function versionedUrl(url: string, version: string, projectId: string, needsProject: boolean): VersionedUrl {
  const bare = url.replace(/\/+$/, '');
  const match = /^(.*?)\/v\d+(?:\.\d+)?(\/[^/]+)?$/.exec(bare);
  const root = match?.[1] ?? bare;
  const project = match?.[2] ?? (needsProject ? `/${projectId}` : '');
  return { base: `${root}/${version}${project}`, about: `${root}/${version}/` };
}
