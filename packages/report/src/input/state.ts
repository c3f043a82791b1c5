import {
  countOther,
  factsOf,
  type Input,
  isObject,
  kindOf,
  objects,
  type Resource,
  texts,
  withoutKeys,
} from './resource.js';

type Json = Readonly<Record<string, unknown>>;

/** A state as `terraform show -json` prints it. */
export function fromState(json: Json): Input {
  const others = new Map<string, number>();
  const values = isObject(json['values']) ? json['values'] : {};
  const resources = modulesOf(values['root_module']).flatMap(({ resources }) =>
    objects(resources).flatMap((one) => resourceOf(one, others)),
  );
  return { from: 'state', terraformVersion: versionOf(json), resources, others, drivers: {}, policy: null };
}

/** A module and all within it. */
export function modulesOf(module: unknown): Json[] {
  if (!isObject(module)) return [];
  return [module, ...objects(module['child_modules']).flatMap(modulesOf)];
}

export function versionOf(json: Json): string | null {
  const version = json['terraform_version'];
  return typeof version === 'string' ? version : null;
}

function resourceOf(one: Json, others: Map<string, number>): Resource[] {
  const { address, mode, type, values, sensitive_values, depends_on } = one;
  if (mode !== 'managed' || typeof address !== 'string') return [];
  const kind = kindOf(String(type));
  const facts = factsOf(values, sensitive_values);
  if (kind === undefined || facts === null) {
    countOther(others, type);
    return [];
  }
  return [
    {
      address,
      kind,
      action: 'keep',
      before: facts,
      after: facts,
      elsewhere: [],
      refersTo: texts(depends_on).map(withoutKeys),
    },
  ];
}
