import { CloudError } from '../../errors/index.js';
import { splitPublicKey } from '../../kinds/index.js';

/** The id of a key that holds all of it: `me/ssh-ed25519/AAAA…`. */
export function keyId(name: string, publicKey: string): string {
  const { type, blob } = splitPublicKey(publicKey) ?? {};
  return [name, type, blob].join('/');
}

/** The key in an id. @throws CloudError `invalid` where it holds none */
export function keyIn(id: string): { name: string; publicKey: string } {
  const [name = '', type, ...blob] = id.split('/');
  const publicKey = `${type} ${blob.join('/')}`;
  if (name && splitPublicKey(publicKey)) return { name, publicKey };
  throw new CloudError('invalid', {
    attribute: ['id'],
    message: `"${id}" holds no public key`,
    next: ['use <name>/<type>/<key>, for instance me/ssh-ed25519/AAAAC3…: the parts of a line of a .pub file'],
  });
}
