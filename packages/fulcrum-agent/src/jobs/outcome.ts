import type { AnyKind, Attributes } from '@hansa/sdk';
import type { contract, WireService } from '@hansa/sdk/clouds/fulcrum';
import type { Federation } from '../federation.js';
import { instanceId } from '../naming.js';
import { type Dictionary, translated } from '../references.js';

/** What a job that is done tells the core, and what is left to be done when the core has taken it. */
export interface Outcome {
  told: { agentInstanceId?: string; agentInstanceData?: object; properties?: Record<string, unknown> };
  /** Takes the mark "unfinished" off: from then on nobody takes the thing over. */
  recorded?(): Promise<void>;
}

type State = Record<string, unknown> & { id: string };

/**
 * What the core is told of a thing. What it is goes into `agentInstanceData`, whatever the action: of properties the core forgets what comes
 * with an update.
 *
 * @param name what the consumer calls it
 */
export function outcomeOf(
  { now }: Pick<Federation, 'now'>,
  {
    kind,
    service,
    state,
    name,
    dictionary,
  }: {
    kind: AnyKind;
    service: WireService;
    state: State;
    name: unknown;
    dictionary: Dictionary;
  },
): Outcome {
  const seen = translated(kind, { ...state, name }, dictionary.toService);
  const data: contract.InstanceData = {
    version: 1,
    id: state.id,
    state: seen,
    seenAt: new Date(now()).toISOString(),
  };
  return {
    told: {
      agentInstanceId: instanceId(service, kind.name, state.id, state['place']),
      agentInstanceData: data,
      properties: outputsOf(kind, seen),
    },
  };
}

/** What only the cloud knows, for who reads properties alone. */
function outputsOf(kind: AnyKind, state: Record<string, unknown>): Record<string, unknown> {
  const names = Object.entries(kind.attributes as Attributes).flatMap(([name, { role }]) =>
    role === 'computed' && name !== 'id' && name !== 'disruption' ? [name] : [],
  );
  return Object.fromEntries(names.flatMap((name) => (state[name] == null ? [] : [[name, state[name]]])));
}
