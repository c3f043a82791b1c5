import { CloudError, Hansa } from '@hansa/sdk';
import {
  type CoreApi,
  type CoreOptions,
  connectCore,
  contract,
  type WireAgent,
  type WireNamed,
} from '@hansa/sdk/clouds/fulcrum';
import type { AgentOptions } from '../options.js';
import { tagsOf } from '../tags.js';
import { METRIC_TYPES, SERVICE_TYPES, standingOf } from './types.js';

const DAY_MS = 24 * 60 * 60_000;

export interface BootstrapOptions extends Pick<AgentOptions, 'cloud' | 'settings' | 'hansa'> {
  /** The core, with an admin's token. */
  core: CoreOptions;
  /** Name of the participant who provides; made where there is none of that name. */
  provider: string;
  /** Name of the agent. Default: `<cloud>` */
  name?: string;
  /** How long the agent's token is good for, days. The core's own default is one. */
  tokenDays?: number;
  /** Whether to make a token of the provider too, by which the agent tells what changed at the cloud itself. Default: true */
  providerToken?: boolean;
  /** Tags besides those that follow from the cloud. */
  tags?: readonly string[];
}

export interface Bootstrapped {
  agentId: string;
  providerId: string;
  /** The agent's token: told this once. */
  token: string;
  /** The provider's, for the agent: told this once. */
  providerToken?: string;
  tags: string[];
  /** What had to be made or changed, as phrases. */
  done: string[];
}

/**
 * Sets a core up for one agent: service types, option types, metric types, the agent type, the provider, the agent with its tags, and a
 * token. Run again it changes what is old, makes what is missing, and gives a new token.
 *
 * @throws CloudError `forbidden` where the token is no admin's
 * @example
 * const { token } = await bootstrap({ core: { url, token: admin }, cloud: 'hetzner', provider: 'Hetzner' });
 */
export async function bootstrap(options: BootstrapOptions): Promise<Bootstrapped> {
  const {
    cloud: id,
    settings,
    hansa,
    provider,
    name = id,
    tokenDays = 90,
    tags: more = [],
    providerToken = true,
  } = options;
  const core = connectCore({ ...(hansa?.clock ? { clock: hansa.clock } : {}), ...options.core });
  // The cloud first: an agent that cannot reach it is no use.
  const cloud = new Hansa({ ...hansa, ...(settings ? { clouds: { [id]: settings } } : {}) }).cloud(id);
  const tags = [...new Set([...(await tagsOf(cloud, dayOf(core))), ...more])];
  const done: string[] = [];

  const typeIds = await serviceTypes(core, done);
  for (const [type, words] of Object.entries(contract.OPTION_TYPES))
    await ensure(core, '/service-option-types', words, { name: words, type, description: words }, done, type);
  const lease = {
    name: 'Processes of agents',
    type: contract.LEASE_TYPE,
    description: 'Which process works; not to order by',
  };
  await ensure(core, '/service-option-types', lease.name, lease, done, lease.type);
  for (const metric of METRIC_TYPES)
    await ensure(core, '/metric-types', metric, { name: metric, entityType: 'Service' }, done);
  const agentType = await agentTypeOf(core, typeIds, done);
  const { id: providerId } = await ensure(core, '/participants', provider, { name: provider, status: 'Enabled' }, done);
  const agent = await agentOf(core, { name, providerId, agentTypeId: agentType.id, tags }, done);
  const expireAt = new Date(core.clock.now() + tokenDays * DAY_MS).toISOString();
  const tokenOf = async (role: string, scopeId: string) =>
    (await core.post<{ value: string }>('/tokens', { name: `hansa agent ${name}`, role, scopeId, expireAt })).value;
  const token = await tokenOf('agent', agent.id);
  done.push(`token for ${name}, good for ${tokenDays} days`);
  if (!providerToken) return { agentId: agent.id, providerId, token, tags, done };
  done.push(`token of ${provider} for ${name}, good for ${tokenDays} days`);
  return { agentId: agent.id, providerId, token, providerToken: await tokenOf('participant', providerId), tags, done };
}

async function serviceTypes(core: CoreApi, done: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const { name, id, is } of await standingOf(core)) {
    const type = SERVICE_TYPES.find((one) => one.name === name);
    if (is === 'missing') ids.push((await core.post<WireNamed>('/service-types', type)).id);
    else if (id) ids.push(id);
    if (is === 'old') await core.patch(`/service-types/${id}`, type);
    if (is !== 'current') done.push(`service type ${name} ${is === 'missing' ? 'made' : 'brought up to date'}`);
  }
  return ids;
}

async function agentTypeOf(core: CoreApi, serviceTypeIds: string[], done: string[]): Promise<WireNamed> {
  const name = contract.AGENT_TYPE;
  const found = await core.named<WireNamed & { serviceTypeIds: string[] | null }>('/agent-types', name);
  if (!found) {
    done.push(`agent type ${name} made`);
    const note = { type: 'string', label: 'Anything: the agent finds its settings where it runs' };
    const wish = { name, serviceTypeIds, configurationSchema: { properties: { note }, validators: [] } };
    return core.post<WireNamed>('/agent-types', wish);
  }
  const has = found.serviceTypeIds ?? [];
  if (serviceTypeIds.some((one) => !has.includes(one))) {
    await core.patch(`/agent-types/${found.id}`, { serviceTypeIds: [...new Set([...has, ...serviceTypeIds])] });
    done.push(`agent type ${name} given new service types`);
  }
  return found;
}

async function agentOf(
  core: CoreApi,
  wish: { name: string; providerId: string; agentTypeId: string; tags: string[] },
  done: string[],
): Promise<{ id: string }> {
  const all = await core.all<WireAgent>('/agents', { name: wish.name, providerId: wish.providerId });
  const found = all.find((one) => one.name === wish.name);
  if (!found) {
    done.push(`agent ${wish.name} made`);
    return core.post<WireAgent>('/agents', wish);
  }
  if (found.agentTypeId !== wish.agentTypeId) {
    throw new CloudError('already-exists', {
      message: `the provider has an agent "${wish.name}" of another type`,
      next: ['give this one another name'],
    });
  }
  if ([...(found.tags ?? [])].sort().join() !== [...wish.tags].sort().join()) {
    await core.patch(`/agents/${found.id}`, { tags: wish.tags });
    done.push(`agent ${wish.name} given its tags`);
  }
  return found;
}

/** What has that name, made where there is nothing. */
async function ensure(
  core: CoreApi,
  path: string,
  name: string,
  wish: object,
  done: string[],
  called = name,
): Promise<WireNamed> {
  const found = await core.named<WireNamed>(path, name);
  if (found) return found;
  done.push(`${path.slice(1).replaceAll('-', ' ').replace(/s$/, '')} ${called} made`);
  return core.post<WireNamed>(path, wish);
}

function dayOf({ clock }: CoreApi): string {
  return new Date(clock.now()).toISOString().slice(0, 10);
}
