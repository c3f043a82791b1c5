import { isCloudError, Server } from '@hansa/sdk';
import { unmet } from '../model/problem.js';
import { cloudName, type Kept } from '../model/record.js';
import type { Ground } from './ground.js';

type Values = Record<string, unknown>;

/** What every cloud can carry as labels. */
const LABELS = Server.attributes.labels.type;

/**
 * Does something with the labels that a record has at the cloud: where it belongs, and those of the user's that every cloud can carry;
 * SECA takes more than they do. Where the cloud has no room for all of them, with fewer: the user's own are kept by the gateway.
 */
async function withLabels<T>({ at, labels }: Kept, act: (labels: Record<string, string>) => Promise<T>): Promise<T> {
  const ours = { 'seca-tenant': at.tenant, 'seca-workspace': at.workspace ?? '', 'seca-name': at.name };
  const [all, ...fewer] = [{ ...labels, ...ours }, ours, {}].map((some) =>
    Object.fromEntries(Object.entries(some).filter(([key, value]) => LABELS.safeParse({ [key]: value }).success)),
  ) as [Record<string, string>, ...Record<string, string>[]];
  return fewer.reduce(
    (tried, less) =>
      tried.catch((error) => {
        if (isCloudError(error, 'invalid') && error.details.attribute?.[0] === 'labels') return act(less);
        throw error;
      }),
    act(all),
  );
}

/**
 * Refuses what the cloud would refuse of a new thing.
 *
 * @param unknown attributes that are ids of things that may not stand yet
 * @throws Problem with the cloud's reason and what to do next
 */
export async function checkPlan(ground: Ground, kind: string, spec: Values, unknown: string[] = []): Promise<void> {
  const plan = await ground.cloud.kind(kind).plan({ spec, prior: null, unknown: new Set(unknown) });
  const wrong = plan.issues.filter(({ severity }) => severity === 'error');
  if (wrong.length === 0) return;
  throw unmet(
    wrong.map(({ message, next = [] }) => [message, ...next.map((one) => `next: ${one}`)].join('; ')).join('; '),
  );
}

/**
 * Sees to it that a record's thing stands at the cloud: makes it, takes over what an interrupted run (or one whose state was lost) made, or
 * changes what stands. Tells what the cloud then reports, and whether it was made just now.
 *
 * @param fresh all of it, for a new thing
 * @param change what can change of it in place
 */
export async function stand(
  ground: Ground,
  record: Kept,
  kind: string,
  fresh: Values,
  change: Values,
): Promise<{ seen: Values; made: boolean }> {
  const things = ground.cloud.kind(kind);
  const update = async (one: string) => ({
    seen: await withLabels(record, (labels) => things.update(one, { labels, ...change })),
    made: false,
  });
  const id = record.cloud?.id;
  if (id !== undefined && (await things.read(id))) return update(id);
  const name = cloudName(record.at);
  try {
    const { state, finish } = await withLabels(record, (labels) => things.begin({ spec: { name, labels, ...fresh } }));
    await remember(ground, record, String(state['id']));
    await finish();
    return { seen: state, made: true };
  } catch (error) {
    if (!isCloudError(error, 'already-exists')) throw error;
    const ours = await find(ground, kind, name);
    if (!ours) throw error;
    await remember(ground, record, ours);
    return update(ours);
  }
}

/** Deletes a record's thing, also one that was made without the gateway having heard of it. */
export async function fall(ground: Ground, record: Kept, kind: string): Promise<void> {
  const id = record.cloud?.id ?? (await find(ground, kind, cloudName(record.at)));
  if (id !== undefined) await ground.cloud.kind(kind).delete(id);
  if (record.cloud) delete record.cloud.id;
}

/** What this gateway made under that name. */
async function find(ground: Ground, kind: string, name: string): Promise<string | undefined> {
  const all = await ground.cloud.kind(kind).list({ owner: ground.owner });
  return (all as unknown as { id: string; name: string }[]).find((one) => one.name === name)?.id;
}

async function remember(ground: Ground, record: Kept, id: string): Promise<void> {
  record.cloud = { ...record.cloud, id };
  await ground.store.save();
}
