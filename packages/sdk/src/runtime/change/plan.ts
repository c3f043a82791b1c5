import { type CloudError, type Issue, isCloudError, issue } from '../../errors/index.js';
import type { Attributes } from '../../kinds/model/index.js';
import { covers, matchPlaces, type Place, placeName, resolvePlace } from '../../places/index.js';
import type { Account } from '../account.js';
import type { Cell } from '../driver/cell.js';
import { changedAttributes } from './changed.js';
import { type Disruption, disruptionOf } from './disruption.js';
import { priceOf } from './price.js';
import { foreignReferences } from './reference.js';
import { ruled } from './ruled.js';
import type { Values } from './state.js';
import { validateForCell, validateSpec } from './validate.js';

export interface PlanRequest {
  /** What the user wants, model names, global ids; defaults may be left out. */
  spec: Readonly<Values>;
  /** The state, or null when the thing is new. */
  prior: Readonly<Values> | null;
  /** Names of attributes that are not known yet (they come from other resources). */
  unknown?: ReadonlySet<string>;
  /**
   * Names of attributes that stay as they are, whatever that is: an image that the vendor has deleted since, a label that the model would
   * not take. They are not held against the model again.
   */
  untouched?: ReadonlySet<string>;
}

export interface Plan {
  /** Errors and warnings, each at its attribute. With an error among them nothing may be done. */
  issues: Issue[];
  /** Computed attributes that are known already: native size and image, price, place, disruption. */
  values: Values;
  /** Attributes that differ from the state. */
  changed: string[];
  /** Those of them that can only change by making the thing anew. */
  replace: string[];
  /** Attributes that change on the way and come back (a server stops for a resize): what follows from them may move too. */
  touched: string[];
  disruption: Disruption;
  place: Place | null;
}

/** Says what a change would do, and everything that is wrong with it, before anything is done. Asks the cloud's catalogue, changes nothing. */
export async function plan(account: Account, cell: Cell, request: PlanRequest): Promise<Plan> {
  const { kind } = cell;
  const unknown = request.unknown ?? new Set<string>();
  const prior = request.prior;
  const spec = withDefaults(kind.attributes, request.spec);
  const stays = (at: Issue) => request.untouched?.has(String(at.attribute[0])) ?? false;
  const issues = [
    ...validateSpec(kind, request.spec, unknown).filter((one) => !stays(one)),
    ...(await validateForCell(cell, spec, (what) => account.offeredElsewhere(kind.name, what), account.id)),
    ...foreignReferences(kind.attributes, spec, account.id, account.siblings),
  ];
  const nothing = nothingPlanned(issues);
  if (issues.some((i) => i.severity === 'error')) return nothing;
  try {
    cell.check?.(spec as never);
    const place = await whereTo(account, cell, spec, prior, unknown, issues);
    const values: Values = {};
    let inPlace: readonly Issue[] = [];
    if (place) values['place'] = placeName(place, cell.scope);
    if ('region' in kind.attributes && cell.scope === 'global') values['place'] = 'global';
    if (values['place'] && spec['region'] == null && !unknown.has('region')) {
      values['region'] = prior?.['region'] ?? place?.id ?? values['place'];
    }
    if (kind.derive && issues.length === 0) {
      const derived = await kind.derive(spec, prior, account.catalogue(place), unknown);
      issues.push(...derived.issues);
      Object.assign(values, derived.values);
      inPlace = derived.inPlace ?? [];
    }
    const wanted = { ...spec, ...values };
    const changed = prior ? changedAttributes(kind, spec, wanted, prior, unknown, account.places, cell.scope) : [];
    const verdict = disruptionOf(cell, changed, wanted, prior);
    issues.push(...verdict.issues, ...(verdict.replace.length > 0 ? [] : inPlace));
    issues.push(...heldInPart(cell, prior ? changed : Object.keys(spec)));
    if ('disruption' in kind.attributes && (prior === null || changed.length > 0))
      values['disruption'] = verdict.disruption;
    if (!issues.some((i) => i.severity === 'error'))
      Object.assign(values, await priceOf(account, cell, { wanted, place, prior, changed, unknown }));
    issues.push(...(await ruled(account, cell, { wanted, values, place, prior, unknown, replace: verdict.replace })));
    const { replace, touched, disruption } = verdict;
    return { issues, values, changed, replace, touched, disruption, place };
  } catch (error) {
    if (!isCloudError(error)) throw error;
    return { ...nothing, issues: [...issues, asIssue(error)] };
  }
}

/** What the cloud holds only in part of the attributes that are set. */
function heldInPart({ partly = {} }: Cell, set: readonly string[]): Issue[] {
  return Object.entries(partly).flatMap(([name, part]) => {
    if (!part || !set.includes(name)) return [];
    const message = `${part.what} (${part.because})`;
    return [{ ...issue('unsupported', name, message, part.next ? [part.next] : []), severity: 'warning' as const }];
  });
}

/** The plan of what may not be done. */
export function nothingPlanned(issues: Issue[]): Plan {
  return { issues, values: {}, changed: [], replace: [], touched: [], disruption: 'none', place: null };
}

/** The specification with the kind's defaults filled in. */
export function withDefaults(attributes: Attributes, spec: Readonly<Values>): Values {
  const full: Values = { ...spec };
  for (const [name, { default: value }] of Object.entries(attributes)) if (value !== undefined) full[name] ??= value;
  return full;
}

async function whereTo(
  account: Account,
  cell: Cell,
  spec: Values,
  prior: Readonly<Values> | null,
  unknown: ReadonlySet<string>,
  issues: Issue[],
): Promise<Place | null> {
  if (!('region' in cell.kind.attributes) || unknown.has('region')) return null;
  const places = await account.loadPlaces();
  const said = spec['region'];
  const standsIn = prior?.['place'];
  if (typeof standsIn === 'string' && (said == null || covers(places, cell.scope, String(said), standsIn))) {
    return (
      places.find(
        (p) => placeName(p, cell.scope) === standsIn && (said == null || matchPlaces(places, String(said)).includes(p)),
      ) ?? null
    );
  }
  const text = said ?? (await account.defaultRegion());
  // What stands everywhere needs no place.
  if (text == null && cell.scope === 'global') return null;
  if (text == null) {
    issues.push(
      issue('invalid', 'region', `no region, and ${account.id} has no default one`, [
        `use one of ${places.map((p) => p.id).join(', ')}`,
        'or set region in the settings of the cloud',
      ]),
    );
    return null;
  }
  const place = resolvePlace(places, String(text), account.id);
  if ('severity' in place) issues.push(place);
  return 'severity' in place ? null : place;
}

/** An error of the cloud, said at plan time: at its attribute where it has one. */
function asIssue(error: CloudError): Issue {
  const { attribute = [], next, message, vendor } = error.details;
  const detail = vendor?.code
    ? `${message} (${vendor.code}${vendor.requestId ? `, request ${vendor.requestId}` : ''})`
    : message;
  return { severity: 'error', code: error.code, attribute, message: detail, ...(next ? { next } : {}) };
}
