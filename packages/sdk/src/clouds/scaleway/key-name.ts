/**
 * SSH keys carry no tags, and Scaleway drops the comment of a public key (recorded traffic of
 * scaleway/terraform-provider-scaleway, 2025-11: `… foobar@example.com` was not given back). Their names may have spaces and
 * 1,000 characters, so owner labels stand behind the name: `deploy hansa-owner=shop-prod`.
 */
export function markedName(name: string, labels: Readonly<Record<string, string>>): string {
  const marks = Object.entries(labels).filter(([key]) => key.startsWith('hansa-'));
  return [name, ...marks.map(([key, value]) => `${key}=${value}`)].join(' ');
}

/** The name without owner labels, and these. */
export function unmarked(text: string): { name: string; labels: Record<string, string> } {
  const words = text.split(' ');
  const isMark = (word: string) => /^hansa-[a-z-]+=/.test(word);
  const labels = words
    .filter(isMark)
    .map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]);
  return { name: words.filter((word) => !isMark(word)).join(' '), labels: Object.fromEntries(labels) };
}
