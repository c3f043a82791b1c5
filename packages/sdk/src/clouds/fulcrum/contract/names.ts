/** Name of the service type of a kind: `hansa_server`. */
export const typeNameOf = (kind: string): string => `hansa_${kind}`;

/** The kind that a service type stands for; undefined of types that are not ours. */
export function kindOfType(name: string): string | undefined {
  return name.startsWith('hansa_') ? name.slice('hansa_'.length) : undefined;
}

/** The service type by which a consumer gets an agent's catalogue: consumers see neither agents nor options of providers. */
export const CATALOGUE = 'catalogue';
/** Name of the agent type. */
export const AGENT_TYPE = 'hansa';

/** Option types under which a provider's people find the catalogue. */
export const OPTION_TYPES = {
  hansa_region: 'Regions, with their countries',
  hansa_size: 'Sizes of servers, with prices a month by region',
  hansa_image: 'Images of servers',
} as const;
/** Option type under which an agent tells which of its processes works. */
export const LEASE_TYPE = 'hansa_agent';
export type OptionType = keyof typeof OPTION_TYPES;

/** Whether the thing is there (1) or was deleted outside of the federation (0). */
export const METRIC_PRESENT = 'hansa_present';
/** Net price a month, in the currency of the cloud, as it was planned. */
export const METRIC_PRICE = 'hansa_price_per_month';

/** Property with the names of properties that count as not given: the core itself can unset nothing. */
export const UNSET = 'unset';
/** The attribute that is not a property but told by the state: start and stop change it. */
export const POWER = 'power';

/** What the name of a service says, where our driver ordered it: whose it is, and that it is not finished. */
export interface ServiceName {
  owner?: string;
  name: string;
  /** Value of the mark "unfinished". */
  mark?: string;
}

/**
 * The name of a service: a change of it is done at once and is no job, so owner and mark stand there.
 *
 * @example
 * serviceName({ owner: 'shop', name: 'web', mark: '1a2b' }); // 'shop/web#1a2b'
 */
export function serviceName({ owner, name, mark }: ServiceName): string {
  return `${owner === undefined ? '' : `${owner}/`}${name}${mark === undefined ? '' : `#${mark}`}`;
}

/** What a name says; a name that others gave is only that. */
export function readServiceName(text: string): ServiceName {
  const [, owner, name = text, mark] = /^([^/#]+)\/([^/#]+)(?:#([^/#]*))?$/.exec(text) ?? [];
  return { name, ...(owner === undefined ? {} : { owner }), ...(mark === undefined ? {} : { mark }) };
}
