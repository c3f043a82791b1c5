import { type AnyKind, CloudError, type Collection, isCloudError } from '@hansa/sdk';
import { contract, type WireJob, type WireService } from '@hansa/sdk/clouds/fulcrum';
import type { Federation } from '../federation.js';
import { isOf, nativeName } from '../naming.js';
import { type Dictionary, dictionaryOf, translated } from '../references.js';
import { resolved } from '../secrets.js';
import { type Outcome, outcomeOf } from './outcome.js';

type Values = Record<string, unknown>;
type State = Values & { id: string };

/** What a job is about. */
export interface Order {
  kind: AnyKind;
  service: WireService;
  job: WireJob;
}

/** A thing that was made, and is not recorded in the core yet. */
interface Made {
  state: State;
  finish(): Promise<void>;
}

/**
 * Does what jobs ask for, at the cloud. Every action looks before it acts, so that a job that comes twice, or again after the process died,
 * ends at the same one thing: it is found by the owner label and the id of the service in its name, or taken over by the mark "unfinished".
 */
export class Deliverer {
  /** By service. The mark stays on until the core has the thing's id. */
  private readonly made = new Map<string, Made>();

  constructor(private readonly federation: Federation) {}

  async create(order: Order): Promise<Outcome> {
    const { kind, service, job } = order;
    // A create that is tried again has no parameters.
    const { spec, dictionary, name } = await this.specOf(kind, service, job.params ?? service.properties ?? {});
    const made = (await this.again(order, spec)) ?? (await this.begin(order, spec));
    this.made.set(service.id, made);
    const outcome = outcomeOf(this.federation, { kind, service, state: made.state, name, dictionary });
    const recorded = async () => {
      this.made.delete(service.id);
      await made.finish();
    };
    return { ...outcome, recorded };
  }

  async update(order: Order): Promise<Outcome> {
    const { kind, service, job } = order;
    const { spec, dictionary, name } = await this.specOf(kind, service, job.params ?? service.properties ?? {});
    const prior = await this.there(order, dictionary);
    const power = contract.POWER in prior ? { [contract.POWER]: prior[contract.POWER] } : {};
    const state = (await this.collection(kind).change({ prior, spec: { ...spec, ...power } })) as State;
    const { told } = outcomeOf(this.federation, { kind, service, state, name, dictionary });
    // Lost with an update: not even sent.
    return { told: { ...told, properties: {} } };
  }

  async power(order: Order, power: 'on' | 'off'): Promise<Outcome> {
    const { kind, service } = order;
    const { spec, dictionary, name } = await this.specOf(kind, service, service.properties ?? {});
    const prior = await this.there(order, dictionary);
    const state = (await this.collection(kind).change({ prior, spec: { ...spec, [contract.POWER]: power } })) as State;
    return outcomeOf(this.federation, { kind, service, state, name, dictionary });
  }

  /** Says what is there now. */
  async refresh(order: Order): Promise<Outcome> {
    const { kind, service } = order;
    const { dictionary, name } = await this.specOf(kind, service, service.properties ?? {});
    const state = await this.there(order, dictionary);
    return outcomeOf(this.federation, { kind, service, state, name, dictionary });
  }

  async delete({ kind, service }: Order): Promise<Outcome> {
    const ids = await this.idsOf(kind, service);
    for (const id of ids) await this.collection(kind).delete(id);
    this.made.delete(service.id);
    return { told: {} };
  }

  /** Ids of what a service has at the cloud: what the core knows, or, where it was never told, what a create that failed has left. */
  private async idsOf(kind: AnyKind, service: WireService): Promise<string[]> {
    const data = service.agentInstanceData;
    if (contract.isInstanceData(data)) return [data.id];
    return (await this.find(kind, service)).map(({ id }) => id);
  }

  private async find(kind: AnyKind, service: WireService): Promise<State[]> {
    const all = (await this.collection(kind).list({ owner: this.federation.owner })) as State[];
    return all.filter(({ name }) => isOf(service, name));
  }

  /** What an earlier life of this same job has made; undefined where it made nothing, or what it made is gone. */
  private async again({ kind, service }: Order, spec: Values): Promise<Made | undefined> {
    const made = this.made.get(service.id);
    if (!made) return undefined;
    const there = (await this.collection(kind).read(made.state.id, made.state)) as State | null;
    if (!there) return undefined;
    return { ...made, state: (await this.collection(kind).change({ prior: there, spec })) as State };
  }

  private async begin({ kind, service }: Order, spec: Values): Promise<Made> {
    const collection = this.collection(kind);
    try {
      const { state, finish } = await collection.begin({ spec });
      return { state: state as State, finish };
    } catch (error) {
      if (!isCloudError(error, 'already-exists')) throw error;
      // Finished by an earlier life, though the core was not told: then it is this service's, by its name.
      const [ours] = await this.find(kind, service);
      if (!ours) throw error;
      const state = (await collection.change({ prior: ours, spec })) as State;
      return { state, finish: async () => {} };
    }
  }

  /** The thing as it is. @throws CloudError `not-found` where it was deleted behind the federation's back */
  private async there({ kind, service }: Order, dictionary: Dictionary): Promise<State> {
    const data = service.agentInstanceData;
    const known = contract.isInstanceData(data) ? data : undefined;
    const before = known && translated(kind, known.state, dictionary.toCloud);
    const id = known?.id ?? (await this.find(kind, service))[0]?.id;
    const found = id && ((await this.collection(kind).read(id, (before ?? {}) as never)) as State | null);
    if (found) return found;
    throw new CloudError('not-found', {
      message: 'it was deleted at the cloud itself',
      next: ['order it again'],
    });
  }

  /** What a service's properties ask of the cloud, in its own ids and with its secrets. */
  private async specOf(
    kind: AnyKind,
    service: WireService,
    properties: Values,
  ): Promise<{ spec: Values; dictionary: Dictionary; name: string }> {
    const { core } = this.federation;
    const said = contract.fromProperties(kind, properties);
    const dictionary = await dictionaryOf(this.federation, kind, said);
    const name = String(said['name']);
    const spec = translated(kind, await resolved(core, said), dictionary.toCloud);
    return { spec: { ...spec, name: nativeName(service, name) }, dictionary, name };
  }

  private collection(kind: AnyKind): Collection<AnyKind> {
    return this.federation.cloud.kind(kind.name);
  }
}
