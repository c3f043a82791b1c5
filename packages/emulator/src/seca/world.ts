import type { CloudContext } from '../core/cloud.js';
import { Steps } from '../core/steps.js';
import { INSTANCE_SKUS } from './catalogue.js';
import { Refusal } from './errors.js';
import { factsOf, KINDS, type Kind, type Reference } from './kinds.js';
import type { State, Thing } from './records.js';

/** How long steps take, ms on the emulator's clock. SECA says nothing of it: the figures are ours. */
export const DURATIONS = {
  'instance.create': 2_000,
  'instance.power': 1_000,
  'instance.delete': 1_000,
  'block-storage.create': 500,
  create: 400,
  update: 300,
  delete: 300,
} as const;
export type Step = keyof typeof DURATIONS;

/** Most conditions of a status (go-sdk, `maxItems: 32`). */
const MOST = 32;

/** All that stands, and what is under way. */
export class World extends Steps<Step> {
  readonly things;

  constructor(context: CloudContext) {
    super(context, DURATIONS);
    this.things = context.store.collection<Thing>('things');
    const settled = (key: string) => {
      const thing = this.things.get(key);
      if (!thing) return;
      if (thing.powerNext) this.switchPower(thing, thing.powerNext);
      this.move(thing, 'active');
    };
    const gone = (key: string) => void this.things.delete(key);
    this.on({
      'instance.create': settled,
      'instance.power': settled,
      'block-storage.create': settled,
      create: settled,
      update: settled,
      'instance.delete': gone,
      delete: gone,
    });
  }

  move(thing: Thing, state: State): void {
    thing.state = state;
    thing.conditions = [{ state, lastTransitionAt: this.stamp() }, ...thing.conditions].slice(0, MOST);
  }

  stamp(): string {
    return new Date(this.now()).toISOString();
  }

  /** What a reference means, seen from a thing: the address of what it names, whether that is there or not. */
  meant(reference: Reference, from: Pick<Thing, 'region' | 'tenant' | 'workspace'>): Pick<Thing, Where> | undefined {
    const given = typeof reference === 'string' ? { resource: reference } : reference;
    const words = given.resource.split('/');
    if (/^seca\./.test(words[0] ?? '')) words.splice(0, 2);
    let [tenant, workspace, network] = [given.tenant ?? from.tenant, given.workspace ?? from.workspace, ''];
    if (words[0] === 'tenants') [, tenant] = words.splice(0, 2) as [string, string];
    if (words[0] === 'workspaces' && words.length > 2) [, workspace] = words.splice(0, 2) as [string, string];
    if (words[0] === 'networks' && words.length > 2) [, network] = words.splice(0, 2) as [string, string];
    const [path, name] = words;
    const kind = (Object.keys(KINDS) as Kind[]).find((one) => factsOf(one).path === path);
    if (words.length !== 2 || !kind || !name) return undefined;
    const inside = factsOf(kind).inside;
    return {
      kind,
      region: given.region ?? from.region,
      tenant,
      workspace: inside === 'tenant' ? '' : workspace,
      network: inside === 'network' ? network : '',
      name,
    };
  }

  at(where: Pick<Thing, Where> | undefined): Thing | undefined {
    return where && this.things.get(keyOf(where));
  }

  /** The thing that a reference names. */
  follow(reference: Reference, from: Thing): Thing | undefined {
    return this.at(this.meant(reference, from));
  }

  /** Things of a kind in the same workspace that are not going. */
  beside(thing: Thing, kind: Kind): Thing[] {
    return this.things.filter(
      (one) =>
        one.kind === kind &&
        one.deleted === undefined &&
        one.region === thing.region &&
        one.tenant === thing.tenant &&
        one.workspace === thing.workspace,
    );
  }

  /** @throws Refusal where a quota was set and one more would be too many, or the SKU is sold out */
  mustFit(kind: Kind): void {
    const limit = this.context.quota(factsOf(kind).path);
    const used = this.things.filter((one) => one.kind === kind).length;
    if (limit !== undefined && used >= limit)
      throw new Refusal(403, `the tenant may have ${limit} ${factsOf(kind).path}`);
  }

  inStock(sku: string, zone: string): boolean {
    return INSTANCE_SKUS.some(({ name }) => name === sku) && this.context.inStock(sku, zone);
  }

  private switchPower(thing: Thing, power: 'on' | 'off'): void {
    thing.power = power;
    thing.powerSince = this.stamp();
    delete thing.powerNext;
  }
}

export type Where = 'kind' | 'region' | 'tenant' | 'workspace' | 'network' | 'name';

export function keyOf({ kind, region, tenant, workspace, network, name }: Pick<Thing, Where>): string {
  return [kind, region, tenant, workspace, network, name].join('/');
}

/** A reference as it is written in a status. */
export function resourceOf({ kind, network, name }: Pick<Thing, Where>): string {
  return `${network ? `networks/${network}/` : ''}${factsOf(kind).path}/${name}`;
}

export function urnOf(thing: Pick<Thing, Where>): string {
  const { provider } = factsOf(thing.kind);
  const above = `tenants/${thing.tenant}/${thing.workspace ? `workspaces/${thing.workspace}/` : ''}`;
  return `seca.${provider}/v1/${above}${resourceOf(thing)}`;
}
