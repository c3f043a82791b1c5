import { CloudError } from '../../errors/index.js';
import type { AnyKind, Attributes } from '../../kinds/model/index.js';
import { OWNER_LABEL, UNFINISHED_LABEL } from '../../runtime/change/owner.js';
import { type Cell, type CellContext, type ChangeRule, cell, type Want } from '../../runtime/driver/cell.js';
import { act, change as changed, over, serviceThere, settled } from './actions.js';
import type { FulcrumApi } from './api.js';
import { LIVE, ordered, POWER, readServiceName, STATES, serviceName, toProperties } from './contract/index.js';
import type { WireService } from './core/wire.js';
import { observe, powerOf } from './observe.js';
import { wished } from './wish.js';

type Labels = Readonly<Record<string, string>>;

/** A kind as a service of the federation: ordered, then waited for. What is true of all kinds is said here once. */
export function serviceCell(kind: AnyKind): Cell<AnyKind, FulcrumApi> {
  return cell<FulcrumApi, AnyKind>(kind, {
    scope: 'zone',
    takes: { create: 60_000, update: 30_000, delete: 30_000 },
    change: changesOf(kind),

    create: async (api, want) => {
      const { name } = want as unknown as { name: string };
      const { agentId, catalogue } = await api.delivery();
      if (!catalogue.kinds.includes(kind.name)) throw notThere(kind, catalogue.cloud.title);
      await api.freshen();
      const owner = want.labels[OWNER_LABEL] ?? '';
      const [serviceTypeId, groupId] = await Promise.all([api.typeId(kind.name), api.laneOf(owner, name)]);
      const properties = toProperties(wished(kind, ordered(kind), want));
      const order = { groupId, serviceTypeId, agentId, name: nameOf(name, want.labels), properties };
      return (await api.core.post<WireService>('/services', order)).id;
    },

    complete: async (api, id, want, ctx) => {
      const { status } = await serviceThere(api, id);
      if (status === STATES.new) {
        // An attempt that failed is tried again, with what was ordered.
        if ((await api.core.lastJob(id))?.status === 'Failed') await api.core.post(`/services/${id}/create`);
        await over(id, ctx);
      }
      await powerTo(api, id, (want as Record<string, unknown>)[POWER], ctx);
    },

    read: async (api, id) => {
      const found = await api.core.service(id);
      if (!found || !LIVE.includes(found.status) || found.serviceTypeId !== (await api.typeId(kind.name)))
        return undefined;
      return observe(kind, found);
    },

    list: async (api, { owner, place, ids }) => {
      const found = (await api.services(kind.name, owner)).filter((one) => !ids || ids.includes(one.id));
      return found.map((one) => observe(kind, one)).filter((one) => place === undefined || one.place === place);
    },

    update: async (api, id, change, ctx) => {
      const { want } = ctx;
      await settled(api, id, ctx);
      const power = (change as Record<string, unknown>)[POWER];
      if (power === 'off') await powerTo(api, id, power, ctx);
      await changed(api, id, patchOf(kind, change, want, await serviceThere(api, id)), ctx);
      if (power === 'on') await powerTo(api, id, power, ctx);
    },

    delete: async (api, id, ctx) => {
      await settled(api, id, ctx);
      const found = await api.core.service(id);
      if (!found || !LIVE.includes(found.status)) return;
      await api.core.delete(`/services/${id}`);
      await over(id, ctx);
    },
  });
}

/** Words that decide together may stop the thing to take effect; whether they do, the agent's cloud decides. */
function changesOf(kind: AnyKind): Record<string, ChangeRule> {
  if (!(POWER in kind.attributes)) return {};
  const words = Object.entries(kind.attributes as Attributes).filter(
    ([, { decides, change }]) => decides !== undefined && change !== 'replace',
  );
  return Object.fromEntries(words.map(([name]) => [name, { disruption: 'stop' }]));
}

function nameOf(name: string, labels: Labels): string {
  const [owner, mark] = [labels[OWNER_LABEL], labels[UNFINISHED_LABEL]];
  return serviceName({
    name,
    ...(owner === undefined ? {} : { owner }),
    ...(mark === undefined ? {} : { mark }),
  });
}

/** What is to be sent for a change: a name is done at once, properties are a job. */
function patchOf(kind: AnyKind, change: Partial<Want<AnyKind>>, want: Want<AnyKind>, service: WireService) {
  const before = service.properties ?? {};
  const old = readServiceName(service.name);
  const { name = old.name, labels } = change as { name?: string; labels?: Labels };
  const renamed = labels ? nameOf(name, labels) : serviceName({ ...old, name });
  const wish = wished(kind, Object.keys(change), { ...want, ...(labels ? { labels } : {}) } as Want<AnyKind>);
  // Marks come and go with the name alone.
  if (JSON.stringify(wish['labels']) === JSON.stringify(before['labels'] ?? {})) delete wish['labels'];
  const properties = toProperties(wish, before);
  return {
    ...(renamed === service.name ? {} : { name: renamed }),
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
  };
}

async function powerTo(api: FulcrumApi, id: string, wanted: unknown, ctx: CellContext<AnyKind>): Promise<void> {
  const is = powerOf(await serviceThere(api, id));
  if (wanted === 'off' && is === 'on') await act(api, id, 'stop', ctx);
  if (wanted === 'on' && is === 'off') await act(api, id, 'start', ctx);
}

function notThere({ name }: AnyKind, title: string): CloudError {
  const thing = name.replaceAll('_', ' ');
  return new CloudError('unsupported', {
    message: `${title}, which the agent drives, offers no ${thing}; nothing was ordered`,
    next: [`leave the ${thing} out`, 'or choose another agent'],
  });
}
