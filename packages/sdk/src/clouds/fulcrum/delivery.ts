import { CloudError, isCloudError } from '../../errors/index.js';
import { NEVER } from '../../runtime/change/context.js';
import { Memo } from '../../runtime/memo.js';
import { stopSignal } from '../../runtime/stop.js';
import { Waiter } from '../../runtime/wait/waiter.js';
import type { FulcrumApi } from './api.js';
import { CATALOGUE, type Catalogue, isCatalogue, LIVE, STATES } from './contract/index.js';
import type { WireService } from './core/wire.js';
import { jobLookup } from './jobs.js';
import type { Selection } from './selection.js';

/** How long the agent is waited for until it says what it has, ms: it need only read lists. */
const PATIENCE_MS = 5 * 60_000;
/** An older catalogue is still good to plan by; a new one is asked for, ms. */
const OLD_MS = 6 * 60 * 60_000;
const KEEP_MS = 10 * 60_000;

/** The agent that was found, and what it sells. */
export interface Delivery {
  serviceId: string;
  agentId: string;
  catalogue: Catalogue;
}

/**
 * Finds the agent once and for all. By tags the core takes whichever agent comes first, and which that is changes from minute to minute; a
 * server would stand at one cloud and its network at another. So a catalogue is ordered by tags, once for each selection, and all else from
 * the agent that delivered it. It costs nothing, stands at no cloud, and is the only way in which a consumer gets to see places and prices.
 */
export class Deliveries {
  private readonly kept: Memo;
  private readonly waiter: Waiter<unknown>;

  constructor(
    private readonly api: FulcrumApi,
    private readonly selection: Selection,
  ) {
    const { core } = api;
    this.kept = new Memo(core.clock, KEEP_MS);
    this.waiter = new Waiter(core.clock, jobLookup(core));
  }

  get(): Promise<Delivery> {
    return this.kept.get('delivery', () => this.look());
  }

  async agentId(): Promise<string | undefined> {
    return this.selection.agentId ?? (await this.ordered())?.agentId;
  }

  async freshen(): Promise<void> {
    const { serviceId, catalogue } = await this.get();
    if (this.api.core.clock.now() - Date.parse(catalogue.readAt) < OLD_MS) return;
    try {
      await this.api.core.post(`/services/${serviceId}/refresh`);
    } catch (error) {
      // What is ordered does not hang on it: somebody else may just have asked.
      if (!isCloudError(error)) throw error;
    }
  }

  private async look(): Promise<Delivery> {
    const { core } = this.api;
    const order = (await this.ordered()) ?? (await this.order());
    if (order.status === STATES.new) {
      const job = await core.lastJob(order.id);
      if (job?.status === 'Failed') await core.post(`/services/${order.id}/create`);
      await this.delivered(order.id);
    }
    const { agentId, agentInstanceData: data } = (await core.service(order.id)) ?? order;
    const catalogue = data?.['catalogue'];
    if (isCatalogue(catalogue)) return { serviceId: order.id, agentId, catalogue };
    throw new CloudError('unsupported', {
      message: `the agent ${agentId} tells no catalogue that this version reads`,
      next: ['use an agent that runs `hansa fulcrum-agent`, of this version or a newer one'],
    });
  }

  private ordered(): Promise<WireService | undefined> {
    return this.kept.get('ordered', () => this.find());
  }

  private async find(): Promise<WireService | undefined> {
    const { core } = this.api;
    const [typeId, consumerId] = await Promise.all([this.api.typeId(CATALOGUE), this.api.consumerId()]);
    const all = await core.all<WireService>('/services', { name: this.name, currentStatus: LIVE });
    const ours = all.filter(
      (one) => one.serviceTypeId === typeId && one.consumerId === consumerId && one.name === this.name,
    );
    // Two runs at once may have ordered two: the same one counts for both ever after.
    return ours.sort((a, b) => (a.id < b.id ? -1 : 1))[0];
  }

  private async order(): Promise<WireService> {
    const { agentId, tags } = this.selection;
    const [groupId, serviceTypeId] = await Promise.all([
      this.api.groupId('hansa-catalogue'),
      this.api.typeId(CATALOGUE),
    ]);
    const which = agentId ? { agentId } : { agentTags: tags };
    const wish = { groupId, serviceTypeId, ...which, name: this.name, properties: { for: 'hansa' } };
    return this.api.core.post<WireService>('/services', wish);
  }

  private async delivered(serviceId: string): Promise<void> {
    await this.waiter.wait({
      key: serviceId,
      now: true,
      deadlineMs: PATIENCE_MS,
      signal: stopSignal() ?? NEVER,
      what: 'the catalogue of the agent',
      judge: (result) => (isCloudError(result) ? result : result === 'done'),
    });
  }

  private get name(): string {
    return `hansa-catalogue ${this.selection.key}`;
  }
}
