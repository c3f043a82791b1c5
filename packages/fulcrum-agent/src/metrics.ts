import { type AnyKind, isCloudError } from '@hansa/sdk';
import { contract, type WireService } from '@hansa/sdk/clouds/fulcrum';
import { type Federation, myServices } from './federation.js';
import { Watch } from './watch.js';

/** After so long, ms, a measure is told again though it is the same. */
const AGAIN_MS = 60 * 60_000;

/** Measures what the agent delivers: one list of each kind, and a request for each measure that is new, and for each thing that changed. */
export class Metrics {
  private readonly told = new Map<string, { value: number; at: number }>();
  private readonly watch: Watch;

  constructor(
    private readonly federation: Federation,
    private readonly say: (text: string) => void = () => {},
  ) {
    this.watch = new Watch(federation);
  }

  /** @returns how many measures were told */
  async measure(): Promise<number> {
    const { core, cloud, kinds, owner, now } = this.federation;
    const services = await myServices(this.federation, [contract.STATES.started, contract.STATES.stopped]);
    const there = new Map<string, Readonly<Record<string, unknown>>>();
    for (const kind of await kinds())
      if (!(await cloud.connect()).cloud.cells[kind.name]?.stateOnly)
        for (const one of await cloud.kind(kind.name).list({ owner })) there.set(`${one.id}`, one);
    let count = 0;
    // A provider's token that is no good is told, and keeps nothing from being measured.
    let trouble: unknown;
    for (const service of services) {
      const data = service.agentInstanceData;
      const kind = await this.federation.kindOf(service);
      if (!contract.isInstanceData(data) || !kind) continue;
      const kept = !(await cloud.connect()).cloud.cells[kind.name]?.stateOnly;
      if (kept && trouble === undefined)
        trouble = await this.looked(service, kind, there.get(data.id)).catch((error: unknown) => error);
      const price = data.state['pricePerMonth'];
      const measures: Record<string, number> = {
        ...(kept ? { [contract.METRIC_PRESENT]: there.has(data.id) ? 1 : 0 } : {}),
        ...(typeof price === 'number' ? { [contract.METRIC_PRICE]: price } : {}),
      };
      for (const [typeName, value] of Object.entries(measures)) {
        const key = `${service.id} ${typeName}`;
        const last = this.told.get(key);
        if (last?.value === value && now() - last.at < AGAIN_MS) continue;
        try {
          await core.post('/metric-entries', { serviceId: service.id, resourceId: data.id, value, typeName });
        } catch (error) {
          // Where an admin has made no such type, there is nobody who wants to know.
          if (!isCloudError(error, 'not-found')) throw error;
        }
        this.told.set(key, { value, at: now() });
        count += 1;
      }
    }
    if (trouble !== undefined) throw trouble;
    return count;
  }

  private async looked(service: WireService, kind: AnyKind, there: Readonly<Record<string, unknown>> | undefined) {
    if (!(await this.watch.compare(service, kind, there))) return;
    this.say(`service ${service.id}: ${there ? 'changed' : 'not found'} at the cloud itself; looked at anew`);
  }
}
