import { type AnyKind, CANDIDATES, type Issue, isCloudError, type Plan } from '@hansa/sdk';
import {
  isUnknown,
  type ObjectValue,
  type PlanContext,
  type PlanInput,
  type ResourceContext,
  type Schema,
} from '@hansa/terraform-plugin';
import { type Client, collectionOf } from '../configure/client.js';
import { attributesTold, issueDiagnostic } from '../diagnostics/index.js';
import { toSnake } from '../names.js';
import { toModel } from '../values/index.js';
import { afterCandidates, hasCandidates, spotsOf, tellWhereItStays, valuesAt } from './candidates.js';
import { isImported, priorOf } from './imported.js';
import { plannedValues } from './planned.js';
import { attributesOf, written } from './spec.js';

/**
 * Says at plan time what apply will do: what the cloud does not offer, what is resolved already, what interrupts, what replaces.
 * Without it (nothing differs, or the cloud itself is not known yet) the framework's proposal stands.
 */
export async function plan(
  kind: AnyKind,
  { config, prior, proposed, changed }: PlanInput<Schema>,
  context: PlanContext<Client>,
): Promise<ObjectValue | undefined> {
  if (!changed && prior) await tell(kind, prior, await standing(kind, prior, context), context);
  const at = hasCandidates(config) ? prior?.['cloud'] : config['cloud'];
  if (hasCandidates(config) && prior) tellWhereItStays(kind, config, prior, context);
  if (hasCandidates(config) && !prior) await planAtFirst(kind, config, context);
  if (!changed || at === undefined || at === null || isUnknown(at)) return undefined;
  const found = await planAt(kind, String(at), { config, prior, proposed }, context);
  if (!found || !prior || !hasCandidates(config)) return found?.planned;
  // A list that is not told anew is no change, nor is one that an import could not know.
  const words = prior[CANDIDATES] ?? null;
  const learns = words === null || found.changed.length > 0;
  return { ...found.planned, [CANDIDATES]: learns ? (config[CANDIDATES] ?? null) : words };
}

/** The plan at a cloud that is known. */
async function planAt(
  kind: AnyKind,
  cloud: string,
  { config, prior, proposed }: Omit<PlanInput<Schema>, 'changed'>,
  context: PlanContext<Client>,
): Promise<{ planned: ObjectValue; changed: readonly string[] } | undefined> {
  // At another cloud it is another thing.
  const before = prior && prior['cloud'] === cloud ? prior : null;
  const { spec: said, unknown } = written(kind, config);
  const spec = valuesAt(kind, cloud, said, config, context.client);
  const had = before && valuesAt(kind, cloud, priorOf(kind, before, context.privateState), before, context.client);
  const found = await ask(kind, cloud, { spec, unknown, prior: had }, context);
  if (!found || context.diagnostics.hasErrors) return undefined;
  for (const name of found.replace) context.requiresReplace([toSnake(name)]);
  const imported = isImported(context.privateState);
  const planned = { cloud, ...plannedValues({ kind, config, prior: before, proposed, plan: found, imported }) };
  if (before) Object.assign(planned, afterCandidates(kind, config, before, proposed));
  await tell(kind, planned, [], context);
  return { planned, changed: found.changed };
}

interface ToldPrice {
  pricePerMonth?: number | null;
  priceCurrency?: string | null;
}

/** Of something new: what is wrong at any of its candidates. Where it lands, and what follows from that, is known after the apply. */
async function planAtFirst(
  kind: AnyKind,
  config: ObjectValue,
  { client, diagnostics, signal }: PlanContext<Client>,
): Promise<void> {
  const spots = spotsOf(kind, config);
  if (!spots) return;
  const { spec, unknown } = written(kind, config);
  const { plans, issues } = await client.hansa.planAtFirst(kind.name, spots, spec, { unknown, signal });
  const ways = plans.map(({ spot, plan: { values } }): ObjectValue => {
    const { pricePerMonth: perMonth, priceCurrency: currency = null } = values as ToldPrice;
    const where = { cloud: spot.cloud, region: spot.region, name: config['name'] ?? null };
    return perMonth === undefined ? where : { ...where, price_per_month: perMonth, price_currency: currency };
  });
  const all = [...issues, ...(await client.costs.count(kind.name, ...ways))];
  diagnostics.add(...all.map((issue) => issueDiagnostic(issue, attributesTold(kind))));
}

/** Says what the user's own policy has against deleting it. */
export async function planDelete(
  kind: AnyKind,
  state: ObjectValue,
  { client, diagnostics }: ResourceContext<Client>,
): Promise<void> {
  client.costs.forget(kind.name, state);
  const kept = await collectionOf(client, state['cloud'], kind).kept();
  diagnostics.add(...kept.map((issue) => issueDiagnostic(issue, attributesOf(kind), String(state['cloud']))));
}

/** What the policy says of what stands, and does not change; asks no cloud. */
async function standing(kind: AnyKind, state: ObjectValue, { client }: PlanContext<Client>): Promise<Issue[]> {
  const { cloud = null } = state;
  try {
    return await collectionOf(client, cloud, kind).standing(toModel(attributesOf(kind), state));
  } catch (error) {
    // A cloud that is no longer configured is the trouble of whoever has to ask it.
    if (isCloudError(error)) return [];
    throw error;
  }
}

/** Issues of the policy about one resource, and about all that were planned so far. */
async function tell(
  kind: AnyKind,
  planned: ObjectValue,
  issues: readonly Issue[],
  { client, diagnostics }: PlanContext<Client>,
): Promise<void> {
  const all = [...issues, ...(await client.costs.count(kind.name, planned))];
  diagnostics.add(...all.map((issue) => issueDiagnostic(issue, attributesOf(kind))));
}

/** The SDK's plan with its issues told; undefined when all that is wrong was said of another resource already. */
async function ask(
  kind: AnyKind,
  cloud: string,
  request: Parameters<ReturnType<typeof collectionOf>['plan']>[0],
  { client, diagnostics, signal }: PlanContext<Client>,
): Promise<Plan | undefined> {
  try {
    const found = await collectionOf(client, cloud, kind).plan(request, { signal });
    const news = found.issues.filter((issue) => !client.said.before(cloud, issue));
    diagnostics.add(...news.map((issue) => issueDiagnostic(issue, attributesOf(kind), cloud)));
    return found.issues.some(({ severity }) => severity === 'error') ? undefined : found;
  } catch (error) {
    if (saidBefore(client, cloud, error)) return undefined;
    throw error;
  }
}

/** Whether an error is trouble with the connection that was told before. */
export function saidBefore({ said }: Client, cloud: string, error: unknown): boolean {
  if (!isCloudError(error)) return false;
  return said.before(cloud, { code: error.code, attribute: error.details.attribute ?? [] });
}
