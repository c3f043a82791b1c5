import { fingerprint, SshKey } from '../../../kinds/index.js';
import { cell, type Observed } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import type { ScalewayApi } from '../api.js';
import { markedName, unmarked } from '../key-name.js';
import { paths } from '../paths.js';
import { globalUuid } from '../places.js';
import type { WireSshKey } from '../wire.js';

/** SSH keys at Scaleway: they belong to a project, and every new server of it lets all of them in. */
export const sshKey = cell<ScalewayApi, typeof SshKey>(SshKey, {
  scope: 'global',
  takes: { create: 500, delete: 500 },
  notOffered: {
    labels: { because: 'SSH keys have no tags (IAM API v1alpha1, read 2026-11)', next: 'leave labels out' },
  },

  create: async (api, want) => {
    const body = { name: markedName(want.name, want.labels), public_key: want.publicKey, project_id: api.projectId };
    return (await api.post<WireSshKey>(paths.sshKeys(), withNative(body, want.native))).id;
  },
  read: async (api, id) => {
    const key = await api.find<WireSshKey>(paths.sshKeys(globalUuid(id)));
    return key && observe(key);
  },
  list: async (api, { owner }) => {
    const keys = await api.list<WireSshKey>(paths.sshKeys(), 'ssh_keys', {
      project_id: api.projectId,
      order_by: 'created_at_asc',
    });
    return keys.map(observe).filter((key) => owner === undefined || key.labels['hansa-owner'] === owner);
  },
  update: async (api, id, change, { prior, want }) => {
    const name = markedName(change.name ?? want.name, change.labels ?? prior.labels);
    await api.patch(paths.sshKeys(globalUuid(id)), { name });
  },
  delete: (api, id) => api.delete(paths.sshKeys(globalUuid(id))),
});

function observe(key: WireSshKey): Observed<typeof SshKey> {
  return {
    id: key.id,
    ...unmarked(key.name),
    publicKey: key.public_key,
    fingerprint: fingerprint(key.public_key) ?? key.fingerprint,
    // A disabled key is not given to new servers: it is there, but it will not do what it is for until someone enables it.
    status: 'ready',
    statusText: key.disabled ? 'disabled' : 'enabled',
  };
}
