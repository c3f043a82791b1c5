import { type Address, isOf, type Kept, keyOf } from '../model/record.js';
import type { TypeName } from '../model/specs.js';
import { StateFile } from './state-file.js';

/** All resources that the gateway keeps, in memory, and in a file where one is given. */
export class Store {
  private readonly records = new Map<string, Kept>();
  private file: StateFile | undefined;

  /** @throws Error where the file is not one of ours, or another gateway has it */
  static async open(path?: string): Promise<Store> {
    const store = new Store();
    if (path === undefined) return store;
    store.file = await StateFile.open(path, () => store.all());
    for (const record of store.file.records as Kept[]) store.records.set(keyOf(record.at), record);
    return store;
  }

  get(at: Address): Kept | undefined {
    return this.records.get(keyOf(at));
  }

  put(record: Kept): void {
    this.records.set(keyOf(record.at), record);
  }

  remove(record: Kept): void {
    this.records.delete(keyOf(record.at));
  }

  all(): Kept[] {
    return [...this.records.values()];
  }

  of<T extends TypeName>(kind: T): Kept<T>[] {
    return this.all().filter((record): record is Kept<T> => isOf(record, kind));
  }

  /** Resolves when what is here now will survive. */
  async save(): Promise<void> {
    await this.file?.save();
  }

  async close(): Promise<void> {
    await this.file?.close();
  }
}
