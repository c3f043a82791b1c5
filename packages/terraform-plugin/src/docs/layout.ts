import type { ProviderSchema } from '../provider-schema/provider-schema.js';

/** What there are pages of. */
export type Sort = Exclude<keyof ProviderSchema, 'address' | 'provider'>;

export interface SortLayout {
  /** Of its pages, examples and templates alike. */
  readonly folder: string;
  readonly title: string;
  /** How its example files begin and end. */
  readonly example: readonly [string, string];
}

/**
 * Where the registries look for the pages of each sort (developer.hashicorp.com, registry, provider documentation), and where tfplugindocs
 * looks for examples and templates (its README); both read 2026-11.
 */
export const LAYOUT: Readonly<Record<Sort, SortLayout>> = {
  resources: { folder: 'resources', title: 'Resource', example: ['resource', '.tf'] },
  dataSources: { folder: 'data-sources', title: 'Data Source', example: ['data-source', '.tf'] },
  ephemeralResources: {
    folder: 'ephemeral-resources',
    title: 'Ephemeral Resource',
    example: ['ephemeral-resource', '.tf'],
  },
  listResources: { folder: 'list-resources', title: 'List Resource', example: ['list-resource', '.tfquery.hcl'] },
  actions: { folder: 'actions', title: 'Action', example: ['action', '.tf'] },
  functions: { folder: 'functions', title: 'Function', example: ['function', '.tf'] },
};

export const SORTS = Object.keys(LAYOUT) as Sort[];

/** More than this a registry cuts off, bytes (the same page, storage limits). */
export const PAGE_LIMIT_BYTES = 500_000;

/** A page's name: the type without the provider's prefix, which is what stands before its first `_`. Functions have none. */
export function shortName(sort: Sort, name: string): string {
  return sort === 'functions' ? name : name.slice(name.indexOf('_') + 1);
}
