import { CloudError } from '../../errors/index.js';
import type { AnyKind } from '../../kinds/model/index.js';
import { sizeNamed } from '../../sizes/index.js';
import type { Account } from '../account.js';
import type { Cell, Want } from '../driver/cell.js';
import { type Plan, withDefaults } from './plan.js';
import { mapReferences, nativeId } from './reference.js';
import type { Values } from './state.js';

/**
 * The specification as the cell gets it: complete, native ids, with the size and image that the plan chose.
 *
 * @param prior the state before, whose size and image are not looked up again: vendors withdraw types and replace images, and a
 * server that has them stays as it is
 */
export async function toWant(
  account: Account,
  cell: Cell,
  spec: Readonly<Values>,
  plan: Plan,
  labels: Record<string, string>,
  prior: Readonly<Values> = {},
): Promise<Want<AnyKind>> {
  const { attributes } = cell.kind;
  const full = mapReferences(attributes, { ...withDefaults(attributes, spec), ...plan.values }, (id) =>
    nativeId(account.id, id),
  );
  const catalogue = account.catalogue(plan.place);
  const chosen = (name: string) => (plan.values[name] === prior[name] ? undefined : plan.values[name]);
  const size = await named((id) => catalogue.sizes(sizeNamed(id)), chosen('nativeSize'), 'nativeSize');
  const image = await named(catalogue.images, chosen('nativeImage'), 'nativeImage');
  return {
    ...full,
    labels,
    place: plan.place,
    nativeSize: size,
    nativeImage: image,
    native: typeof spec['native'] === 'string' ? (JSON.parse(spec['native']) as Record<string, unknown>) : {},
  } as unknown as Want<AnyKind>;
}

async function named<T extends { id: string }>(
  list: (id: string) => Promise<readonly T[]>,
  id: unknown,
  attribute: string,
): Promise<T | null> {
  if (typeof id !== 'string') return null;
  const found = (await list(id)).find((one) => one.id === id);
  if (found) return found;
  throw new CloudError('invalid', {
    attribute: [attribute],
    message: `${id} was there when this was planned and is not any more`,
    next: ['plan again'],
  });
}
