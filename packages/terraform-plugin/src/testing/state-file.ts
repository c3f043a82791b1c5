import { type Json, parseJson, stringifyJson } from '../cty/json-text.js';

/** A resource as the state has it. */
export interface StoredResource {
  /** `store_item.a`, `store_item.many[0]`, `module.m.store_item.a` */
  readonly address: string;
  /** `store_item` */
  readonly type: string;
  readonly attributes: { readonly [name: string]: unknown };
}

interface StateFile {
  readonly outputs: { readonly [name: string]: { readonly value: unknown } };
  readonly resources: readonly StateResource[];
}

interface StateResource {
  readonly module?: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly instances: readonly StateInstance[];
}

interface StateInstance {
  readonly index_key?: string | number;
  readonly attributes: StoredResource['attributes'];
}

/** Every resource of a state, without data sources. */
export function resourcesOf(state: string): StoredResource[] {
  const { resources } = JSON.parse(state) as StateFile;
  return resources
    .filter(({ mode }) => mode === 'managed')
    .flatMap((resource) =>
      resource.instances.map((instance) => ({
        address: addressOf(resource, instance),
        type: resource.type,
        attributes: instance.attributes,
      })),
    );
}

/** The values of its outputs, by name. */
export function outputsOf(state: string): { [name: string]: unknown } {
  const { outputs } = JSON.parse(state) as StateFile;
  return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
}

/** The same state without the resources that `keep` refuses; numbers stay exact. */
export function withoutResources(text: string, keep: (address: string) => boolean): string {
  const state = parseJson(text) as unknown as StateFile;
  const resources = state.resources.map((resource) => {
    const instances = resource.instances.filter((one) => resource.mode !== 'managed' || keep(addressOf(resource, one)));
    return { ...resource, instances };
  });
  const left = { ...state, resources: resources.filter(({ instances }) => instances.length > 0) };
  return stringifyJson(left as unknown as Json);
}

function addressOf({ module, type, name }: StateResource, { index_key: key }: StateInstance): string {
  return `${module ? `${module}.` : ''}${type}.${name}${key === undefined ? '' : `[${JSON.stringify(key)}]`}`;
}
