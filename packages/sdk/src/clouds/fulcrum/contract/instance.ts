import type { NativeImage } from '../../../images/native-image.js';
import type { Place } from '../../../places/index.js';
import type { NativeSize } from '../../../sizes/native-size.js';

/** What an agent keeps with a service (`agentInstanceData`), and from which a consumer reads what became of it. */
export interface InstanceData {
  version: 1;
  /** Id across clouds: `hetzner/4711`. The agent's own. */
  id: string;
  /** The thing as the agent saw it last, in the model's words; references are ids of services, the name is the consumer's. */
  state: Record<string, unknown>;
  /** ISO 8601 moment of that. */
  seenAt: string;
}

/** An agent's catalogue, as it is kept with the service by which a consumer ordered it. */
export interface Catalogue {
  version: 1;
  cloud: { id: string; title: string };
  /** ISO 8601 moment of reading. */
  readAt: string;
  /** Kinds that the cloud offers. */
  kinds: string[];
  places: Place[];
  /** By id of place. */
  sizes: Record<string, NativeSize[]>;
  images: Record<string, NativeImage[]>;
}

/** Whether what is kept with a service is of ours, and of a version that this code reads. */
export function isInstanceData(value: unknown): value is InstanceData {
  const { version, id, state } = (value ?? {}) as Partial<InstanceData>;
  return version === 1 && typeof id === 'string' && typeof state === 'object' && state !== null;
}

export function isCatalogue(value: unknown): value is Catalogue {
  const { version, places, sizes, images } = (value ?? {}) as Partial<Catalogue>;
  return version === 1 && Array.isArray(places) && typeof sizes === 'object' && typeof images === 'object';
}
