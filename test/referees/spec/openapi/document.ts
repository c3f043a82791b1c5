import { readFileSync } from 'node:fs';
import { isObject, type Json } from './json.js';
import { yamlBlocks } from './yaml-blocks.js';

/** What changed since a description was written, or what it never said right. */
export interface Drift {
  readonly what: string;
  /** Who says so, and when it was read or seen. */
  readonly source: string;
  /** Changes a block in place. `at` is `paths/<template>`, `schemas/<name>` or `parameters/<name>`. */
  edit(at: string, block: Json): void;
}

/** A vendor's OpenAPI file, of which only what is asked for is read. */
export interface Document {
  readonly name: string;
  /** Path templates. */
  readonly paths: readonly string[];
  /** `GET /servers`, each with its path template. */
  readonly operations: readonly string[];
  path(template: string): Json;
  /** What `#/components/schemas/x` or `#/components/parameters/x` refers to. */
  component(ref: string): Json;
}

type Blocks = ReadonlyMap<string, () => unknown>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head'];

export interface Root {
  readonly paths: Record<string, Json>;
  readonly components: Record<string, Json>;
}

export function objectDocument(name: string, root: Root, drift: readonly Drift[] = []): Document {
  const blocks = (of: Json = {}): Blocks => new Map(Object.entries(of).map(([key, value]) => [key, () => value]));
  const operations = Object.entries(root.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => method in item).map((method) => `${method.toUpperCase()} ${path}`),
  );
  return document(name, blocks(root.paths), (section) => blocks(root.components[section]), drift, operations);
}

export function jsonDocument(name: string, file: string, drift: readonly Drift[] = []): Document {
  return objectDocument(name, JSON.parse(readFileSync(file, 'utf8')) as Root, drift);
}

export function yamlDocument(name: string, file: string, drift: readonly Drift[] = []): Document {
  const text = readFileSync(file, 'utf8');
  const sections = yamlBlocks(text, [['paths'], ['components', 'schemas'], ['components', 'parameters']]);
  const components = (section: string) => sections.get(`components/${section}`) ?? new Map();
  return document(name, sections.get('paths')!, components, drift, operationsIn(text));
}

/** Found in the text: reading all paths to count them would take longer than the tests. */
function operationsIn(text: string): string[] {
  let path = '';
  const line = new RegExp(`^ {2}(\\/.*):$|^ {4}(${METHODS.join('|')}):$`, 'gm');
  return [...text.matchAll(line)].flatMap(([, template, method]) => {
    path = template ?? path;
    return method ? [`${method.toUpperCase()} ${path}`] : [];
  });
}

function document(
  name: string,
  paths: Blocks,
  components: (section: string) => Blocks,
  drift: readonly Drift[],
  operations: readonly string[],
): Document {
  const sections = new Map<string, Blocks>([['paths', paths]]);
  const edited = new Map<string, Json>();
  const block = (section: string, key: string): Json => {
    const at = `${section}/${key}`;
    const known = edited.get(at);
    if (known) return known;
    if (!sections.has(section)) sections.set(section, components(section));
    const value = sections.get(section)?.get(key)?.();
    if (!isObject(value)) throw new Error(`${name} has no ${at}`);
    edited.set(at, value);
    for (const { edit } of drift) edit(at, value);
    return value;
  };
  return {
    name,
    paths: [...paths.keys()],
    operations,
    path: (template) => block('paths', template),
    component(ref) {
      const [, section, key] = /^#\/components\/(\w+)\/(.+)$/.exec(ref) ?? [];
      if (!section || !key) throw new Error(`${name} refers to ${ref}`);
      return block(section, key);
    },
  };
}
