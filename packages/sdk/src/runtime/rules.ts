import type { Issue } from '../errors/index.js';
import type { AnyKind } from '../kinds/model/index.js';
import type { Place } from '../places/index.js';

/** A thing that is to be made, or stands, as far as it is known. */
export interface Ruled {
  cloud: string;
  kind: AnyKind;
  spec: Readonly<Record<string, unknown>>;
  /** Null: it stands in no place in particular. Undefined: where is not known yet. */
  place: Place | null | undefined;
  /** Net, a month. Null: its sort has no price. Undefined: not known yet. */
  price: { perMonth: number | null; currency: string | null } | null | undefined;
  /** It stands already, and stays: rules can be told of it, and keep nobody from making it. */
  stands: boolean;
  /** What it costs is being decided now. */
  repriced: boolean;
}

/** What the user's own rules say. They ask no cloud. */
export interface Rules {
  judge(thing: Ruled): Promise<Issue[]>;
  /** What is said against deleting a thing of that kind, or against making it anew. */
  keep(cloud: string, kind: AnyKind): Promise<Issue[]>;
}
