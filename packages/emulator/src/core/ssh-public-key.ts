import { createHash } from 'node:crypto';

export interface SshPublicKey {
  readonly type: string;
  /** Type and key without the comment. */
  readonly text: string;
  readonly bits: number;
  /** `6b:cd:…` of the key. */
  readonly md5: string;
}

const CURVE_BITS: Record<string, number> = {
  'ssh-ed25519': 256,
  'sk-ssh-ed25519@openssh.com': 256,
  'ecdsa-sha2-nistp256': 256,
  'sk-ecdsa-sha2-nistp256@openssh.com': 256,
  'ecdsa-sha2-nistp384': 384,
  'ecdsa-sha2-nistp521': 521,
};

/** Reads a line of an authorized_keys file; `undefined` for what is none. */
export function parseSshPublicKey(line: string): SshPublicKey | undefined {
  const [type = '', encoded = ''] = line.trim().split(/\s+/);
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(encoded)) return undefined;
  const blob = Buffer.from(encoded, 'base64');
  const fields = fieldsOf(blob);
  if (!fields || fields[0]?.toString('latin1') !== type) return undefined;
  const bits = type === 'ssh-rsa' ? bitsOf(fields[2]) : CURVE_BITS[type];
  if (!bits) return undefined;
  const md5 = createHash('md5').update(blob).digest('hex').match(/../g)!.join(':');
  return { type, text: `${type} ${encoded}`, bits, md5 };
}

/** Length-prefixed fields (RFC 4251 section 5) that fill the blob exactly. */
function fieldsOf(blob: Buffer): Buffer[] | undefined {
  const fields: Buffer[] = [];
  for (let at = 0; at < blob.length; ) {
    if (at + 4 > blob.length) return undefined;
    const end = at + 4 + blob.readUInt32BE(at);
    if (end > blob.length) return undefined;
    fields.push(blob.subarray(at + 4, end));
    at = end;
  }
  return fields.length > 1 ? fields : undefined;
}

function bitsOf(modulus: Buffer | undefined): number | undefined {
  return modulus && modulus.length > 0 ? BigInt(`0x${modulus.toString('hex')}`).toString(2).length : undefined;
}
