/** Who sets properties, on what, and what the rules may look up. */
export interface Situation {
  readonly actor: 'user' | 'agent';
  readonly operation: 'create' | 'update';
  /** Of the service; empty where it is being made. */
  readonly status: string;
  readonly consumerId: string;
  readonly groupId: string;
  /** Values of the provider's enabled options of a type; undefined where there is no such type. */
  options(type: string): unknown[] | undefined;
  service(id: string): { type: string; consumerId: string; groupId: string } | undefined;
  /** Keeps a secret, and returns its reference. */
  keep(value: unknown): string;
  forget(reference: string): void;
}
