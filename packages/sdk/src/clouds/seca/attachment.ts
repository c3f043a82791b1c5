import type { CellContext } from '../../runtime/driver/cell.js';
import type { SecaApi } from './api.js';
import { nameIn, refTo, whereOf } from './naming.js';
import { operation } from './rest.js';
import type { WireBlockStorage, WireInstance } from './wire.js';

type Ctx = Pick<CellContext<never>, 'operation'>;

/** Sees to it that a block storage is at `serverId`, or at none: looks where it is, and takes only the steps that lack. */
export async function lead(api: SecaApi, id: string, serverId: string | null, ctx: Ctx): Promise<void> {
  const { region, name } = whereOf(id);
  const volume = await api.get<WireBlockStorage>(region, `block-storages/${name}`);
  const at = nameIn(volume?.status?.attachedTo);
  const target = serverId === null ? undefined : whereOf(serverId).name;
  if (at === target) return;
  const has = ({ deviceRef }: { deviceRef: unknown }) => nameIn(deviceRef as never) === name;
  if (at !== undefined) await revise(at, (volumes) => volumes.filter((one) => !has(one)));
  if (target === undefined) return;
  await revise(target, (volumes) =>
    volumes.some(has) ? volumes : [...volumes, { deviceRef: refTo(`block-storages/${name}`) }],
  );

  async function revise(
    instance: string,
    change: (volumes: NonNullable<WireInstance['spec']['dataVolumes']>) => object[],
  ) {
    const path = `instances/${instance}`;
    await api.revise<WireInstance>(region, path, ({ spec }) => ({
      spec: { ...spec, dataVolumes: change(spec.dataVolumes ?? []) },
    }));
    await ctx.operation(operation('rest', region, path));
  }
}
