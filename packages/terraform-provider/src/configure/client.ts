import type { AnyKind, Collection, Hansa } from '@hansa/sdk';
import type { SaidOnce } from '../diagnostics/said-once.js';
import type { Costs } from './costs.js';

/** What the provider's configuration makes and every resource gets. */
export interface Client {
  readonly hansa: Hansa;
  readonly said: SaidOnce;
  readonly costs: Costs;
}

/** The collection of a kind at the cloud that a resource names. */
export function collectionOf(client: Client, cloud: unknown, kind: AnyKind): Collection<AnyKind> {
  return client.hansa.cloud(String(cloud)).kind(kind.name);
}
