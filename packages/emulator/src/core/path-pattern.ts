/**
 * A path with `{names}` for single segments and, as last segment only, `**` for any rest.
 *
 * @example
 * new PathPattern('/servers/{id}').match('/servers/42'.split('/')); // { id: '42' }
 */
export class PathPattern {
  readonly #segments: readonly string[];
  readonly #open: boolean;

  constructor(readonly source: string) {
    const segments = source.split('/');
    this.#open = segments.at(-1) === '**';
    this.#segments = this.#open ? segments.slice(0, -1) : segments;
  }

  /** Number of segments a matching path has (at least, for an open pattern). */
  get size(): number {
    return this.#segments.length;
  }

  /** Values of the names, or `undefined` where the path does not match. */
  match(path: readonly string[]): Record<string, string> | undefined {
    if (this.#open ? path.length < this.size : path.length !== this.size) return undefined;
    const params: Record<string, string> = {};
    for (const [index, segment] of this.#segments.entries()) {
      const given = path[index]!;
      if (segment.startsWith('{') && segment.endsWith('}')) {
        if (given === '') return undefined;
        params[segment.slice(1, -1)] = decode(given);
      } else if (segment !== given && segment !== '*') return undefined;
    }
    return params;
  }

  /** Sorts the more literal pattern first. */
  compare(other: PathPattern): number {
    for (const [index, segment] of this.#segments.entries()) {
      const difference = Number(segment.startsWith('{')) - Number(other.#segments[index]?.startsWith('{') ?? false);
      if (difference !== 0) return difference;
    }
    return 0;
  }
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // a stray % is part of the name, as most servers take it
  }
}
