import { type AnyKind, CloudError, type CloudHandle, Hansa, KINDS, kindNamed } from '@hansa/sdk';
import {
  type CoreApi,
  connectCore,
  contract,
  type WireAgent,
  type WireNamed,
  type WireService,
} from '@hansa/sdk/clouds/fulcrum';
import { ownerOf } from './naming.js';
import type { AgentOptions } from './options.js';

/** An agent's two sides, connected: the core that it serves, the cloud that it drives. */
export interface Federation {
  readonly core: CoreApi;
  /** The core as the provider has it, where the agent was given its token. */
  readonly provider?: CoreApi;
  readonly me: WireAgent;
  /** Owner label of all that it makes. */
  readonly owner: string;
  readonly cloud: CloudHandle;
  readonly now: () => number;
  /** The kind that a service is of; undefined for the catalogue. @throws CloudError for types that are not ours */
  kindOf(service: WireService): Promise<AnyKind | undefined>;
  /** Kinds that the cloud offers. */
  kinds(): Promise<AnyKind[]>;
}

/** @throws CloudError where the core refuses the token, or the cloud its credentials */
export async function connectFederation(options: AgentOptions): Promise<Federation> {
  const { core: to, providerToken, cloud: id, settings, hansa } = options;
  const where = { ...(hansa?.clock ? { clock: hansa.clock } : {}), ...to };
  const core = connectCore(where);
  const me = await core.get<WireAgent>('/agents/me');
  const owner = ownerOf(me.id);
  const cloud = new Hansa({ ...hansa, owner, ...(settings ? { clouds: { [id]: settings } } : {}) }).cloud(id);
  const types = new Map<string, string>();
  const typeName = async (typeId: string) => {
    if (!types.has(typeId))
      for (const one of await core.all<WireNamed>('/service-types', {})) types.set(one.id, one.name);
    return types.get(typeId) ?? '';
  };
  return {
    core,
    ...(providerToken ? { provider: connectCore({ ...where, token: providerToken }) } : {}),
    me,
    owner,
    cloud,
    now: () => core.clock.now(),
    kindOf: async ({ serviceTypeId }) => {
      const name = await typeName(serviceTypeId);
      const kind = contract.kindOfType(name);
      if (kind === contract.CATALOGUE) return undefined;
      const known = kind === undefined ? undefined : kindNamed(kind);
      if (known) return known;
      throw new CloudError('unsupported', {
        message: `this agent knows no service type ${name || serviceTypeId}`,
        next: ['use an agent of a newer version', 'or another service type'],
      });
    },
    kinds: async () => {
      const { cells } = (await cloud.connect()).cloud;
      return KINDS.filter((kind) => kind.name in cells);
    },
  };
}

/** Services that this agent delivers, in any state: the core shows an agent all that its provider has to do with. */
export async function myServices({ core, me }: Federation, states: readonly string[]): Promise<WireService[]> {
  const all = await core.all<WireService>('/services', { currentStatus: states });
  return all.filter(({ agentId }) => agentId === me.id);
}
