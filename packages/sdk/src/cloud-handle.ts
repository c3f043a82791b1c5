import type { Snapshot } from './catalogue/index.js';
import { CloudError, isCloudError } from './errors/index.js';
import type { NativeImage } from './images/index.js';
import type { Firewall, Network, PublicIp, Server, SshKey, Volume } from './kinds/index.js';
import { KINDS } from './kinds/index.js';
import type { AnyKind, Kind } from './kinds/model/index.js';
import type { Place } from './places/index.js';
import type { Account } from './runtime/account.js';
import { Collection } from './runtime/collection.js';
import { connect } from './runtime/connect.js';
import type { AnyCloud } from './runtime/driver/cloud.js';
import type { NativeSize, SizeWish } from './sizes/index.js';

/** Any kind's collection at a cloud, with the kinds of the model by name. */
export interface CloudHandle {
  readonly id: string;
  readonly sshKeys: Collection<typeof SshKey>;
  readonly networks: Collection<typeof Network>;
  readonly firewalls: Collection<typeof Firewall>;
  readonly servers: Collection<typeof Server>;
  readonly volumes: Collection<typeof Volume>;
  readonly publicIps: Collection<typeof PublicIp>;
  /** The collection of a kind by its name: `kind('public_ip')`. */
  kind(name: string): Collection<AnyKind>;
  places(): Promise<readonly Place[]>;
  /** Sizes that are sold at a place (the vendor's id), with prices where the vendor tells them. */
  sizes(place: string, wish?: SizeWish): Promise<readonly NativeSize[]>;
  images(place: string): Promise<readonly NativeImage[]>;
  /** What it sold on a day, for who has no credentials; null where that is not known. Asks nobody. */
  snapshot(): Promise<Snapshot | null>;
  /** Connects now, so that missing or wrong settings are found early. */
  connect(): Promise<Account>;
}

/** What a handle needs to connect its cloud. */
export interface Opening extends Omit<Parameters<typeof connect>[0], 'cloud'> {
  /** Loads the driver. */
  load(): Promise<AnyCloud>;
  onOpen(account: Account): void;
}

/** A cloud that connects when it is first used. A connection that did not come about is tried again by whoever comes next. */
export function openHandle({ load, onOpen, ...opening }: Opening): CloudHandle {
  const { id, options } = opening;
  const { rules } = options;
  let account: Promise<Account> | undefined;
  const open = () => {
    if (account) return account;
    const connecting = load().then((cloud) => connect({ ...opening, cloud }));
    account = connecting;
    connecting.then(onOpen, () => {
      if (account === connecting) account = undefined;
    });
    return connecting;
  };
  const collections = new Map(
    KINDS.map((kind) => [kind.name as string, new Collection(kind as Kind, open, rules && { cloud: id, rules })]),
  );
  const byKind = (name: string): Collection<AnyKind> => {
    const collection = collections.get(name);
    if (collection) return collection;
    throw noKind(name);
  };
  const at = async (account: Account, text: string) => {
    const place = (await account.loadPlaces()).find((one) => one.id === text);
    if (place) return place;
    throw new CloudError('invalid', {
      cloud: id,
      attribute: ['region'],
      message: `no place "${text}"`,
      next: [`use one of ${account.places.map((p) => p.id).join(', ')}`],
    });
  };
  const here = (error: unknown): never => {
    throw isCloudError(error) ? error.with({ cloud: id }) : error;
  };
  const named = Object.fromEntries(KINDS.map((kind) => [kind.collection, collections.get(kind.name)]));
  return {
    ...(named as unknown as Omit<CloudHandle, 'id' | 'kind' | 'places' | 'sizes' | 'images' | 'snapshot' | 'connect'>),
    id,
    kind: byKind,
    connect: open,
    places: () =>
      open()
        .then((a) => a.loadPlaces())
        .catch(here),
    sizes: (text, wish) =>
      open()
        .then(async (a) => a.catalogue(await at(a, text)).sizes(wish))
        .catch(here),
    images: (text) =>
      open()
        .then(async (a) => a.catalogue(await at(a, text)).images())
        .catch(here),
    snapshot: async () => (await (await load()).snapshot?.()) ?? null,
  };
}

/** That the model has no such kind. */
export function noKind(name: string): CloudError {
  return new CloudError('unsupported', {
    message: `the model has no kind "${name}"`,
    next: [`use one of ${KINDS.map((kind) => kind.name).join(', ')}`],
  });
}
