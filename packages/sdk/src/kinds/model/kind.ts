import type { Issue } from '../../errors/index.js';
import type { Attributes, SpecOf, StateOf } from './attribute.js';
import type { Derivation } from './derive.js';
import type { Example } from './example.js';

/** A sort of resource in the model. Knows no cloud. */
export interface Kind<N extends string = string, A extends Attributes = Attributes> {
  /** `public_ip`: the name in Terraform (`hansa_public_ip`), in ids of docs and in errors. */
  name: N;
  /** `publicIps`: the name of its collection in the SDK. */
  collection: string;
  /** One sentence for docs. */
  summary: string;
  /** A paragraph or more for docs, markdown. */
  guide: string;
  attributes: A;
  /** A specimen with all that can be done to it. */
  example: Example;
  /**
   * What a candidate for its place says beside cloud and region: a server's `size`. Absent where a thing is not placed by candidates, since
   * nobody runs out of it.
   */
  candidates?: readonly string[];
  /** What no single attribute can say: cross-checks of a specification that is known so far. */
  check?: (spec: Partial<SpecOf<A>>) => Issue[];
  /** Computes at plan time what follows from the specification and the cloud's catalogue. */
  derive?: Derivation;
}

// biome-ignore lint/suspicious/noExplicitAny: the one place where a kind of unknown attributes is meant
export type AnyKind = Kind<string, any>;
export type Spec<K extends AnyKind> = SpecOf<K['attributes']>;
export type State<K extends AnyKind> = StateOf<K['attributes']> & { id: string };

/** Declares a kind; the types of its specification and state are inferred from its attributes. */
export function defineKind<const N extends string, A extends Attributes>(kind: Kind<N, A>): Kind<N, A> {
  return kind;
}
