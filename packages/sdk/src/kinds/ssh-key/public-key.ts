import { createHash } from 'node:crypto';

const TYPES =
  /^(ssh-(ed25519|rsa|dss)|ecdsa-sha2-nistp(256|384|521)|sk-(ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com)$/;

/**
 * The parts of an OpenSSH public key line, or null when it is none: wrong type, not base64, or type and blob disagree.
 *
 * @example
 * splitPublicKey('-----BEGIN OPENSSH PRIVATE KEY-----'); // null
 */
export function splitPublicKey(line: string): { type: string; blob: string; comment: string } | null {
  const [type = '', blob = '', ...comment] = line.trim().split(/[ \t]+/);
  if (!TYPES.test(type) || !/^[A-Za-z0-9+/]+={0,2}$/.test(blob) || /[\r\n]/.test(line.trim())) return null;
  const bytes = Buffer.from(blob, 'base64');
  if (bytes.length < 4 + type.length || bytes.readUInt32BE(0) !== type.length) return null;
  if (bytes.toString('latin1', 4, 4 + type.length) !== type) return null;
  return { type, blob, comment: comment.join(' ') };
}

/**
 * Whether two lines carry the same key, whatever their comments.
 *
 * @example
 * samePublicKey(publicKey, `${publicKey} me@work`); // true
 */
export function samePublicKey(a: string, b: string): boolean {
  const [left, right] = [splitPublicKey(a), splitPublicKey(b)];
  return left !== null && right !== null && left.blob === right.blob && left.type === right.type;
}

/**
 * MD5 fingerprint as colon-separated hex, as Hetzner and Nova print it.
 *
 * @example
 * fingerprint(publicKey)?.length; // 47
 */
export function fingerprint(line: string): string | null {
  const key = splitPublicKey(line);
  if (!key) return null;
  const hex = createHash('md5').update(Buffer.from(key.blob, 'base64')).digest('hex');
  return (hex.match(/../g) ?? []).join(':');
}
