import type { Type } from '../cty/type.js';
import type { Action } from './action.js';
import type { DataSource } from './data-source.js';
import { DiagnosticError } from './diagnostics.js';
import type { EphemeralResource } from './ephemeral-resource.js';
import type { ProviderFunction } from './function.js';
import { type IdentitySchema, identityType } from './identity.js';
import type { ListResource } from './list-resource.js';
import type { Provider } from './provider.js';
import type { Resource } from './resource.js';
import type { SchemaSource } from './schema/attribute.js';
import { type CompiledSchema, compileSchema } from './schema/compiled.js';

/** A type: its schema at once, its code when needed. */
export interface Loadable<T> {
  readonly typeName: string;
  readonly schema: CompiledSchema;
  load(): Promise<T>;
}

export interface LoadableResource extends Loadable<Resource> {
  readonly version: number;
  readonly identity: LoadableIdentity | undefined;
}

export interface LoadableIdentity {
  readonly schema: IdentitySchema;
  readonly type: Type;
}

type Entry<T> = (T | { load(): Promise<T> }) & { readonly schema: SchemaSource };
type Entries<T> = { readonly [typeName: string]: Entry<T> };

/** The types of one sort; each one's schema is worked out and its code loaded when first asked for. */
class Types<T, L extends Loadable<T> = Loadable<T>> {
  readonly #known = new Map<string, L>();

  constructor(
    readonly what: string,
    readonly entries: Entries<T>,
    readonly extend: (entry: Entry<T>) => Omit<L, keyof Loadable<T>>,
  ) {}

  get names(): string[] {
    return Object.keys(this.entries);
  }

  get(typeName: string): L {
    let loadable = this.#known.get(typeName);
    if (loadable === undefined) {
      const entry = Object.hasOwn(this.entries, typeName) ? this.entries[typeName] : undefined;
      if (entry === undefined) throw new DiagnosticError(`This provider has no ${this.what} ${typeName}`);
      const schema = compileSchema(entry.schema);
      loadable = { typeName, schema, load: loader<T>(entry), ...this.extend(entry) } as L;
      this.#known.set(typeName, loadable);
    }
    return loadable;
  }
}

const nothing = () => ({});

/** All that a provider offers, by its sort. */
export class ProviderTypes {
  readonly resources: Types<Resource, LoadableResource>;
  readonly dataSources: Types<DataSource>;
  readonly ephemeralResources: Types<EphemeralResource>;
  readonly listResources: Types<ListResource>;
  readonly actions: Types<Action>;
  readonly meta: CompiledSchema | undefined;

  constructor(readonly provider: Provider) {
    const { resources, dataSources = {}, ephemeralResources = {}, listResources = {}, actions = {}, meta } = provider;
    this.resources = new Types('resource', resources as Entries<Resource>, (entry) => {
      const { version = 0, identity } = entry as Partial<Resource>;
      return { version, identity: identity && { schema: identity, type: identityType(identity) } };
    });
    this.dataSources = new Types('data source', dataSources as Entries<DataSource>, nothing);
    this.ephemeralResources = new Types(
      'ephemeral resource',
      ephemeralResources as Entries<EphemeralResource>,
      nothing,
    );
    this.listResources = new Types('list resource', listResources as Entries<ListResource>, nothing);
    this.actions = new Types('action', actions as Entries<Action>, nothing);
    this.meta = meta && compileSchema(meta);
  }

  function(name: string): ProviderFunction {
    const { functions = {} } = this.provider;
    const found = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (found === undefined) throw new DiagnosticError(`This provider has no function ${name}`);
    return found;
  }
}

function loader<T>(entry: Entry<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= 'load' in entry ? (entry.load as () => Promise<T>)() : Promise.resolve(entry as T);
    return loaded;
  };
}
