import { type Issue, issue } from '../errors/index.js';
import type { Attribute, Attributes } from '../kinds/model/index.js';

type Values = Readonly<Record<string, unknown>>;

/**
 * A specification as it is meant at one of several clouds: lists of references may name things of each of them (an SSH key at every
 * cloud), and those of the others are left out. What is of none of these clouds stays, to be told as the mistake that it is.
 *
 * @example
 * const spec = { name: 'web', sshKeyIds: ['hetzner/1', 'scaleway/2'] };
 * referencesAt(Server.attributes, spec, 'scaleway', ['hetzner', 'scaleway'])['sshKeyIds']; // ['scaleway/2']
 */
export function referencesAt(
  attributes: Attributes,
  spec: Values,
  cloud: string,
  clouds: readonly string[],
): Record<string, unknown> {
  const others = clouds.filter((one) => one !== cloud);
  const narrowed = Object.entries(attributes).flatMap(([name, attribute]): [string, unknown][] => {
    const value = spec[name];
    if (!Array.isArray(value) || !refers(attribute)) return [];
    return [[name, value.filter((one) => !namesOneOf(others, attribute, one))]];
  });
  return { ...spec, ...Object.fromEntries(narrowed) };
}

/** Lists that name things of other clouds, and none of this one: a server would stand there without its firewall, and nobody would say so. */
export function missingReferences(
  attributes: Attributes,
  spec: Values,
  cloud: string,
  clouds: readonly string[],
): Issue[] {
  const here = referencesAt(attributes, spec, cloud, clouds);
  return Object.keys(attributes).flatMap((name) => {
    const [all, left] = [spec[name], here[name]];
    if (!Array.isArray(all) || !Array.isArray(left) || all.length === 0 || left.length > 0) return [];
    return [
      issue('invalid', name, `names nothing of ${cloud}, where it may stand as well`, [
        `name what is meant at ${cloud} beside the others: at each cloud only its own count`,
        `or take ${cloud} out of the candidates`,
      ]),
    ];
  });
}

function refers({ ref, fields }: Attribute): boolean {
  return ref !== undefined || (fields !== undefined && Object.values(fields).some(refers));
}

function namesOneOf(clouds: readonly string[], { ref, fields = {} }: Attribute, value: unknown): boolean {
  if (ref !== undefined) return clouds.some((cloud) => String(value).startsWith(`${cloud}/`));
  const inner = (value ?? {}) as Values;
  return Object.entries(fields).some(
    ([name, field]) => inner[name] != null && refers(field) && namesOneOf(clouds, field, inner[name]),
  );
}
