import type { Emulator, ManualClock } from '@hansa/emulator';
import type { Interaction } from './cassette.js';
import { differences } from './compare.js';

/** Zones in which the vendor's tests run and nobody else does. */
const ZONES: Readonly<Record<string, string>> = { 'fi-tst1': 'fi-hel2', 'uk-tst1': 'uk-lon1' };
/** Long enough that what was asked for has begun. */
const A_MOMENT_MS = 1_000;
/** Longer than anything takes: recordings leave out polls until a thing is ready. */
const A_WHILE_MS = 120_000;

/**
 * Sends recorded requests to the emulator, with its own ids in the place of the recorded ones, and says where its answers differ. Lists
 * are of an account that held other things, so their form alone counts.
 */
export class Replay {
  /** Emulated by recorded: ids, addresses. */
  private readonly names = new Map<string, string>();

  constructor(
    private readonly emulator: Emulator,
    private readonly clock: ManualClock,
  ) {}

  /** What the account held before. */
  async has(tags: readonly string[]): Promise<void> {
    const send = (name: string) => this.ask({ method: 'POST', path: '/1.3/tag', body: { tag: { name } } });
    await Promise.all(tags.map(send));
  }

  /** What the emulator answers otherwise than was recorded. Reads are repeated, since recordings leave out how long it took. */
  async send(recorded: Interaction): Promise<string[]> {
    if (recorded.method !== 'GET') this.clock.advance(A_WHILE_MS);
    let problems: string[] = [];
    for (const waitMs of recorded.method === 'GET' ? [0, A_MOMENT_MS, A_WHILE_MS] : [0]) {
      this.clock.advance(waitMs);
      const { status, text } = await this.ask(recorded);
      problems = this.judge(recorded, status, text);
      if (problems.length === 0) break;
    }
    return problems;
  }

  private async ask({
    method,
    path,
    body,
  }: Pick<Interaction, 'method' | 'path' | 'body'>): Promise<{ status: number; text: string }> {
    const response = await fetch(`${this.emulator.env['UPCLOUD_DEBUG_API_BASE_URL']}${this.translated(path)}`, {
      method,
      headers: {
        authorization: `Bearer ${this.emulator.env['UPCLOUD_TOKEN']}`,
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: this.translated(JSON.stringify(body)) }),
    });
    return { status: response.status, text: await response.text() };
  }

  private judge(recorded: Interaction, status: number, text: string): string[] {
    if (status !== recorded.status) return [`status ${status}, recorded ${recorded.status}: ${text.slice(0, 200)}`];
    const ours: unknown = text ? JSON.parse(text) : undefined;
    this.learn(recorded.answer, ours);
    const real: unknown =
      recorded.answer === undefined ? undefined : JSON.parse(this.translated(JSON.stringify(recorded.answer)));
    if (real === undefined || ours === undefined) return real === ours ? [] : [`body ${ours}, recorded ${real}`];
    return differences(real, ours, recorded.at, !isList(recorded.path) && !isVendors(real));
  }

  private translated(text: string): string {
    let result = text;
    for (const [recorded, emulated] of [...this.names, ...Object.entries(ZONES)]) {
      result = result.replaceAll(recorded, emulated);
    }
    return result;
  }

  /** Notes what stands in ours where the recorded answer has an id or an address. */
  private learn(real: unknown, ours: unknown): void {
    if (Array.isArray(real) && Array.isArray(ours)) {
      for (const [i, one] of real.entries())
        this.learn(one, counterpart(one, ours) ?? (real.length === ours.length ? ours[i] : undefined));
    } else if (typeof real === 'object' && real !== null && typeof ours === 'object' && ours !== null) {
      for (const [key, value] of Object.entries(real)) this.learn(value, (ours as Record<string, unknown>)[key]);
    } else if (typeof real === 'string' && typeof ours === 'string' && isName(real) && !this.names.has(real)) {
      this.names.set(real, ours);
    }
  }
}

/** What in a list of ours plays the part of a recorded thing that the vendor itself made: the utility network of a zone, its router. */
function counterpart(one: unknown, ours: readonly unknown[]): unknown {
  if (typeof one !== 'object' || one === null) return undefined;
  const { type, zone, name, family, access } = one as Record<string, unknown>;
  const like = (other: unknown) => {
    const o = other as Record<string, unknown>;
    if (type === 'service') return o['name'] === name;
    if (type === 'utility' || type === 'public') return o['type'] === type && o['zone'] === zone;
    return access !== undefined && o['access'] === access && o['family'] === family;
  };
  return ours.find(like);
}

function isName(text: string): boolean {
  const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
  const ip = /^\d+(\.\d+){3}$|^[0-9a-f]*(:[0-9a-f]*){3,}$/;
  return (uuid.test(text) && !text.startsWith('01000000-')) || ip.test(text);
}

/** Networks and routers of UpCloud's own: every account sees them, with what it holds in them itself. */
function isVendors(answer: unknown): boolean {
  const { network, router } = answer as { network?: { type?: string }; router?: { type?: string } };
  return router?.type === 'service' || ['utility', 'public'].includes(network?.type ?? '');
}

function isList(path: string): boolean {
  const [plain = ''] = path.split('?');
  return /^\/1\.3\/(server|server-group|network|router|ip_address|tag|zone|plan|price|server_size|timezone|storage(\/\w+)?)\/?$/.test(
    plain,
  );
}
