import { isCloudError } from '../../../errors/index.js';
import { readDescription } from '../../../openstack/description.js';
import type { Operation } from '../../../runtime/driver/cell.js';
import type { OvhApi } from '../api.js';
import { isPending } from '../operations.js';
import type { WireOperation, WireWideNetwork } from '../wire.js';

interface Wanted {
  region: string;
  /** Name and labels in one text, as the create request has them. */
  marked: string;
}

/**
 * A network that an interrupted run began to make, by its id in the region. Until its operation ends it stands in no list, so operations that
 * others began are waited for before another network is made.
 */
export async function leftUnderway(
  api: OvhApi,
  { region, marked }: Wanted,
  wait: (operation: Operation) => Promise<void>,
): Promise<string | undefined> {
  const all = await api.list<WireOperation>(api.paths.operations());
  const open = all.filter(
    (one) => one.action === CREATE && isPending(one) && one.regions?.includes(region) && !api.begun.has(one.id),
  );
  if (open.length === 0) return undefined;
  await Promise.all(open.map(({ id }) => ended(wait({ probe: 'operation', key: id }))));
  const wanted = readDescription(marked);
  const wide = await api.list<WireWideNetwork>(api.paths.wideNetworks());
  const found = wide.find(({ name }) => {
    const { text, labels } = readDescription(name);
    return text === wanted.text && MARKS.every((mark) => labels[mark] === wanted.labels[mark]);
  });
  return found?.regions.find((there) => there.region === region)?.openstackId ?? undefined;
}

export const CREATE = 'network#create';
const MARKS = ['hansa-owner', 'hansa-create'];

/** What somebody else's operation failed of is not our trouble. */
async function ended(waiting: Promise<void>): Promise<void> {
  await waiting.catch((error: unknown) => {
    if (!isCloudError(error, 'unavailable')) throw error;
  });
}
