import { CloudError, type Issue, issue } from '../../errors/index.js';
import type { Attributes } from '../../kinds/model/index.js';

/** `hetzner/4711` of a native id. */
export function globalId(cloud: string, native: string): string {
  return `${cloud}/${native}`;
}

/**
 * The native id in `hetzner/4711`, or the text itself when it has no such prefix.
 *
 * @param clouds ids of all configured clouds: a thing of another one would be looked for here, not found, and taken for gone
 * @throws CloudError `invalid` when it is a thing of another cloud
 */
export function nativeId(cloud: string, id: string, clouds: readonly string[] = []): string {
  if (id.startsWith(`${cloud}/`)) return id.slice(cloud.length + 1);
  const other = otherCloud(id, cloud, clouds);
  if (other === undefined) return id;
  throw new CloudError('invalid', {
    cloud,
    attribute: ['id'],
    message: `${id} is a thing of the cloud ${other}, not of ${cloud}`,
    next: [`ask ${other} for it`, `or use an id that begins with ${cloud}/`],
  });
}

/** Applies `change` to every reference in `values`, nested ones too, and says where each stands. */
export function mapReferences(
  attributes: Attributes,
  values: Readonly<Record<string, unknown>>,
  change: (id: string, path: readonly (string | number)[]) => string,
  at: readonly (string | number)[] = [],
): Record<string, unknown> {
  const out: Record<string, unknown> = { ...values };
  for (const [name, attribute] of Object.entries(attributes)) {
    const value = values[name];
    if (value === undefined || value === null) continue;
    const path = [...at, name];
    if (attribute.fields && Array.isArray(value)) {
      const { fields } = attribute;
      out[name] = value.map((item, i) => mapReferences(fields, item as Record<string, unknown>, change, [...path, i]));
    } else if (attribute.ref) {
      out[name] = Array.isArray(value)
        ? value.map((id, i) => change(String(id), [...path, i]))
        : change(String(value), path);
    }
  }
  return out;
}

/** Issues for references that name another cloud, or none. `clouds` are the ids that are configured. */
export function foreignReferences(
  attributes: Attributes,
  values: Readonly<Record<string, unknown>>,
  cloud: string,
  clouds: readonly string[],
): Issue[] {
  const found: Issue[] = [];
  mapReferences(attributes, values, (id, path) => {
    const other = otherCloud(id, cloud, clouds);
    if (other) {
      found.push(
        issue('invalid', path, `${id} is a thing of the cloud ${other}, not of ${cloud}`, [
          `make it at ${cloud} too, or set cloud = "${other}" here`,
        ]),
      );
    } else if (!id.startsWith(`${cloud}/`)) {
      // Taken, it would come back with its cloud before it, and be a change for ever.
      found.push(issue('invalid', path, `"${id}" does not say its cloud`, [`use ${globalId(cloud, id)}`]));
    }
    return id;
  });
  return found;
}

function otherCloud(id: string, cloud: string, clouds: readonly string[]): string | undefined {
  return clouds.find((one) => one !== cloud && id.startsWith(`${one}/`));
}
