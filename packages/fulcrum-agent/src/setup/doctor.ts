import { isCloudError } from '@hansa/sdk';
import { contract, type WireJob, type WireNamed } from '@hansa/sdk/clouds/fulcrum';
import { connectFederation, type Federation, myServices } from '../federation.js';
import { holderOf } from '../lease.js';
import { tagOf } from '../naming.js';
import type { AgentOptions } from '../options.js';
import { tagsOf } from '../tags.js';
import { standingOf } from './types.js';

/** One thing that was looked at. */
export interface Finding {
  is: 'well' | 'doubtful' | 'wrong';
  what: string;
  next?: string;
}

const well = (what: string): Finding => ({ is: 'well', what });
const doubtful = (what: string, next: string): Finding => ({ is: 'doubtful', what, next });
const wrong = (what: string, next: string): Finding => ({ is: 'wrong', what, next });

/**
 * Looks at all that an agent needs, changes nothing, and says what is wrong. What cannot be looked at any more ends the list.
 *
 * @example
 * (await doctor({ core: { url, token }, cloud: 'hetzner' })).filter(({ is }) => is === 'wrong');
 */
export async function doctor(options: AgentOptions): Promise<Finding[]> {
  let federation: Federation;
  try {
    federation = await connectFederation(options);
  } catch (error) {
    if (!isCloudError(error)) throw error;
    const next = error.details.next?.join('; ') ?? 'check FULCRUM_URL and FULCRUM_AGENT_TOKEN';
    return [wrong(`the core: ${error.message}`, next)];
  }
  const looks = [core, processes, provider, types, cloud, tags, jobs, things];
  const findings: Finding[] = [];
  for (const look of looks) {
    try {
      findings.push(...(await look(federation)));
    } catch (error) {
      if (!isCloudError(error)) throw error;
      findings.push(wrong(error.message, error.details.next?.join('; ') ?? 'see the message'));
    }
  }
  return findings;
}

async function core({ me }: Federation): Promise<Finding[]> {
  const known = well(`the core knows the token as agent ${me.name} (${me.id})`);
  if (me.status === 'Disabled') return [known, wrong('the agent is disabled', 'have it enabled by its provider')];
  if (me.status === 'Connected') return [known, well('the core takes it for connected')];
  return [known, doubtful(`the core takes it for ${me.status.toLowerCase()}`, 'run it: npx hansa fulcrum-agent run')];
}

/** Who works for the agent now. */
async function processes(federation: Federation): Promise<Finding[]> {
  const types = await federation.core.all<WireNamed & { type: string }>('/service-option-types', {});
  if (!types.some(({ type }) => type === contract.LEASE_TYPE))
    return [doubtful('nothing keeps a second process of the agent away', 'have an admin run bootstrap again')];
  const holder = await holderOf(federation);
  return holder === undefined ? [] : [well(`${holder} works for it; any other stands by`)];
}

/** Whether it can say what changed at the cloud itself. */
async function provider({ provider: api, me }: Federation): Promise<Finding[]> {
  const next = 'have an admin run bootstrap again, and set FULCRUM_PROVIDER_TOKEN to what it writes';
  if (!api)
    return [
      doubtful('what is changed or deleted at the cloud itself is not told: there is no token of the provider', next),
    ];
  const seen = await api.find<WireNamed>(`/participants/${me.providerId}`).catch((error: unknown) => {
    if (isCloudError(error, 'unauthenticated', 'forbidden')) return undefined;
    throw error;
  });
  if (!seen) return [wrong('FULCRUM_PROVIDER_TOKEN is not of the provider of this agent, or too old', next)];
  return [well(`it may tell as ${seen.name} what is changed or deleted at the cloud itself`)];
}

async function types({ core: api, me }: Federation): Promise<Finding[]> {
  const standing = await standingOf(api);
  const type = await api.find<WireNamed & { serviceTypeIds: string[] | null }>(`/agent-types/${me.agentTypeId}`);
  const again = 'have an admin run: npx hansa fulcrum-agent bootstrap';
  const off = standing.filter(({ is }) => is !== 'current');
  const unsupported = standing.filter(({ id }) => id !== undefined && !type?.serviceTypeIds?.includes(id));
  return [
    ...off.map(({ name, is }) => wrong(`service type ${name} is ${is}`, again)),
    ...unsupported.map(({ name }) => wrong(`the agent's type does not deliver ${name}`, again)),
    ...(off.length + unsupported.length === 0 ? [well(`all ${standing.length} service types are current`)] : []),
  ];
}

async function cloud({ cloud: handle, kinds }: Federation): Promise<Finding[]> {
  const places = await handle.places();
  const offered = (await kinds()).map(({ name }) => name);
  return [well(`${handle.id} answers: ${places.length} places; it offers ${offered.join(', ')}`)];
}

async function tags({ cloud: handle, me, now }: Federation): Promise<Finding[]> {
  const wanted = await tagsOf(handle, new Date(now()).toISOString().slice(0, 10));
  const missing = wanted.filter((tag) => !me.tags?.includes(tag));
  if (missing.length === 0) return [well(`its tags say what is known of ${handle.id}`)];
  return [
    doubtful(`tags are missing: ${missing.join(', ')}`, 'have an admin run bootstrap again: only a provider may tag'),
  ];
}

async function jobs({ core: api, me, now }: Federation): Promise<Finding[]> {
  const active = await api.all<WireJob>('/jobs', { agentId: me.id, status: ['Pending', 'Processing'] }, 'createdAt');
  const old = active.filter(({ createdAt }) => now() - Date.parse(createdAt) > 5 * 60_000);
  if (old.length === 0) return [well(`${active.length} jobs wait or are under way, none for long`)];
  return [
    doubtful(`${old.length} jobs wait or are under way for more than five minutes`, 'look at the log of the agent'),
  ];
}

/** Holds what the core knows against what stands at the cloud. */
async function things(federation: Federation): Promise<Finding[]> {
  const { cloud: handle, owner, kinds } = federation;
  const live = await myServices(federation, contract.LIVE);
  const tagged = new Set(live.map(tagOf));
  const there = new Map<string, string>();
  for (const kind of await kinds())
    for (const one of await handle.kind(kind.name).list({ owner }))
      there.set(String(one.id), String((one as { name?: unknown }).name));
  const orphans = [...there].filter(([, name]) => !tagged.has(name.slice(-12)));
  const kept = (await handle.connect()).cloud.cells;
  const lost: string[] = [];
  for (const service of live) {
    const data = service.agentInstanceData;
    const kind = await federation.kindOf(service);
    if (!kind || kept[kind.name]?.stateOnly || !contract.isInstanceData(data)) continue;
    if (!there.has(data.id)) lost.push(service.id);
  }
  return [
    well(`${live.length} services are live, ${there.size} things of ours stand at ${handle.id}`),
    ...orphans.map(([id, name]) =>
      wrong(
        `${id} (${name}) is of no live service`,
        `look at it, then delete it: npx hansa sweep --owner ${owner} shows all`,
      ),
    ),
    ...lost.map((id) =>
      doubtful(`what service ${id} stands for is gone`, 'its consumer has to delete it, or order it again'),
    ),
  ];
}
