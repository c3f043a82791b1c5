import { CloudError } from '../../../errors/index.js';
import type { Server } from '../../../kinds/server/index.js';
import type { CellContext } from '../../../runtime/driver/cell.js';
import type { OvhApi } from '../api.js';
import { regionOfPlace } from '../places.js';
import { flavorId } from './create.js';

type Ctx = CellContext<typeof Server>;

/** Gives a server another flavour, and waits. OVHcloud confirms the change itself. */
export async function resize(api: OvhApi, id: string, size: string, ctx: Ctx): Promise<void> {
  const seen = await ctx.until(id);
  if (seen?.nativeSize === size) return;
  const region = await regionOfPlace(api, seen?.place);
  await api.post(api.paths.instances(id, 'resize'), { flavorId: await flavorId(api, region, size) });
  let began = false;
  const after = await ctx.until(id, (now) => {
    began ||= now?.status === 'changing';
    return now?.status === 'ready' && (now.nativeSize === size || began);
  });
  if (after?.nativeSize === size) return;
  throw new CloudError('out-of-stock', {
    attribute: ['size'],
    message: `OVHcloud took the resize to ${size} back: no host had room for it, or its disk is smaller`,
    next: ['the server runs as before; use another size', 'or try again later'],
  });
}
