import { createHash } from 'node:crypto';
import { CloudError } from '../../errors/index.js';
import { Memo } from '../../runtime/memo.js';
import { type Catalogue, LIVE, typeNameOf } from './contract/index.js';
import type { CoreApi } from './core/core-api.js';
import type { WireNamed, WireService } from './core/wire.js';
import { Deliveries, type Delivery } from './delivery.js';
import type { Selection } from './selection.js';

/** How long types, groups and the participant are believed, ms. */
const KEEP_MS = 10 * 60_000;
/**
 * Groups among which the services of an owner are dealt out. An agent is given one job of a group at a time (`gorm_repo_job.go`, read
 * 2026-11), and Terraform makes ten things at once.
 */
const LANES = 16;

/** One federation as a consumer has it through one agent. */
export class FulcrumApi {
  private readonly kept: Memo;
  private readonly deliveries: Deliveries;

  constructor(
    readonly core: CoreApi,
    private readonly selection: Selection,
    /** Tells this participant from others; no secret. */
    readonly account: string,
  ) {
    this.kept = new Memo(core.clock, KEEP_MS);
    this.deliveries = new Deliveries(this, selection);
  }

  /** Id of the cloud that the agent drives, as the agent says; undefined as long as its catalogue was not asked for. */
  behind: string | undefined;

  /** The agent, with its catalogue: ordered where this participant has not yet. */
  async delivery(): Promise<Delivery> {
    const delivery = await this.deliveries.get();
    this.behind = delivery.catalogue.cloud.id;
    return delivery;
  }

  /** The agent, where anything was ever ordered of it; else there is nothing to be listed. */
  agentId(): Promise<string | undefined> {
    return this.deliveries.agentId();
  }

  async catalogue(): Promise<Catalogue> {
    return (await this.delivery()).catalogue;
  }

  /** Has the catalogue read anew, for later, where it is old. */
  freshen(): Promise<void> {
    return this.deliveries.freshen();
  }

  /** Who orders. */
  consumerId(): Promise<string> {
    return this.kept.get('participant', async () => {
      const all = await this.core.all<WireNamed>('/participants', {});
      const { participantId } = this.selection;
      const [me, another] = participantId ? all.filter(({ id }) => id === participantId) : all;
      if (me && !another) return me.id;
      throw new CloudError('invalid', {
        attribute: ['participant'],
        message: another
          ? `the token sees ${all.length} participants, and none is said to order`
          : `the token is of no participant${participantId ? ` ${participantId}` : ''}`,
        next: ['use the token of the participant who orders', "or give its id as participant, with an admin's token"],
      });
    });
  }

  /** Id of the service type of a kind. @throws CloudError `unsupported` where the federation has none */
  typeId(kind: string): Promise<string> {
    return this.kept.get(`type ${kind}`, async () => {
      const found = await this.core.named<WireNamed>('/service-types', typeNameOf(kind));
      if (found) return found.id;
      throw new CloudError('unsupported', {
        message: `the federation has no service type ${typeNameOf(kind)}`,
        next: ['have its admin run: npx hansa fulcrum-agent bootstrap'],
      });
    });
  }

  /** Id of a group of that name, made where there is none. Two at once may make two: either will do. */
  groupId(name: string): Promise<string> {
    return this.kept.get(`group ${name}`, async () => {
      const consumerId = await this.consumerId();
      const found = await this.core.named<WireNamed>('/service-groups', name);
      return (found ?? (await this.core.post<WireNamed>('/service-groups', { name, consumerId }, true))).id;
    });
  }

  /** The group of a thing: the same for the same name, different ones for most others. */
  laneOf(owner: string, name: string): Promise<string> {
    const digest = createHash('sha256').update(name).digest();
    return this.groupId(`hansa/${owner}/${(digest[0] ?? 0) % LANES}`);
  }

  /** Services of a kind that are there, of one owner where that is said. */
  async services(kind: string, owner?: string): Promise<WireService[]> {
    const agentId = await this.agentId();
    if (agentId === undefined) return [];
    const [typeId, consumerId] = await Promise.all([this.typeId(kind), this.consumerId()]);
    const named = owner === undefined ? {} : { name: `${owner}/` };
    const all = await this.core.all<WireService>('/services', { ...named, currentStatus: LIVE });
    return all.filter(
      (one) => one.serviceTypeId === typeId && one.agentId === agentId && one.consumerId === consumerId,
    );
  }
}
