import { SshKey, splitPublicKey } from '../../../kinds/ssh-key/index.js';
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

const MARK = /^(hansa-[a-z-]+)=(\S*)$/;

/** Owner labels stand in the comment of the key, the only text of a key pair that Nova keeps as it is. */
function withMarks(publicKey: string, labels: Record<string, string>): string {
  const marks = Object.entries(labels).filter(([key]) => key.startsWith('hansa-'));
  return [publicKey.trim(), ...marks.map(([key, value]) => `${key}=${value}`)].join(' ');
}

function observe({ keypair }: WireKeypair): Observed<typeof SshKey> {
  const parts = splitPublicKey(keypair.public_key);
  const words = parts?.comment.split(/\s+/).filter(Boolean) ?? [];
  const comment = words.filter((word) => !MARK.test(word));
  const marks = words.flatMap((word) => {
    const [, key, value] = MARK.exec(word) ?? [];
    return key !== undefined && value !== undefined ? [[key, value] as const] : [];
  });
  return {
    id: keypair.name,
    name: keypair.name,
    labels: Object.fromEntries(marks),
    publicKey: parts ? [parts.type, parts.blob, ...comment].join(' ') : keypair.public_key.trim(),
    fingerprint: keypair.fingerprint,
    status: 'ready',
  };
}
