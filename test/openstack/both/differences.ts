import type { Recorded } from './client.js';
import type { Shape } from './shape.js';

/** What is not compared, with the reason: what stands at `path` of a step's body. */
const DIFFERENCES: readonly { chapter: string; step?: string; path: RegExp; why: string }[] = [
  {
    chapter: 'networks',
    path: /\.standard_attr_id$/,
    why: 'a number of the database that Neutron lets slip through where it makes a group',
  },
  {
    chapter: 'networks',
    step: 'a page of ports',
    path: /^\.ports\[\]$/,
    why: "without an agent (scripts/openstack) there is no DHCP port, and which port comes first is nobody's promise",
  },
];

/** The record without what is not compared. */
export function without(chapter: string, recorded: Record<string, Recorded>): Record<string, Recorded> {
  const steps = Object.entries(recorded).map(([step, one]) => {
    const paths = DIFFERENCES.filter((it) => it.chapter === chapter && (it.step ?? step) === step).map((it) => it.path);
    return [step, { ...one, body: pruned(one.body, paths) }];
  });
  return Object.fromEntries(steps);
}

function pruned(shape: Shape, paths: readonly RegExp[], at = ''): Shape {
  const kept = (path: string) => !paths.some((one) => one.test(path));
  if (typeof shape === 'string') return shape;
  if (Array.isArray(shape)) return kept(`${at}[]`) ? shape.map((one) => pruned(one, paths, `${at}[]`)) : [];
  return Object.fromEntries(
    Object.entries(shape)
      .filter(([key]) => kept(`${at}.${key}`))
      .map(([key, one]) => [key, pruned(one as Shape, paths, `${at}.${key}`)]),
  );
}
