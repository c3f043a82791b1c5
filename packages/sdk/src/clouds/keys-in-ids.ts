import { fingerprint, keyId, keyIn, SshKey } from '../kinds/index.js';
import { type Cell, cell } from '../runtime/driver/cell.js';

/**
 * SSH keys at a cloud that takes them with a new server and keeps none: a key lives in its id alone, and with whoever has that.
 *
 * @param because what the vendor does with keys, with source and date
 */
export function keysInIds<A>(because: string): Cell<typeof SshKey, A> {
  return cell<A, typeof SshKey>(SshKey, {
    scope: 'global',
    stateOnly: { because },
    notOffered: {
      labels: {
        because: 'there is nothing that could carry them: the cloud keeps no SSH keys',
        next: 'leave labels out',
      },
      native: { because: 'no request makes an SSH key', next: 'leave native out' },
    },
    change: { name: 'replace' },

    create: async (_api, { name, publicKey }) => keyId(name, publicKey),
    read: async (_api, id) => {
      const { name, publicKey } = keyIn(id);
      return { id, name, labels: {}, publicKey, fingerprint: fingerprint(publicKey) ?? '', status: 'ready' };
    },
    list: async () => [],
    delete: async () => {},
  });
}
