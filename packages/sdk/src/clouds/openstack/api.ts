import { CloudError, isCloudError } from '../../errors/index.js';
import { externalNetwork } from '../../openstack/external-network.js';
import type { MicroversionRange } from '../../openstack/microversion.js';
import type { NetworkApi } from '../../openstack/network/api.js';
import { Service } from '../../openstack/service.js';
import type { WireFlavor, WireImage, WireSecurityGroup, WireZone } from '../../openstack/wire.js';
import type { ConnectContext } from '../../runtime/driver/cloud.js';
import type { Link } from '../../runtime/transport/http.js';
import type { OpenStackConfig } from './config.js';
import { findCredentials } from './credentials.js';
import { chooseRegion, endpointOf, versionedUrl } from './keystone/catalogue.js';
import { Session } from './keystone/session.js';
import { memo } from './memo.js';
import { countryOf, type Profile } from './profiles/profile.js';

/** How long flavours, zones, images and external networks are believed, ms. */
const CATALOGUE_MS = 10 * 60_000;

/** 2.52 (Pike, 2017) is the oldest whose answers are read here; 2.93 (Zed) the newest that was tried. */
const COMPUTE: MicroversionRange = { service: 'compute', min: '2.52', max: '2.93' };
/** From 3.42 on attached volumes can grow; 3.70 (Zed) is the newest that was tried. */
const VOLUME: MicroversionRange = { service: 'volume', min: '3.0', max: '3.70' };

/** The services of one project in one region. */
export interface OpenStackApi extends NetworkApi {
  country: string | null;
  authUrl: string;
  /** What boot volumes are made of; undefined is the cloud's own default. */
  volumeType: string | undefined;
  compute: Service;
  volume: Service;
  image: Service;
  flavors(): Promise<WireFlavor[]>;
  images(): Promise<WireImage[]>;
  /** An image that may be hidden, private or gone: undefined then. Asked once each. */
  imageById(id: string): Promise<WireImage | undefined>;
  /** Names of the zones for servers, in order. */
  zones(): Promise<string[]>;
  /** Names of the zones for volumes. */
  volumeZones(): Promise<string[]>;
}

/** Logs in and finds the services; with a vendor's profile, where the user's settings say nothing else. */
export async function connect(context: ConnectContext<OpenStackConfig>, profile?: Profile): Promise<OpenStackApi> {
  const { clock, config } = context;
  const advise = (error: unknown): never => {
    throw advised(error, config.endpoint === undefined ? profile : undefined);
  };
  const credentials = await findCredentials(context.id, config, context.env, profile).catch(advise);
  const session = new Session(context.transport({ baseUrl: credentials.authUrl }), credentials, clock);
  const { catalogue, projectId } = await session.open().catch(advise);
  const region = chooseRegion(catalogue, credentials.region);

  const authenticate: Link = (next) => (request) =>
    next({ ...request, headers: { ...request.headers, 'x-auth-token': session.current ?? '' } });
  const service = (types: readonly string[], version: string, range?: MicroversionRange) => {
    const url = endpointOf(catalogue, types, region, credentials.interface);
    const { base, about } = versionedUrl(url, version, projectId, range?.service === 'volume');
    const send = context.transport({ baseUrl: base, authenticate });
    return new Service({ session, send, ...(range ? { micro: { about, range } } : {}) });
  };
  // Looked up when first used: a cloud without block storage still sells servers.
  const lazy = once({
    compute: () => service(['compute'], 'v2.1', COMPUTE),
    network: () => service(['network'], 'v2.0'),
    volume: () => service(['block-storage', 'volumev3', 'volume'], 'v3', VOLUME),
    image: () => service(['image'], 'v2'),
  });
  const keep = <T>(ask: () => Promise<T>) => memo(clock, CATALOGUE_MS, ask);
  const single = new Map<string, () => Promise<WireImage | undefined>>();

  const api: OpenStackApi = Object.assign(lazy, {
    region,
    country: config.country ?? (profile ? countryOf(profile, region) : null),
    projectId,
    authUrl: credentials.authUrl,
    volumeType: config.volumeType,
    flavors: keep(() => lazy.compute.pages<WireFlavor>('/flavors/detail', 'flavors')),
    images: keep(() => lazy.image.pages<WireImage>('/images', 'images', { status: 'active' })),
    imageById: async (id: string) => {
      const listed = (await api.images()).find((image) => image.id === id);
      if (listed) return listed;
      const ask = single.get(id) ?? keep(() => lazy.image.find<WireImage>(`/images/${encodeURIComponent(id)}`));
      single.set(id, ask);
      return ask();
    },
    zones: keep(() => zonesOf(lazy.compute)),
    volumeZones: keep(() => zonesOf(lazy.volume)),
    externalNetwork: keep(() => externalNetwork(lazy.network, config.externalNetwork, profile?.externalNetwork.value)),
    defaultGroupId: keep(async () => {
      const query = { name: 'default', project_id: projectId };
      const [group] = await lazy.network.pages<WireSecurityGroup>('/security-groups', 'security_groups', query);
      return group?.id;
    }),
  });
  return api;
}

/** A refused login, with what is special about logging in at that vendor. */
function advised(error: unknown, profile: Profile | undefined): unknown {
  if (!profile?.login || !isCloudError(error, 'unauthenticated')) return error;
  const { next = [] } = error.details;
  return new CloudError(error.code, { ...error.details, next: [...next, profile.login.value], cause: error.cause });
}

/** Zones that are open, in an order that stays the same. */
async function zonesOf(service: Service): Promise<string[]> {
  const { availabilityZoneInfo } = await service.get<{ availabilityZoneInfo: WireZone[] }>('/os-availability-zone');
  const open = availabilityZoneInfo.filter(({ zoneState }) => zoneState.available).map(({ zoneName }) => zoneName);
  return open.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

type Made<M> = { readonly [K in keyof M]: M[K] extends () => infer T ? T : never };

/** Properties that are made when they are first read. */
function once<M extends Record<string, () => unknown>>(makers: M): Made<M> {
  const made = new Map<string, unknown>();
  const target = {};
  for (const [name, make] of Object.entries(makers)) {
    Object.defineProperty(target, name, {
      enumerable: true,
      get: () => {
        if (!made.has(name)) made.set(name, make());
        return made.get(name);
      },
    });
  }
  return target as Made<M>;
}
