import { SshKey } from '../../../kinds/index.js';
import { cell, type Observed, withNative } from '../../../runtime/driver/index.js';
import type { HetznerApi } from '../api.js';
import { owned } from '../owned.js';
import { path } from '../path.js';
import { rename } from '../rename.js';
import type { WireSshKey } from '../wire.js';

/** SSH keys at Hetzner: one of a kind in a project, by name and by key. */
export const sshKey = cell(SshKey, {
  scope: 'global',

  async create(api: HetznerApi, want) {
    const { name, labels, publicKey, native } = want;
    const body = withNative({ name, labels, public_key: publicKey.trim() }, native);
    const made = await api.post<{ ssh_key: WireSshKey }>('/ssh_keys', body);
    return String(made.ssh_key.id);
  },

  async read(api, id) {
    const found = await api.find<{ ssh_key: WireSshKey }>(path`/ssh_keys/${id}`);
    return found && observe(found.ssh_key);
  },

  async list(api, filter) {
    return (await api.list<WireSshKey>('/ssh_keys', 'ssh_keys', owned(filter))).map(observe);
  },

  async update(api, id, change) {
    await rename(api, path`/ssh_keys/${id}`, change);
  },

  async delete(api, id) {
    await api.delete(path`/ssh_keys/${id}`);
  },
});

function observe({ id, name, labels, public_key, fingerprint }: WireSshKey): Observed<typeof SshKey> {
  return { id: String(id), name, labels, publicKey: public_key, fingerprint, status: 'ready' };
}
