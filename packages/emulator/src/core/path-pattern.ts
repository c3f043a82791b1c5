/**
 * A path with `{names}` for single segments and, as last segment only, `**` for any rest.
 *
 * @example
 * new PathPattern('/servers/{id}').match('/servers/42'.split('/')); // { id: '42' }
 */
export class PathPattern {
  readonly #segments: readonly string[];
  /** The name in each segment, where one stands there. */
  readonly #names: readonly (string | undefined)[];
  readonly #open: boolean;

  constructor(readonly source: string) {
    const segments = source.split('/');
    this.#open = segments.at(-1) === '**';
    this.#segments = this.#open ? segments.slice(0, -1) : segments;
    this.#names = this.#segments.map((segment) => /^\{(.*)\}$/.exec(segment)?.[1]);
  }

  /** Number of segments a matching path has (at least, for an open pattern). */
  get size(): number {
    return this.#segments.length;
  }

  /** Values of the names, or `undefined` where the path does not match. */
  match(path: readonly string[]): Record<string, string> | undefined {
    const { length } = this.#segments;
    if (this.#open ? path.length < length : path.length !== length) return undefined;
    // From the end: what tells an API's paths apart stands there.
    for (let i = length - 1; i >= 0; i -= 1) {
      const segment = this.#segments[i];
      const fits = this.#names[i] === undefined ? segment === path[i] || segment === '*' : path[i] !== '';
      if (!fits) return undefined;
    }
    const params: Record<string, string> = {};
    for (let i = 0; i < length; i += 1) {
      const name = this.#names[i];
      if (name !== undefined) params[name] = decode(path[i]!);
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
