import type { NativeImage } from '../../images/native-image.js';
import type { AnyKind, Spec, State } from '../../kinds/model/index.js';
import type { Place, Scope } from '../../places/index.js';
import type { NativeSize } from '../../sizes/native-size.js';

/** A specification as a cell gets it: complete, resolved, in the vendor's own ids. */
export type Want<K extends AnyKind> = Spec<K> & {
  /** User labels, and the owner labels where {@link Cell.ownerLabels} can carry them. Keys starting with `hansa-` are ours. */
  labels: Record<string, string>;
  /** The place that `region` means; null for kinds that stand nowhere (SSH keys). */
  place: Place | null;
  /** The size that the plan chose (kinds with a size). */
  nativeSize: NativeSize | null;
  /** The image that the plan chose (kinds with an image). */
  nativeImage: NativeImage | null;
  /** `native` parsed: to be merged into the create request, deeply, last. */
  native: Record<string, unknown>;
};

/**
 * What a cloud reports of one thing, in the model's words and units, with the vendor's own ids in references.
 * Attributes that the cloud does not tell are left out; those it says are not set are null.
 */
export type Observed<K extends AnyKind> = Partial<Omit<State<K>, 'id' | 'region' | 'labels'>> & {
  /** The vendor's own id, as the cell's other functions take it (`4711`, `fr-par-1/6170…`). */
  id: string;
  name: string;
  /** All labels, owner labels (`hansa-…`) included. */
  labels: Record<string, string>;
  /** Name of the place in the cell's scope; `global` where the thing stands everywhere. Absent for kinds without place. */
  place?: string;
  /** `changing` while the vendor works on it; `failed` when it will not become usable any more. */
  status: 'ready' | 'changing' | 'failed';
  /** The vendor's own word for the status, for messages. */
  statusText?: string;
};

/** How an attribute changes at this cloud; what is not said stands in the kind (`change`). */
export type ChangeRule =
  | 'update'
  | 'replace'
  | {
      /** Attributes that must hold these values during the change; the runtime sets them and restores them after. */
      needs?: Record<string, unknown>;
      /** Only in this direction; a change in the other one is refused at plan time. */
      direction?: 'up';
      /** What it interrupts, beyond what `needs` implies. */
      disruption?: 'reboot' | 'stop';
      /** What cannot be taken back, as a phrase; shown as a warning of the plan. */
      irreversible?: string;
    };

/** What the vendor accepts for one attribute, with its source (`because`). */
export interface Limit {
  min?: number;
  max?: number;
  /** Length of a list or text. */
  maxItems?: number;
  minItems?: number;
  oneOf?: readonly (string | number | boolean)[];
  /** Source and date: `docs.hetzner.cloud, volumes, read 2026-11`. */
  because: string;
  /** What to do instead. */
  next?: string;
}

/** What is otherwise at a cloud than the model promises, why (with its source), and what to do about it. */
export interface Part {
  what: string;
  because: string;
  next?: string;
}

/** What a cell may ask of the runtime while it creates, completes, updates or deletes. */
export interface CellContext<K extends AnyKind> {
  signal: AbortSignal;
  /** Waits for an operation that the cloud's `probes` can look up (`{ probe: 'action', key: '17' }`). Shared polls, no loop here. */
  operation(op: Operation): Promise<void>;
  /**
   * Waits until `done` says yes of what `read` (or a shared `list`) reports; by default until it is no longer `changing`.
   * A thing that becomes `failed` or vanishes is an error, unless `done` accepts it first.
   */
  until(
    id: string,
    done?: (seen: Observed<K> | undefined) => boolean,
    expectMs?: number,
  ): Promise<Observed<K> | undefined>;
  /** Waits for a thing of another cell in the same way (`'server'`). */
  untilOther(kind: string, id: string, done: (seen: Observed<AnyKind> | undefined) => boolean): Promise<void>;
}

/** What a list may leave out. A cloud that cannot filter so gives more; the runtime filters again. */
export interface ListFilter {
  owner?: string;
  /** Name of a place in the cell's scope. */
  place?: string;
  /** The ids that the caller asks for; everything else may be left out. */
  ids?: readonly string[];
}

export interface Operation {
  probe: string;
  key: string;
  /** How long it usually takes, ms; only shapes the polls. */
  expectMs?: number;
}

/** One kind at one cloud: reads as the life of its resource. */
export interface Cell<K extends AnyKind = AnyKind, A = unknown> {
  kind: K;
  /** How far one thing reaches; kinds without region say `global`. */
  scope: Scope;
  /** How long things take, ms: p50 to shape the polls, and the deadline after which it is an error. */
  takes?: { create?: number; update?: number; delete?: number; deadlineMs?: number };
  limits?: Partial<Record<string, Limit>>;
  /** Attributes (or `attribute=value`) that this cloud does not offer: refused at plan time with the reason and the clouds that do. */
  notOffered?: Record<string, { because: string; next?: string }>;
  /** Attributes of which this cloud holds only a part of what the model promises: a warning of every plan that sets them. */
  partly?: Partial<Record<string, Part>>;
  change?: Partial<Record<string, ChangeRule>>;
  /** Cross-checks that only this cloud has. Thrown CloudErrors carry `attribute`. */
  check?(want: Partial<Want<K>>): void;

  /**
   * The one request that makes the thing, with all labels; returns its id. Nothing before it may leave anything behind.
   * When its reply is lost the runtime looks for the thing by owner labels and name: see {@link Cell.list}.
   */
  create(api: A, want: Want<K>, ctx: CellContext<K>): Promise<string>;
  /** Everything after `create`, idempotent: it is run again when an earlier run was interrupted. Ends when the thing is usable. */
  complete?(api: A, id: string, want: Want<K>, ctx: CellContext<K>): Promise<void>;
  /** The thing as the cloud reports it; undefined when it is gone. A missing child never breaks it. */
  read(api: A, id: string): Promise<Observed<K> | undefined>;
  /** All things of this kind that the credentials see, of one owner where `owner` is given and the cloud can filter (else all). */
  list(api: A, filter: ListFilter): Promise<Observed<K>[]>;
  /**
   * The place (in the cell's scope) that an id names, where ids do and a list asks each place by itself: then things are looked up only
   * where they stand, and a place that is down is the trouble of nobody elsewhere.
   */
  placeOf?(id: string): string | undefined;
  /**
   * Why the cloud keeps no such things: the id holds all there is of one (a public key), and nothing of it is anywhere but with the caller.
   * So nothing is sent, listed or left behind, and what was deleted can still be read by its id.
   */
  stateOnly?: { because: string };
  /** Why a list costs requests beyond its pages, where the vendor's API leaves no other way. */
  listNeedsMore?: { because: string };
  /** Changes exactly the attributes in `change` (a subset of `want`), and ends when they hold. Idempotent. */
  update?(
    api: A,
    id: string,
    change: Partial<Want<K>>,
    ctx: CellContext<K> & { prior: Observed<K>; want: Want<K> },
  ): Promise<void>;
  /** Detaches, deletes children that only it has, deletes; the runtime waits until `read` finds nothing. "Gone" counts as done. */
  delete(api: A, id: string, ctx: CellContext<K> & { seen: Observed<K> | undefined }): Promise<void>;
  /**
   * What the cloud deletes with it by itself, and may be done with later, or not at all: the runtime asks before it deletes, waits until
   * that is gone too, and deletes what the cloud has left.
   */
  goesWithIt?(api: A, id: string): Promise<readonly { kind: string; id: string }[]>;
  /** What keeps it from being deleted, as phrases: `server web (hetzner/12)`. */
  blockers?(api: A, id: string): Promise<string[]>;
  /** Net price a month of what is wanted, from the cloud's own list; absent where it has none. */
  price?(api: A, want: Partial<Want<K>>): Promise<{ perMonth: number; currency: string } | null>;
}

/**
 * Declares a cell: types its functions by the kind and by the cloud's own API client.
 *
 * @example
 * const keys = cell(SshKey, { scope: 'global', create: async () => '1', read: async () => undefined, list: async () => [], delete: async () => {} });
 * keys.kind.name; // 'ssh_key'
 */
export function cell<A, K extends AnyKind>(kind: K, life: Omit<Cell<K, A>, 'kind'>): Cell<K, A> {
  return { kind, ...life };
}
