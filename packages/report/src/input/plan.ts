import { candidatesOf } from './candidates.js';
import {
  type Action,
  countOther,
  type Facts,
  factsOf,
  type Input,
  isObject,
  kindOf,
  objects,
  type Resource,
  texts,
  withoutKeys,
} from './resource.js';
import { versionOf } from './state.js';

type Json = Readonly<Record<string, unknown>>;

/** A plan as `terraform show -json` prints it. */
export function fromPlan(json: Json): Input {
  const others = new Map<string, number>();
  const configuration = isObject(json['configuration']) ? json['configuration'] : {};
  const references = referencesOf(configuration['root_module']);
  const resources = objects(json['resource_changes']).flatMap((change) => resourceOf(change, references, others));
  const [policy = null] = settings(configuration, 'policy');
  const drivers = driversOf(configuration);
  return { from: 'plan', terraformVersion: versionOf(json), resources, others, drivers, policy };
}

function resourceOf(one: Json, references: ReadonlyMap<string, string[]>, others: Map<string, number>): Resource[] {
  const { address, mode, type, change } = one;
  if (mode !== 'managed' || typeof address !== 'string' || !isObject(change)) return [];
  const action = actionOf(texts(change['actions']));
  if (action === undefined) return [];
  const kind = kindOf(String(type));
  if (kind === undefined) {
    countOther(others, type);
    return [];
  }
  const before = factsOf(change['before'], change['before_sensitive']);
  // What is not known before the apply is left out of `after`, and so is null here.
  const after = action === 'delete' ? null : factsOf(change['after'], change['after_sensitive']);
  const known = after && { ...after, ...placeThatStays(action, before, after) };
  const refersTo = references.get(withoutKeys(address)) ?? [];
  return [{ address, kind, action, before, ...whereTo(action, known, change), refersTo }];
}

/** Where it is to be: what is made, and leaves its cloud open, at the first of its candidates, and in their order at the others. */
function whereTo(action: Action, after: Facts | null, change: Json): Pick<Resource, 'after' | 'elsewhere'> {
  const isMade = action === 'create' || action === 'replace';
  const candidates = isMade && after?.cloud === null ? candidatesOf(change, after) : [];
  const [first, ...elsewhere] = candidates ?? [];
  return { after: first ?? after, elsewhere: candidates && elsewhere };
}

/** A change in place leaves a thing where it stands, whether Terraform knows that yet or not. */
function placeThatStays(action: Action, before: Resource['before'], after: NonNullable<Resource['after']>) {
  return action === 'update' || action === 'keep' ? { place: after.place ?? before?.place ?? null } : {};
}

/** Undefined for what is neither there nor to be (a data source that is read, a thing that is forgotten). */
function actionOf(actions: readonly string[]): Action | undefined {
  const known: Readonly<Record<string, Action>> = {
    create: 'create',
    update: 'update',
    delete: 'delete',
    'no-op': 'keep',
    'delete,create': 'replace',
    'create,delete': 'replace',
  };
  return known[actions.join(',')];
}

/** Addresses of resources, each with those that its configuration refers to. */
function referencesOf(module: unknown, within = ''): Map<string, string[]> {
  const found = new Map<string, string[]>();
  if (!isObject(module)) return found;
  for (const { address, expressions } of objects(module['resources'])) {
    const names = mentions(expressions)
      .map(resourceIn)
      .filter((name) => name !== undefined);
    found.set(`${within}${String(address)}`, [...new Set(names)].map((name) => `${within}${name}`).sort());
  }
  const calls = isObject(module['module_calls']) ? module['module_calls'] : {};
  for (const [name, call] of Object.entries(calls)) {
    const inner = referencesOf(isObject(call) ? call['module'] : undefined, `${within}module.${name}.`);
    for (const [address, list] of inner) found.set(address, list);
  }
  return found;
}

/** All that expressions mention, however deep. Their constant values are not looked at. */
function mentions(expression: unknown): string[] {
  if (Array.isArray(expression)) return expression.flatMap(mentions);
  if (!isObject(expression)) return [];
  return Object.entries(expression).flatMap(([name, value]) => {
    if (name === 'references') return texts(value);
    return name === 'constant_value' ? [] : mentions(value);
  });
}

/** `hansa_server.web[0].id` as `hansa_server.web`; undefined where it is no resource of ours. */
function resourceIn(reference: string): string | undefined {
  const [type = '', name] = withoutKeys(reference).split('.');
  return name !== undefined && kindOf(type) !== undefined ? `${type}.${name}` : undefined;
}

/** Drivers that the provider's settings name. Nothing else of a cloud's settings is read: they may hold credentials. */
function driversOf(configuration: Json): Record<string, string> {
  return Object.fromEntries(
    settings(configuration, 'clouds')
      .flatMap(Object.entries<unknown>)
      .flatMap(([id, of]) => {
        const driver = isObject(of) ? of['driver'] : undefined;
        return typeof driver === 'string' ? [[id, driver]] : [];
      }),
  );
}

/** A setting of the provider, of each configuration that it has, where it is constant: what follows from variables, no plan tells. */
function settings(configuration: Json, name: 'clouds' | 'policy'): Json[] {
  const providers = isObject(configuration['provider_config']) ? Object.entries(configuration['provider_config']) : [];
  return providers.flatMap(([key, provider]) => {
    const { full_name, expressions } = isObject(provider) ? provider : {};
    const ours = typeof full_name === 'string' ? full_name.endsWith('/hansa') : key.startsWith('hansa');
    const setting = ours && isObject(expressions) ? expressions[name] : undefined;
    const constant = isObject(setting) ? setting['constant_value'] : undefined;
    return isObject(constant) ? [constant] : [];
  });
}
