import type { z } from 'zod';
import type { Snapshot } from '../../catalogue/snapshot.js';
import type { CloudError } from '../../errors/index.js';
import type { NativeImage } from '../../images/native-image.js';
import type { Place } from '../../places/index.js';
import type { Measure } from '../../sizes/choose.js';
import type { NativeSize } from '../../sizes/native-size.js';
import type { Clock } from '../clock.js';
import type { HttpRequest, HttpResponse, Link, Send } from '../transport/http.js';
import type { Cell } from './cell.js';

/** What `connect` gets: the user's settings and a way to make transports that limit, retry, log and decode. */
export interface ConnectContext<C> {
  /** The id that the user gave this cloud (`hetzner`, `infomaniak`). */
  id: string;
  config: C;
  env: Readonly<Record<string, string | undefined>>;
  clock: Clock;
  /** A sender with the standard chain; `authenticate` is placed where each attempt passes it. */
  transport(options: { baseUrl: string; authenticate?: Link }): Send;
}

/** How fast a cloud may be asked, with the source of each figure. */
export interface RateLimits {
  /** Requests in flight at once. */
  concurrency: number;
  /** Sustained rate and burst; absent where the vendor publishes none. */
  rate?: {
    perSecond: number;
    burst: number;
    /** How many requests are left, where answers tell it: others may use the same account. */
    remaining?(headers: HttpResponse['headers']): number | undefined;
  };
  because: string;
}

/** Answer of a probe about one operation. */
export type ProbeResult = 'pending' | 'done' | CloudError;

/** Something that is known of a vendor's cloud, for people, with its source. */
export interface Fact {
  what: string;
  value: string;
  because: string;
}

/** What makes a cloud out of another one's driver. */
export interface CloudProfile {
  /** Id of that driver. */
  driver: string;
  facts: readonly Fact[];
  /** Whether the user's own files name it, so that who asks all clouds means it too. Asks nobody. */
  isSetUp(env: Readonly<Record<string, string | undefined>>): Promise<boolean>;
}

/** The facts of one cloud, and its cells. One folder, `clouds/<cloud>/`. */
export interface Cloud<A = unknown, C extends object = object> {
  /** The id by which the user asks for it, unless they name it otherwise. */
  id: string;
  /** For people: `Hetzner Cloud`. */
  title: string;
  /** Settings, all optional: the vendor's own environment variables and files stand in. Keys are camelCase; described for docs. */
  config: z.ZodObject;
  /** Names of the settings that are secrets. */
  secrets: readonly (keyof C & string)[];
  /** Path under which the emulator serves it (`/hetzner/v1`), by its settings where they matter; absent where there is no emulator. */
  emulatorPath?: string | ((config: C) => string);
  /** What the emulator's environment says otherwise for this cloud, where several share one way to log in. */
  emulatorEnv?(endpoint: string): Readonly<Record<string, string | undefined>>;
  /** Names of the settings that belong to one account, secrets included: left aside at the emulator, which has an account of its own. */
  accountSettings?: readonly (keyof C & string)[];
  limits: RateLimits;
  /** Makes the cloud's API client: finds credentials (or throws `unauthenticated`, saying where it looked), signs, joins paths. */
  connect(context: ConnectContext<C>): Promise<A>;
  /**
   * What tells this account (project) from others at the cloud, no secret; absent, or undefined: two runs at once are not kept from each
   * other. Asked for by creates, and by deletes where a run was ended half way, so that it may cost a request.
   */
  account?(api: A): string | undefined | Promise<string | undefined>;
  /** The CloudError that a refused response means. Sets `retryable` only where the vendor did nothing, `retryAfterMs` where told. */
  refusal(response: HttpResponse, request: HttpRequest): CloudError;
  /** Where the cloud sells; asked of the API where it knows. */
  places(api: A): Promise<readonly Place[]>;
  /** The place when the user names none: configured, or by the vendor's environment; undefined when there is none. */
  defaultRegion(context: { config: C; env: Readonly<Record<string, string | undefined>>; api: A }): string | undefined;
  sizes(api: A, place: Place): Promise<readonly NativeSize[]>;
  /** Sizes made to measure, where cores and memory are sold by the piece: `sizes` then lists examples. None where it cannot be had. */
  tailor?(api: A, place: Place, measure: Measure): Promise<readonly NativeSize[]>;
  images(api: A, place: Place): Promise<readonly NativeImage[]>;
  /** What it sold on a day, for who has no credentials; loaded when it is asked for, and no earlier. */
  snapshot?(): Promise<Snapshot>;
  /** Batched look-ups of operations: at most `batch` keys a request. Keys that the vendor no longer knows count as done. */
  probes?: Record<string, { batch: number; poll(api: A, keys: readonly string[]): Promise<Map<string, ProbeResult>> }>;
  // biome-ignore lint/suspicious/noExplicitAny: each cell is typed by its own kind where it is declared
  cells: Partial<Record<string, Cell<any, A>>>;
  /** Kinds that it does not offer, with the reason and what to use in their place. */
  notOffered?: Record<string, { because: string; next?: string }>;
  /** Why what it offers is what another cloud behind it does: then it is in no list of clouds to use instead. */
  intermediary?: {
    because: string;
    /** Id of that cloud, by which its sovereignty is known; undefined as long as nobody has asked. */
    behind(api: A): string | undefined;
    /** Whether the user's environment says where it is: else who names no cloud does not mean it. */
    isSetUp(env: Readonly<Record<string, string | undefined>>): boolean;
  };
  /** Where it is one vendor's cloud of a sort that many run, spoken to by that sort's driver. */
  profile?: CloudProfile;
}

// biome-ignore lint/suspicious/noExplicitAny: the one place where a cloud of unknown API and settings is meant
export type AnyCloud = Cloud<any, any>;

/**
 * Declares a cloud.
 *
 * @example
 * defineCloud({ ...hetzner, id: 'hetzner-test', cells: {} }).title; // 'Hetzner Cloud'
 */
export function defineCloud<A, C extends object>(cloud: Cloud<A, C>): Cloud<A, C> {
  return cloud;
}
