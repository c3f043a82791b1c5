import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Recorded } from './exchange.js';
import { hetzner } from './hetzner/index.js';
import { ionos } from './ionos/index.js';
import { openstack } from './openstack/index.js';
import { ovh } from './ovh/index.js';
import { scaleway } from './scaleway/index.js';
import type { Vendor } from './vendor.js';

/** The vendors' own descriptions stand beside the project where they may be read, never in it. */
export const SPECS = resolve(__dirname, '../../../../shared/clouds/specs');
export const MISSING = `the vendors' descriptions are not there (${SPECS}): no traffic was held against them`;

const VENDORS: Readonly<Record<string, (folder: string) => Vendor>> = { hetzner, scaleway, openstack, ionos, ovh };

export interface Violation {
  readonly cloud: string;
  readonly operation: string;
  readonly problem: string;
  /** Where it was seen, `packages/sdk/x.test.ts`. */
  readonly places: Set<string>;
  count: number;
}

/** Holds traffic against the vendors' descriptions, and counts what of them it uses. */
export class Referee {
  exchanges = 0;
  private readonly vendors = new Map<string, Vendor>();
  private readonly used = new Map<string, Set<string>>();
  private readonly found = new Map<string, Violation>();

  static available(): boolean {
    return existsSync(SPECS);
  }

  /** A cloud that nobody describes is passed over. */
  judge(exchange: Recorded, place: string): void {
    const vendor = this.vendor(exchange.cloud);
    if (!vendor) return;
    this.exchanges += 1;
    const { method, status, path } = exchange;
    const { operation, problems } = vendor.judge(exchange);
    if (operation && status !== undefined && status < 400) this.used.get(vendor.cloud)?.add(operation);
    const what = `${operation ?? `${method} ${path.split('?')[0]}`} → ${status ?? 'no answer'}`;
    for (const problem of problems) this.report(vendor.cloud, what, problem, place);
  }

  get violations(): Violation[] {
    return [...this.found.values()];
  }

  /** Lines for the end of a run: what was wrong, and how much of each description was used. */
  summary(): string[] {
    const total = this.violations.length;
    return [
      ...this.violations.map(
        ({ cloud, operation, problem, count, places }) =>
          `✖ ${cloud} ${operation}: ${problem} (${count}×, ${[...places].slice(0, 3).join(', ')}${places.size > 3 ? ', …' : ''})`,
      ),
      `vendors' descriptions: ${total} ${total === 1 ? 'violation' : 'violations'} in ${this.exchanges} exchanges`,
      ...[...this.vendors.values()].map(
        ({ cloud, operations }) =>
          `  ${cloud}: ${this.used.get(cloud)?.size ?? 0} of the ${operations} operations used`,
      ),
    ];
  }

  private vendor(cloud: string): Vendor | undefined {
    const known = this.vendors.get(cloud);
    if (known) return known;
    const vendor = VENDORS[cloud]?.(SPECS);
    if (!vendor) return undefined;
    this.vendors.set(cloud, vendor);
    this.used.set(cloud, new Set());
    return vendor;
  }

  private report(cloud: string, operation: string, problem: string, place: string): void {
    const key = `${cloud} ${operation} ${problem}`;
    const violation = this.found.get(key) ?? { cloud, operation, problem, places: new Set(), count: 0 };
    violation.count += 1;
    violation.places.add(place);
    this.found.set(key, violation);
  }
}
