import { type AnyKind, type CloudHandle, isCloudError, KINDS } from '@hansa/sdk';

type Values = Record<string, unknown>;
type Has = Record<string, Values & { id: string }>;

/**
 * The things that a specimen stands on (a server needs a key, a network, a firewall), made once and shared by all laws of a run, and
 * cleared away at its end whatever happened.
 */
export class Ground {
  private readonly has: Has = {};
  private serial = 0;

  constructor(
    private readonly handle: CloudHandle,
    private readonly region: string | undefined,
    private readonly prefix: string,
  ) {}

  /** A name that nobody has used in this run. */
  name(what: string): string {
    this.serial += 1;
    return `${this.prefix}-${what}-${this.serial}`.replaceAll('_', '-').slice(0, 63);
  }

  /** Makes what a kind needs, as far as the cloud offers it, and says what there is. */
  async for(kind: AnyKind): Promise<Has> {
    const { cloud } = await this.handle.connect();
    for (const need of kind.example.needs) {
      if (this.has[need] || !(need in cloud.cells)) continue;
      const other = KINDS.find((one) => one.name === need) as AnyKind;
      const has = await this.for(other);
      const spec = withoutNothing(other.example.spec(this.name(need), this.region, has));
      this.has[need] = (await this.handle.kind(need).create(spec)) as never;
    }
    return this.has;
  }

  /** A specification of the kind under a new name. */
  async spec(kind: AnyKind, name = this.name(kind.name)): Promise<Values> {
    const has = await this.for(kind);
    return withoutNothing(kind.example.spec(name, this.region, has));
  }

  /** Deletes everything that this run made: its own things first, then what they stand on. What is or may be left, and why. */
  async clear(): Promise<string[]> {
    const left: string[] = [];
    for (const kind of [...KINDS].reverse()) {
      const collection = this.handle.kind(kind.name);
      const all = await collection.list().catch((error: unknown) => {
        // A real account may hold some all the same: only what the cloud does not offer is surely not there.
        if (!isCloudError(error) || error.code !== 'unsupported')
          left.push(`${kind.name} "${this.prefix}-…", if any, since they could not be listed: ${String(error)}`);
        return [];
      });
      for (const one of all.filter((each) => String((each as Values)['name']).startsWith(`${this.prefix}-`)))
        await collection.delete(one.id).catch((error: unknown) => left.push(`${one.id}: ${String(error)}`));
    }
    return left;
  }
}

/** Without what refers to things of kinds that the cloud does not offer. */
function withoutNothing(spec: Values): Values {
  const known = Object.entries(spec).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known.map(([name, value]) => [name, Array.isArray(value) ? value.filter(isWhole) : value]));
}

/** Whether nothing in a value is missing, as the id of a thing is that could not be made. */
export function isWhole(value: unknown): boolean {
  if (value === undefined) return false;
  return typeof value !== 'object' || value === null || Object.values(value).every(isWhole);
}
