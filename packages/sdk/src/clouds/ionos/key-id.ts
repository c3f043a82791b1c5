import { CloudError } from '../../errors/index.js';
import { splitPublicKey } from '../../kinds/index.js';

/** The id of a key that holds all of it: `me/ssh-ed25519/AAAA…`. The comment carries no meaning, and stays out. */
export function keyId(name: string, publicKey: string): string {
  const parts = splitPublicKey(publicKey);
  return `${name}/${parts?.type}/${parts?.blob}`;
}

/** The key in an id. @throws CloudError `invalid` where it holds none */
export function keyOf(id: string): { name: string; publicKey: string } {
  const [name = '', type = '', ...blob] = id.split('/');
  const publicKey = `${type} ${blob.join('/')}`;
  if (name && splitPublicKey(publicKey)) return { name, publicKey };
  throw new CloudError('invalid', {
    attribute: ['id'],
    message: `"${id}" holds no public key`,
    next: ['use <name>/<type>/<key>, for instance me/ssh-ed25519/AAAAC3…: the parts of a line of a .pub file'],
  });
}
