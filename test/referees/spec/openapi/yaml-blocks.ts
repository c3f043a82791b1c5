import { parse } from 'yaml';

/**
 * Blocks of a large YAML file by the path of keys that leads to them, each parsed when it is asked for: a description of 1.6 MB takes
 * seconds as a whole, and a test needs a few of its blocks. For files as generators write them: two spaces a level, no anchors.
 *
 * @example
 * const blocks = yamlBlocks(text, [['paths'], ['components', 'schemas']]);
 * blocks.get('paths')?.get('/servers')?.();
 */
export function yamlBlocks(
  text: string,
  parents: readonly (readonly string[])[],
): Map<string, Map<string, () => unknown>> {
  const found = new Map(parents.map((parent) => [parent.join('/'), new Map<string, () => unknown>()]));
  const lines = text.split('\n');
  const trail: string[] = [];
  let block: { into: Map<string, () => unknown>; key: string; from: number; depth: number } | undefined;
  const end = (at: number) => {
    if (block) block.into.set(block.key, lazily(lines.slice(block.from, at)));
    block = undefined;
  };
  lines.forEach((line, at) => {
    const indent = line.search(/\S/);
    // Lists may stand at the level of their key, and belong to it.
    if (indent < 0 || indent % 2 !== 0 || line[indent] === '-' || line[indent] === '#') return;
    const depth = indent / 2;
    if (block && depth > block.depth) return;
    end(at);
    const key = keyOf(line.slice(indent));
    if (key === undefined) return;
    const into = found.get(trail.slice(0, depth).join('/'));
    trail.length = depth;
    trail.push(key);
    if (into && trail.length === depth + 1) block = { into, key, from: at, depth };
  });
  end(lines.length);
  return found;
}

function keyOf(line: string): string | undefined {
  const match = /^(?:'([^']+)'|"([^"]+)"|([^\s'"][^:\s]*(?::[^:\s]+)*)):(?:\s|$)/.exec(line);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

function lazily(lines: string[]): () => unknown {
  let value: unknown;
  return () => {
    if (value === undefined) [value] = Object.values(parse(lines.join('\n')) as object);
    return value;
  };
}
