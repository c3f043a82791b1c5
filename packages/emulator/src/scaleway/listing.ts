import type { CloudRequest } from '../core/http.js';
import { notValid, permissionsDenied } from './errors.js';
import type { World } from './world.js';

interface Listed {
  readonly name: string;
  readonly project: string;
  readonly tags?: readonly string[];
}

/** `name` (part of it), `project` and `tags` of the instance API: tags stand in one comma list and all must be there. */
export function instanceFilter(world: World, { query }: CloudRequest, resource: string): (item: Listed) => boolean {
  const wanted = list(query, 'tags');
  const matches = common(world, query, resource, 'project', 'organization');
  return (item) => matches(item) && wanted.every((tag) => item.tags?.includes(tag));
}

/** `name` (part of it), `project_id` and `tags` of the newer APIs: tags repeat and one of them is enough. */
export function filter(world: World, { query }: CloudRequest, resource: string): (item: Listed) => boolean {
  const wanted = query.getAll('tags').filter((tag) => tag !== '');
  const matches = common(world, query, resource, 'project_id', 'organization_id');
  return (item) => matches(item) && (wanted.length === 0 || wanted.some((tag) => item.tags?.includes(tag)));
}

function common(world: World, query: URLSearchParams, resource: string, projectKey: string, organizationKey: string) {
  const name = query.get('name');
  const project = query.get(projectKey);
  const organization = query.get(organizationKey);
  if (project && !world.projects.get(project)) throw permissionsDenied(resource, 'read');
  if (organization && organization !== world.organizationId) throw permissionsDenied(resource, 'read');
  return (item: Listed) => (!name || item.name.includes(name)) && (!project || item.project === project);
}

/** Values of a comma list, which may also repeat. */
export function list(query: URLSearchParams, name: string): string[] {
  return query.getAll(name).flatMap((value) => value.split(',').filter((part) => part !== ''));
}

/** True, false, or undefined where the query does not say. */
export function flag(query: URLSearchParams, name: string): boolean | undefined {
  const value = query.get(name);
  return value === null || value === '' ? undefined : value === 'true' || value === '1';
}

/** Sorts by `<key>_asc` or `<key>_desc`; equal ones keep the order in which they came. */
export function sorted<T>(
  items: readonly T[],
  { query }: CloudRequest,
  parameter: string,
  fallback: string,
  keys: Readonly<Record<string, (item: T) => string | number>>,
): T[] {
  const order = query.get(parameter) || fallback;
  const [, key = '', direction] = /^(.+)_(asc|desc)$/.exec(order) ?? [];
  const by = keys[key];
  if (!by) throw notValid(parameter);
  const sign = direction === 'asc' ? 1 : -1;
  return [...items].sort((a, b) => {
    const [left, right] = [by(a), by(b)];
    return left === right ? 0 : left < right ? -sign : sign;
  });
}
