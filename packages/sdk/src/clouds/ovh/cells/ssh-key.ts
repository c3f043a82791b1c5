import { fingerprint, SshKey } from '../../../kinds/ssh-key/index.js';
import { withMarks, withoutMarks } from '../../../openstack/key-comment.js';
import { cell, type Observed } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import type { OvhApi } from '../api.js';
import type { WireKey } from '../wire.js';

/** SSH keys at OVHcloud: key pairs of Nova, in every region of the project at once. They never change. */
export const sshKey = cell<OvhApi, typeof SshKey>(SshKey, {
  scope: 'global',
  notOffered: {
    labels: {
      because: 'SSH keys have a name and nothing else (description of /cloud, read 2026-11)',
      next: 'leave labels out here',
    },
  },
  change: { name: 'replace', publicKey: 'replace', labels: 'replace' },
  create: async (api, want) => {
    const body = { name: want.name, publicKey: withMarks(want.publicKey, want.labels) };
    return (await api.post<WireKey>(api.paths.keys(), withNative(body, want.native))).id;
  },
  read: async (api, id) => {
    const found = await api.find<WireKey>(api.paths.keys(id));
    return found && observe(found);
  },
  list: async (api) => (await api.list<WireKey>(api.paths.keys())).map(observe),
  delete: async (api, id) => void (await api.delete(api.paths.keys(id))),
});

function observe(wire: WireKey): Observed<typeof SshKey> {
  const { publicKey, labels } = withoutMarks(wire.publicKey);
  const print = wire.fingerPrint ?? fingerprint(publicKey);
  return { id: wire.id, name: wire.name, labels, publicKey, ...(print ? { fingerprint: print } : {}), status: 'ready' };
}
