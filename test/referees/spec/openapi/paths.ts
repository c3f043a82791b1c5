/** Finds the template that a path was made from; a literal segment wins over a parameter. */
export class PathTemplates {
  private readonly bySegments = new Map<number, { template: string; segments: string[] }[]>();

  constructor(templates: Iterable<string>) {
    for (const template of templates) {
      const segments = template.split('/');
      const same = this.bySegments.get(segments.length) ?? [];
      same.push({ template, segments });
      this.bySegments.set(segments.length, same);
    }
    for (const same of this.bySegments.values())
      same.sort((a, b) => (literals(a.segments) < literals(b.segments) ? 1 : -1));
  }

  /** All templates that fit, the most literal first, with the values of their parameters. */
  match(path: string): { template: string; params: Record<string, string> }[] {
    const parts = path.split('/');
    return (this.bySegments.get(parts.length) ?? []).flatMap(({ template, segments }) => {
      const params: Record<string, string> = {};
      for (const [at, segment] of segments.entries()) {
        const part = parts[at] ?? '';
        const name = /^\{(.+)\}$/.exec(segment)?.[1];
        if (name && part !== '') params[name] = decodeURIComponent(part);
        else if (segment !== part) return [];
      }
      return [{ template, params }];
    });
  }
}

/** Sorts `/a/b` before `/a/{x}` before `/{y}/b`. */
function literals(segments: readonly string[]): string {
  return segments.map((segment) => (segment.startsWith('{') ? '0' : '1')).join('');
}
