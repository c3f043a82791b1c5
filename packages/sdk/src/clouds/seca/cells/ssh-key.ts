import { fingerprint, SshKey } from '../../../kinds/index.js';
import { cell } from '../../../runtime/driver/cell.js';
import type { SecaApi } from '../api.js';
import { keyId, keyIn } from '../key-id.js';

/** SSH keys at SECA: an instance takes them when it is made, and nothing keeps them. So the id holds the key. */
export const sshKey = cell<SecaApi, typeof SshKey>(SshKey, {
  scope: 'global',
  stateOnly: {
    because:
      'SECA has no keys of their own: `sshKeys` of an instance takes them (go-sdk 793c4d0, InstanceSpec, read 2026-11)',
  },
  notOffered: {
    labels: { because: 'keys are kept nowhere, and so have no labels', next: 'leave labels out' },
    native: { because: 'no request makes an SSH key', next: 'leave native out' },
  },
  change: { name: 'replace' },

  create: async (_, { name, publicKey }) => keyId(name, publicKey),
  read: async (_, id) => {
    const key = keyIn(id);
    return { id, ...key, fingerprint: fingerprint(key.publicKey), labels: {}, status: 'ready' };
  },
  list: async () => [],
  delete: async () => {},
});
