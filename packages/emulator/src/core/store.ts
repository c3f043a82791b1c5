/** What one cloud's state looks like in the state file. */
export interface StoredCloud {
  readonly sequences: Record<string, number>;
  readonly collections: Record<string, [id: string, value: unknown][]>;
}

/** Objects by id, in the order they came. Values are plain JSON; a handler may change them in place. */
export class Collection<T> {
  readonly #values = new Map<string, T>();

  get size(): number {
    return this.#values.size;
  }

  get(id: string | number): T | undefined {
    return this.#values.get(String(id));
  }

  put(id: string | number, value: T): T {
    this.#values.set(String(id), value);
    return value;
  }

  delete(id: string | number): boolean {
    return this.#values.delete(String(id));
  }

  list(): T[] {
    return [...this.#values.values()];
  }

  find(test: (value: T) => boolean): T | undefined {
    for (const value of this.#values.values()) if (test(value)) return value;
    return undefined;
  }

  filter(test: (value: T) => boolean): T[] {
    return this.list().filter(test);
  }

  clear(): void {
    this.#values.clear();
  }

  entries(): [string, T][] {
    return [...this.#values.entries()];
  }
}

/** Where state is kept: named collections, and sequences for ids and addresses. */
export interface Keeps {
  /** The collection of that name; the caller knows what it keeps there. */
  collection<T>(name: string): Collection<T>;
  /** The next number of a sequence, which never gives one twice. */
  next(sequence: string, first?: number): number;
}

/** A part of a state that has names of its own, for what a cloud has several times: one of its regions. */
export function partOf(whole: Keeps, name: string): Keeps {
  return {
    collection: (collection) => whole.collection(`${name} ${collection}`),
    next: (sequence, first) => whole.next(`${name} ${sequence}`, first),
  };
}

/** One cloud's state. */
export class Store implements Keeps {
  readonly #collections = new Map<string, Collection<unknown>>();
  readonly #sequences = new Map<string, number>();

  constructor(stored?: StoredCloud) {
    if (stored) this.load(stored);
  }

  collection<T>(name: string): Collection<T> {
    const collection = this.#collections.get(name) ?? new Collection<unknown>();
    this.#collections.set(name, collection);
    return collection as Collection<T>;
  }

  next(sequence: string, first = 1): number {
    const value = this.#sequences.get(sequence) ?? first;
    this.#sequences.set(sequence, value + 1);
    return value;
  }

  clear(): void {
    for (const collection of this.#collections.values()) collection.clear();
    this.#sequences.clear();
  }

  load(stored: StoredCloud): void {
    for (const [name, next] of Object.entries(stored.sequences)) this.#sequences.set(name, next);
    for (const [name, entries] of Object.entries(stored.collections)) {
      const collection = this.collection<unknown>(name);
      for (const [id, value] of entries) collection.put(id, value);
    }
  }

  save(): StoredCloud {
    const collections: StoredCloud['collections'] = {};
    for (const [name, collection] of this.#collections) collections[name] = collection.entries();
    return { sequences: Object.fromEntries(this.#sequences), collections };
  }
}
