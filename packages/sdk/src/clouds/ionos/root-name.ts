const ROOT = /^(.*) hansa-root=([A-Za-z0-9_.-]+):([0-9a-f]*)$/;

/**
 * The name of a server's root volume. It comes in the one request that makes the server, which has no room for labels: so the marks by
 * which an interrupted create is found again stand here, `web hansa-root=shop:1f2a`. They hold until the server has labels of its own.
 */
export function rootName(server: string, labels: Readonly<Record<string, string>>): string {
  return `${server} hansa-root=${labels['hansa-owner']}:${labels['hansa-create'] ?? ''}`;
}

/** Marks in the name of a root volume; undefined where it is none of ours. */
export function rootMarks(name: string | null | undefined): Record<string, string> | undefined {
  const [, , owner, unfinished] = ROOT.exec(name ?? '') ?? [];
  if (owner === undefined) return undefined;
  return { 'hansa-owner': owner, ...(unfinished === undefined ? {} : { 'hansa-create': unfinished }) };
}
