import { fingerprint, SshKey } from '../../../kinds/index.js';
import { cell } from '../../../runtime/driver/cell.js';
import type { IonosApi } from '../api.js';
import { keyId, keyOf } from '../key-id.js';

/** SSH keys at IONOS: they are given to a server when it is made, and kept nowhere. So the id holds the key. */
export const sshKey = cell<IonosApi, typeof SshKey>(SshKey, {
  scope: 'global',
  stateOnly: {
    because: 'Cloud API v6 has no keys, and takes public keys only with a new volume (description, sshKeys, 2023-02)',
  },
  notOffered: {
    labels: { because: 'keys are kept nowhere, and so have no labels', next: 'leave labels out' },
    native: { because: 'no request makes an SSH key', next: 'leave native out' },
  },
  change: { name: 'replace' },

  create: async (_, { name, publicKey }) => keyId(name, publicKey),
  read: async (_, id) => {
    const key = keyOf(id);
    return { id, ...key, fingerprint: fingerprint(key.publicKey) ?? '', labels: {}, status: 'ready' };
  },
  list: async () => [],
  delete: async () => {},
});
