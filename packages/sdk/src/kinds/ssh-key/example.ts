import type { Example } from '../model/example.js';

/** A key of its own for every name, so that many can stand side by side: vendors refuse the same key twice. */
export function exampleKey(name: string): string {
  const bytes = Buffer.alloc(32);
  Buffer.from(name).copy(bytes);
  bytes.writeUInt32BE(
    [...name].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) >>> 0, 7),
    28,
  );
  const type = Buffer.from('\0\0\0\x0bssh-ed25519\0\0\0\x20', 'latin1');
  return `ssh-ed25519 ${Buffer.concat([type, bytes]).toString('base64')} ${name}`;
}

export const sshKeyExample: Example = {
  needs: [],
  spec: (name) => ({ name, publicKey: exampleKey(name) }),
  changes: [{ set: { name: 'renamed' } }, { set: { publicKey: exampleKey('another') } }],
};
