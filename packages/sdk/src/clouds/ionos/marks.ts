import { Labels } from '../../kinds/model/index.js';

/**
 * Labels within a text, for what IONOS gives no labels: behind a name or a description, `web hansa-owner=shop env=prod`. What is no label
 * is the text itself.
 */
export function marked(text: string, labels: Readonly<Record<string, string>>): string {
  return [text, ...Object.entries(labels).map(([key, value]) => `${key}=${value}`)].filter(Boolean).join(' ');
}

/** The text and the labels of {@link marked}. */
export function unmarked(text: string | null | undefined): { text: string; labels: Record<string, string> } {
  const words: string[] = [];
  const labels: Record<string, string> = {};
  for (const word of (text ?? '').split(' ')) {
    const at = word.indexOf('=');
    const [key, value] = [word.slice(0, at), word.slice(at + 1)];
    if (at > 0 && (key.startsWith('hansa-') || Labels.safeParse({ [key]: value }).success)) labels[key] = value;
    else words.push(word);
  }
  return { text: words.join(' '), labels };
}

/** `labels` without what cells keep for themselves. */
export function without(labels: Readonly<Record<string, string>>, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).filter(([key]) => !keys.includes(key)));
}
