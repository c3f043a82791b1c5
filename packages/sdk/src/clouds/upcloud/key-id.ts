import { CloudError } from '../../errors/index.js';
import { splitPublicKey } from '../../kinds/ssh-key/index.js';

/** A public key, with the name under which it was given. */
export interface NamedKey {
  name: string;
  /** OpenSSH form, without a comment. */
  publicKey: string;
}

/** The id of a key: `deploy/ssh-ed25519/AAAAC3Nz…`, its blob in the alphabet of base64 that has no slash. */
export function keyId(name: string, publicKey: string): string {
  const key = splitPublicKey(publicKey);
  if (!key) throw wrongId(name);
  return [name, key.type, key.blob.replaceAll('+', '-').replaceAll('/', '_')].join('/');
}

/** Takes {@link keyId} apart. @throws CloudError `invalid` where it holds no key */
export function keyIn(id: string): NamedKey {
  const [name = '', type = '', blob = '', ...rest] = id.split('/');
  const publicKey = `${type} ${blob.replaceAll('-', '+').replaceAll('_', '/')}`;
  if (!name || rest.length > 0 || !splitPublicKey(publicKey)) throw wrongId(id);
  return { name, publicKey };
}

function wrongId(id: string): CloudError {
  return new CloudError('invalid', {
    attribute: ['id'],
    message: `"${id}" is no id of an SSH key here: UpCloud keeps no keys, so the id holds the key`,
    next: ['use the id of a hansa_ssh_key: upcloud/<name>/<type>/<key>'],
  });
}
