import { splitPublicKey } from '../kinds/ssh-key/index.js';

const MARK = /^(hansa-[a-z-]+)=(\S*)$/;

/** A public key whose comment carries the owner labels: the only text of a key pair of Nova that is kept as it is. */
export function withMarks(publicKey: string, labels: Readonly<Record<string, string>>): string {
  const marks = Object.entries(labels).filter(([key]) => key.startsWith('hansa-'));
  return [publicKey.trim(), ...marks.map(([key, value]) => `${key}=${value}`)].join(' ');
}

/** The key as it was given, and the owner labels of its comment. */
export function withoutMarks(text: string): { publicKey: string; labels: Record<string, string> } {
  const parts = splitPublicKey(text);
  if (!parts) return { publicKey: text.trim(), labels: {} };
  const words = parts.comment.split(/\s+/).filter(Boolean);
  const marks = words.flatMap((word) => {
    const [, key, value] = MARK.exec(word) ?? [];
    return key !== undefined && value !== undefined ? [[key, value] as const] : [];
  });
  const comment = words.filter((word) => !MARK.test(word));
  return { publicKey: [parts.type, parts.blob, ...comment].join(' '), labels: Object.fromEntries(marks) };
}
