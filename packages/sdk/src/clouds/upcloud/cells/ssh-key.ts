import { fingerprint, SshKey } from '../../../kinds/index.js';
import { cell, type Observed } from '../../../runtime/driver/cell.js';
import type { UpCloudApi } from '../api.js';
import { keyId, keyIn } from '../key-id.js';

/** SSH keys at UpCloud: it takes them with a new server and keeps none, so a key lives in its id alone. */
export const sshKey = cell<UpCloudApi, typeof SshKey>(SshKey, {
  scope: 'global',
  stateOnly: {
    because:
      'keys are given with a new server, and the API has none (developers.upcloud.com/1.3/8-servers, create server, read 2026-11)',
  },
  notOffered: {
    labels: { because: 'there is nothing that could carry them: UpCloud keeps no SSH keys', next: 'leave labels out' },
    native: { because: 'no request makes an SSH key', next: 'leave native out' },
  },
  change: { name: 'replace' },

  create: async (_api, { name, publicKey }) => keyId(name, publicKey),
  read: async (_api, id) => observe(id),
  list: async () => [],
  delete: async () => {},
});

function observe(id: string): Observed<typeof SshKey> {
  const { name, publicKey } = keyIn(id);
  return { id, name, labels: {}, publicKey, fingerprint: fingerprint(publicKey), status: 'ready' };
}
