import { randomBytes } from 'node:crypto';
import { CloudError } from '../../errors/index.js';
import type { WireReference } from './wire.js';

/** Label that says of which kind of the model a resource is a part: servers and volumes are both block storages. */
export const KIND = 'hansa-kind';
/** Annotation that carries the name: SECA's own names never change. */
export const NAME = 'hansa-name';

/** Where a thing stands: its region, and its name there. */
export interface Where {
  region: string;
  name: string;
}

const ID = /^([a-z0-9][a-z0-9.-]*)\/([a-z0-9]([a-z0-9.-]*[a-z0-9])?)$/;

/** `eu-central/web-1f8a03c2`. */
export function idOf({ region, name }: Where): string {
  return `${region}/${name}`;
}

/** @throws CloudError `invalid` where the id is none: `../roles` would be another thing than was meant */
export function whereOf(id: string): Where {
  const [, region, name] = ID.exec(id) ?? [];
  if (region && name && !id.includes('..')) return { region, name };
  throw new CloudError('invalid', {
    attribute: ['id'],
    message: `"${id}" is no id of SECA`,
    next: ['use <region>/<name>, for instance seca/eu-central/web-1f8a03c2'],
  });
}

/** A name that nothing else has, short enough to be a label's value with more behind it. */
export function newName(name: string): string {
  return `${name.slice(0, 44).replace(/-+$/, '')}-${randomBytes(4).toString('hex')}`;
}

/** A reference to a resource of the same workspace. */
export function refTo(path: string): { resource: string } {
  return { resource: path };
}

/** The name at the end of a reference, in whatever of SECA's forms. */
export function nameIn(reference: WireReference | undefined): string | undefined {
  return pathIn(reference)?.split('/').at(-1);
}

/** The part of a reference from that collection on: `nics/n`, `networks/n/subnets/s`. */
export function pathIn(reference: WireReference | undefined): string | undefined {
  const text = typeof reference === 'object' ? reference.resource : reference;
  return text
    ?.replace(/^seca\.[a-z.]+\/v\d+\//, '')
    .replace(/^tenants\/[^/]+\//, '')
    .replace(/^workspaces\/[^/]+\/(?=.*\/)/, '');
}
