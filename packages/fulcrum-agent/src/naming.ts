/** Digits of a service's id that tell its things from those of all others: 48 bits. */
const TAG = 12;
/** The longest name that every cloud takes. */
const LONGEST = 63;

type Service = { id: string };

/** What tells the things of a service from all others at the cloud: consumers do not know of each other's names. */
export function tagOf({ id }: Service): string {
  return id.replaceAll('-', '').slice(0, TAG).toLowerCase();
}

/**
 * The name of a service's thing at the cloud: the consumer's, made unique. By it and the agent's owner label the thing is found again,
 * whatever became of the process that made it.
 *
 * @example
 * nativeName({ id: '1a2b3c4d-5e6f-4000-8000-000000000000' }, 'web'); // 'web-1a2b3c4d5e6f'
 */
export function nativeName(service: Service, name: string): string {
  return `${name.slice(0, LONGEST - TAG - 1).replace(/-+$/, '')}-${tagOf(service)}`;
}

/** Whether a thing of that name is a service's, whatever its consumer calls it now. */
export function isOf(service: Service, name: unknown): boolean {
  return typeof name === 'string' && name.endsWith(`-${tagOf(service)}`);
}

/** The owner label of all that an agent makes: 44 characters at most, as every cloud takes it. */
export function ownerOf(agentId: string): string {
  return `fulcrum-${agentId}`;
}

/**
 * The instance id that the core is told: unique over all agents and services, as it must be. Two consumers may have the same public key, and
 * where a cloud keeps none, the same id of it.
 */
export function instanceId(service: Service, kind: string, id: string, place: unknown): string {
  const [cloud = '', ...native] = id.split('/');
  return `${cloud}:${typeof place === 'string' ? place : 'global'}:${kind}/${native.join('/').slice(0, 200)}#${tagOf(service)}`;
}
