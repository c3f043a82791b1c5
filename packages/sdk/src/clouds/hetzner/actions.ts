import type { AnyKind } from '../../kinds/model/index.js';
import type { CellContext, ProbeResult } from '../../runtime/driver/index.js';
import type { HetznerApi } from './api.js';
import { actionError } from './errors.js';
import type { WireAction, WireStarted } from './wire.js';

type Waits = Pick<CellContext<AnyKind>, 'operation'>;

/** Actions by id, as many at once as fit on a page of default size: `GET /actions` takes no other filter since 2025-01. */
export const actionProbe = {
  batch: 25,
  async poll(api: HetznerApi, keys: readonly string[]): Promise<Map<string, ProbeResult>> {
    const { actions } = await api.get<{ actions: WireAction[] }>('/actions', { id: keys });
    const told = new Map(actions.map((action) => [String(action.id), action]));
    return new Map(keys.map((key) => [key, resultOf(told.get(key))]));
  },
};

/** An action that is not listed any more belongs to something long done. */
function resultOf(action: WireAction | undefined): ProbeResult {
  if (!action || action.status === 'success') return 'done';
  return action.status === 'running' ? 'pending' : actionError(action);
}

/** Starts work by `POST` and waits until it is done. */
export async function perform(api: HetznerApi, ctx: Waits, path: string, body?: object): Promise<void> {
  await finished(ctx, await api.post<WireStarted>(path, body));
}

/** Waits for whatever an answer says was started. */
export async function finished(ctx: Waits, started: WireStarted | undefined): Promise<void> {
  const { action, actions = [], next_actions = [] } = started ?? {};
  await settle(ctx, [...(action ? [action] : []), ...actions, ...next_actions]);
}

/**
 * Waits for what is under way on a thing, and says why its making failed if it did. The answer to the creating request is gone
 * when an interrupted create is taken up again; the thing's own list of actions is not.
 */
export async function underWay(api: HetznerApi, ctx: Waits, thing: string): Promise<void> {
  const query = { status: ['running', 'error'], sort: 'id:asc', per_page: 50 };
  const known = await api.find<{ actions: WireAction[] }>(`${thing}/actions`, query);
  const all = known?.actions ?? [];
  await settle(
    ctx,
    all.filter((a) => a.status === 'running' || a.command.startsWith('create_')),
  );
}

async function settle(ctx: Waits, actions: readonly WireAction[]): Promise<void> {
  const failed = actions.find((action) => action.status === 'error');
  if (failed) throw actionError(failed);
  const running = actions.filter((action) => action.status === 'running');
  await Promise.all(running.map((action) => ctx.operation({ probe: 'action', key: String(action.id) })));
}
