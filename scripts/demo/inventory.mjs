import { Hansa, isCloudError, KINDS } from '@hansa/sdk';

/** Everything that stands at the clouds, of every kind and whoever made it, as the SDK lists it. */
export async function inventory(env, clouds) {
  const hansa = new Hansa({ env });
  const lists = clouds.flatMap((cloud) =>
    KINDS.map(async ({ name: kind }) => {
      const things = await hansa
        .cloud(cloud)
        .kind(kind)
        .list()
        // A cloud that does not offer the kind has none of it.
        .catch((error) => (isCloudError(error, 'unsupported') ? [] : Promise.reject(error)));
      return things.map(({ id, name }) => ({ cloud, kind, id, name }));
    }),
  );
  return (await Promise.all(lists)).flat();
}

/** What is there now and was not before. */
export function since(before, now) {
  const known = new Set(before.map(({ id }) => id));
  return now.filter(({ id }) => !known.has(id));
}

/** `hetzner: 2 servers, 2 volumes; scaleway: …` */
export function summary(things) {
  return [...group(things, 'cloud')]
    .map(([cloud, here]) => {
      const counts = [...group(here, 'kind')].map(
        ([kind, { length }]) => `${length} ${kind}${length === 1 ? '' : 's'}`,
      );
      return `${cloud}: ${counts.join(', ')}`;
    })
    .join('; ');
}

function group(things, key) {
  const groups = new Map();
  for (const thing of things) groups.set(thing[key], [...(groups.get(thing[key]) ?? []), thing]);
  return groups;
}
