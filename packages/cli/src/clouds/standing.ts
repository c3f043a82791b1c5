import { type Hansa, isCloudError } from '@hansa/sdk';
import { type Answers, askClouds } from './ask.js';

/** One thing that stands at a cloud. */
export interface Thing {
  cloud: string;
  kind: string;
  id: string;
  name: string;
  /** The vendor's name of the place; null for what stands nowhere. */
  place: string | null;
  /** All that the cloud tells of it, in the model's words. */
  state: Readonly<Record<string, unknown>>;
}

/** What stands at the clouds, of these kinds in their order; with `owner`, what that owner made. */
export function standing(
  hansa: Hansa,
  ids: readonly string[],
  kinds: readonly string[],
  owner?: string,
): Promise<Answers<Thing[]>> {
  return askClouds(hansa, ids, async (cloud) => {
    const lists = await Promise.all(
      kinds.map((kind) =>
        cloud
          .kind(kind)
          .list(owner ? { owner } : {})
          // A cloud that does not offer the kind has none of it.
          .catch((error: unknown) => (isCloudError(error, 'unsupported') ? [] : Promise.reject(error))),
      ),
    );
    return lists.flatMap((states, i) =>
      states.map((state) => {
        const {
          id,
          name,
          place = null,
        } = state as Record<string, unknown> & { id: string; name: string; place?: string };
        return { cloud: cloud.id, kind: kinds[i]!, id, name, place, state };
      }),
    );
  });
}
