import {
  attr,
  type Diagnostic,
  defineDataSource,
  defineProvider,
  defineResource,
  defineSchema,
  isUnknown,
  type LazyResource,
} from '../../src/index.js';
import type { Client } from './item.js';
import { itemSchema } from './item-schema.js';

/** An error of the domain, as a client library would throw it. */
export class QuotaError extends Error {
  readonly code = 'quota';
}

/** Given as data alone, as a generated schema would be. */
const plain = defineResource<Client>()({
  schema: {
    attributes: {
      value: { type: 'dynamic', optional: true },
      huge: { type: 'number', optional: true },
      id: { type: 'string', computed: true },
    },
  },
  async create({ plan }, { client }) {
    client.seen.push('create plain');
    if (plan.huge === 13) throw new QuotaError('13 is too many');
    return { id: 'plain' };
  },
  read: async (state) => state,
  generateConfig: ({ huge }) => ({ huge: huge === 7 ? ('seven' as never) : null }),
});

const lookup = defineDataSource<Client>()({
  schema: defineSchema({
    attributes: {
      name: attr.string({ required: true }),
      prefix: attr.string({ default: 'hello' }),
      greeting: attr.string({ computed: true }),
    },
  }),
  async read({ name, prefix }, { diagnostics }) {
    if (name === 'nobody') diagnostics.error('There is nobody', { at: ['name'] });
    return { greeting: `${prefix} ${name}` };
  },
});

/** How often the lazy resource's code was loaded. */
export const loads = { item: 0 };

const lazyItem: LazyResource<Client> = {
  schema: () => itemSchema,
  version: 2,
  load: async () => {
    loads.item += 1;
    return (await import('./item.js')).item;
  },
};

/** A provider that keeps files in a directory: the package's own test subject. */
export function storeProvider(seen: string[] = []) {
  return defineProvider({
    schema: defineSchema({ attributes: { directory: attr.string({ required: true }) } }),
    validate(config, { diagnostics }) {
      if (config.directory === '/') diagnostics.error('Not there', { at: ['directory'] });
    },
    configure(config, { diagnostics }): Client {
      if (isUnknown(config.directory)) {
        diagnostics.error('The directory is not known yet', { at: ['directory'] });
        return { directory: '', seen };
      }
      return { directory: config.directory, seen };
    },
    resources: { store_item: lazyItem, store_plain: plain },
    dataSources: { store_lookup: lookup },
    diagnose(error): Diagnostic | undefined {
      if (!(error instanceof QuotaError)) return undefined;
      return { severity: 'error', summary: 'The quota is used up', detail: error.message, at: ['huge'] };
    },
  });
}
