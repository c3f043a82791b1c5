import type { AnyKind, Attributes } from '../../kinds/model/index.js';
import { OWNER_LABEL, UNFINISHED_LABEL } from '../../runtime/change/owner.js';
import type { Observed } from '../../runtime/driver/cell.js';
import { isInstanceData, POWER, readServiceName, STATES } from './contract/index.js';
import type { WireService } from './core/wire.js';

/** What the name, the region and the state of a service say better than what the agent last saw. */
const SAID_ELSEWHERE = ['id', 'name', 'labels', 'region', 'place', 'disruption', POWER];

/** As its agent saw it last, which may be by other hands; of an agent that is none of ours, what the state of the service says. */
export function powerOf({ agentInstanceData: data, status }: WireService): 'on' | 'off' {
  const seen = isInstanceData(data) ? data.state[POWER] : undefined;
  if (seen === 'on' || seen === 'off') return seen;
  return status === STATES.stopped ? 'off' : 'on';
}

/** A service as a thing of its kind: as its agent saw it last, with owner and mark from its name. */
export function observe(kind: AnyKind, service: WireService): Observed<AnyKind> {
  const { owner, name, mark } = readServiceName(service.name);
  const { properties, agentInstanceData: data, status } = service;
  const state = isInstanceData(data) ? data.state : {};
  const attributes = kind.attributes as Attributes;
  const decided = Object.values(attributes).map(({ decides }) => decides);
  const seen = Object.keys(attributes).filter((attribute) => {
    // Pinned is what a plan has chosen. The agent's plan is another one than the consumer's: its prices are its own.
    const foreign = attributes[attribute]?.pinned && !decided.includes(attribute);
    return !foreign && !SAID_ELSEWHERE.includes(attribute) && state[attribute] !== undefined;
  });
  const place = properties?.['region'];
  return {
    ...Object.fromEntries(seen.map((attribute) => [attribute, state[attribute]])),
    id: service.id,
    // An update that failed has renamed the service, not the thing.
    name: typeof state['name'] === 'string' ? state['name'] : name,
    labels: {
      ...((state['labels'] ?? properties?.['labels'] ?? {}) as Record<string, string>),
      ...(owner === undefined ? {} : { [OWNER_LABEL]: owner }),
      ...(mark === undefined ? {} : { [UNFINISHED_LABEL]: mark }),
    },
    ...(typeof place === 'string' ? { place } : {}),
    ...(POWER in kind.attributes && status !== STATES.new ? { [POWER]: powerOf(service) } : {}),
    status: status === STATES.new ? 'changing' : 'ready',
    statusText: status,
  } as Observed<AnyKind>;
}
