import { CloudError } from '../../errors/index.js';
import { splitPublicKey } from './public-key.js';

/** A public key, with the name under which it was given. */
export interface NamedKey {
  name: string;
  /** OpenSSH form, without a comment. */
  publicKey: string;
}

/**
 * An id that holds the whole key, for clouds that keep none: `deploy/ssh-ed25519/AAAAC3Nz…`, its blob in the alphabet of base64 that has
 * no slash.
 *
 * @throws CloudError `invalid` where it is no public key
 * @example
 * keyIn(keyId('deploy', publicKey)).name; // 'deploy'
 */
export function keyId(name: string, publicKey: string): string {
  const key = splitPublicKey(publicKey);
  if (!key) throw wrongId(name);
  return [name, key.type, key.blob.replaceAll('+', '-').replaceAll('/', '_')].join('/');
}

/**
 * Takes {@link keyId} apart; the blob may also stand as it does in a `.pub` file.
 *
 * @throws CloudError `invalid` where it holds no key
 * @example
 * keyIn(keyId('deploy', publicKey)).publicKey === publicKey; // true
 */
export function keyIn(id: string): NamedKey {
  const [name = '', type = '', ...blob] = id.split('/');
  const publicKey = `${type} ${blob.join('/').replaceAll('-', '+').replaceAll('_', '/')}`;
  if (!name || !splitPublicKey(publicKey)) throw wrongId(id);
  return { name, publicKey };
}

function wrongId(id: string): CloudError {
  return new CloudError('invalid', {
    attribute: ['id'],
    message: `"${id}" is no id of an SSH key here: the cloud keeps no keys, so the id holds the key`,
    next: ['use <name>/<type>/<key>, the last two as they stand in a .pub file: me/ssh-ed25519/AAAAC3Nz…'],
  });
}
