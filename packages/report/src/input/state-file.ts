import { countOther, factsOf, type Input, kindOf, objects, type Resource, texts, withoutKeys } from './resource.js';
import { versionOf } from './state.js';

type Json = Readonly<Record<string, unknown>>;

/** A state as Terraform stores it (`terraform.tfstate`, or `terraform state pull`), version 4. */
export function fromStateFile(json: Json): Input {
  const others = new Map<string, number>();
  const resources = objects(json['resources']).flatMap((resource) => instancesOf(resource, others));
  return { from: 'state', terraformVersion: versionOf(json), resources, others, drivers: {}, policy: null };
}

function instancesOf({ mode, type, name, module, instances }: Json, others: Map<string, number>): Resource[] {
  if (mode !== 'managed') return [];
  const kind = kindOf(String(type));
  return objects(instances).flatMap((instance): Resource[] => {
    const facts = factsOf(instance['attributes'], sensitiveOf(instance['sensitive_attributes']));
    if (kind === undefined || facts === null) {
      countOther(others, type);
      return [];
    }
    const within = typeof module === 'string' ? `${module}.` : '';
    const address = `${within}${String(type)}.${String(name)}${keyOf(instance['index_key'])}`;
    const refersTo = texts(instance['dependencies']).map(withoutKeys);
    return [{ address, kind, action: 'keep', before: facts, after: facts, elsewhere: [], refersTo }];
  });
}

function keyOf(key: unknown): string {
  if (typeof key === 'number') return `[${key}]`;
  return typeof key === 'string' ? `[${JSON.stringify(key)}]` : '';
}

/** Sensitive attributes stand as paths: `[[{ "type": "get_attr", "value": "name" }]]`. Whatever begins one is hidden whole. */
function sensitiveOf(paths: unknown): Record<string, true> {
  const names = (Array.isArray(paths) ? paths : []).flatMap((path) => {
    const [first] = objects(path);
    return typeof first?.['value'] === 'string' ? [first['value']] : [];
  });
  return Object.fromEntries(names.map((name) => [name, true]));
}
