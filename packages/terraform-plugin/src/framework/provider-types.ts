import type { DataSource, LazyDataSource } from './data-source.js';
import { DiagnosticError } from './diagnostics.js';
import type { Provider } from './provider.js';
import type { LazyResource, Resource } from './resource.js';
import { type CompiledSchema, compileSchema } from './schema/compiled.js';

/** A resource type: its schema at once, its code when needed. */
export interface LoadableResource {
  readonly typeName: string;
  readonly schema: CompiledSchema;
  readonly version: number;
  load(): Promise<Resource>;
}

export interface LoadableDataSource {
  readonly typeName: string;
  readonly schema: CompiledSchema;
  load(): Promise<DataSource>;
}

/** The types that a provider offers; each one's schema is worked out and its code loaded when first asked for. */
export class ProviderTypes {
  readonly #resources = new Map<string, LoadableResource>();
  readonly #dataSources = new Map<string, LoadableDataSource>();

  constructor(readonly provider: Provider) {}

  resource(typeName: string): LoadableResource {
    return this.#once(this.#resources, this.provider.resources, typeName, 'resource', (entry) => ({
      typeName,
      schema: compileSchema(entry.schema),
      version: entry.version ?? 0,
      load: loader<Resource>(entry),
    }));
  }

  dataSource(typeName: string): LoadableDataSource {
    return this.#once(this.#dataSources, this.provider.dataSources ?? {}, typeName, 'data source', (entry) => ({
      typeName,
      schema: compileSchema(entry.schema),
      load: loader<DataSource>(entry),
    }));
  }

  #once<Entry, Loadable>(
    known: Map<string, Loadable>,
    entries: { readonly [typeName: string]: Entry },
    typeName: string,
    kind: string,
    make: (entry: Entry) => Loadable,
  ): Loadable {
    let loadable = known.get(typeName);
    if (loadable === undefined) {
      const entry = Object.hasOwn(entries, typeName) ? entries[typeName] : undefined;
      if (entry === undefined) throw new DiagnosticError(`This provider has no ${kind} ${typeName}`);
      loadable = make(entry);
      known.set(typeName, loadable);
    }
    return loadable;
  }
}

function loader<T extends Resource | DataSource>(entry: T | LazyResource | LazyDataSource): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= 'load' in entry ? (entry.load() as Promise<T>) : Promise.resolve(entry as T);
    return loaded;
  };
}
