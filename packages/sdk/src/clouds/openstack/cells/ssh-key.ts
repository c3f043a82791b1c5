import { SshKey } from '../../../kinds/ssh-key/index.js';
import { withMarks, withoutMarks } from '../../../openstack/key-comment.js';
import type { WireKeypair } from '../../../openstack/wire.js';
import { cell, type Observed } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import type { OpenStackApi } from '../api.js';

/** Nova checks names by this up to microversion 2.91 (its answer to others, 2026-11). */
const NAME = 'letters, digits, space, "-" and "_" (Nova, key pairs, read 2026-11)';

/** Key pairs of Nova: they belong to the user, are called by their unique name and never change. */
export const sshKey = cell<OpenStackApi, typeof SshKey>(SshKey, {
  scope: 'global',
  limits: { name: { maxItems: 255, because: NAME } },
  notOffered: {
    labels: { because: 'key pairs of Nova carry no metadata', next: 'leave labels out here' },
  },
  change: { name: 'replace', publicKey: 'replace', labels: 'replace' },
  create: async (api, want) => {
    const body = { keypair: { name: want.name, public_key: withMarks(want.publicKey, want.labels) } };
    const { keypair } = await api.compute.post<WireKeypair>('/os-keypairs', withNative(body, want.native));
    return keypair.name;
  },
  read: async (api, id) => {
    const found = await api.compute.find<WireKeypair>(at(id));
    return found && observe(found);
  },
  list: async (api) => (await api.compute.pages<WireKeypair>('/os-keypairs', 'keypairs')).map(observe),
  delete: (api, id) => api.compute.remove(at(id)),
});

/** They are called by their names. */
const at = (name: string) => `/os-keypairs/${encodeURIComponent(name)}`;

function observe({ keypair }: WireKeypair): Observed<typeof SshKey> {
  return {
    id: keypair.name,
    name: keypair.name,
    ...withoutMarks(keypair.public_key),
    fingerprint: keypair.fingerprint,
    status: 'ready',
  };
}
