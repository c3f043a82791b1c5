import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Nobody has the private half of it: for emulated clouds only. */
const EXAMPLE = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJvnjQHFoCmW6RSrcWWw8t+zaBTnkzBhZ7lTnbZVmvfX me@example';

/** The public key in the file that `SSH_PUBLIC_KEY_FILE` names, else your own; on emulated clouds an example. */
export function sshPublicKey(): string {
  const file = process.env['SSH_PUBLIC_KEY_FILE'];
  if (!file && process.env['HANSA_EMULATOR']) return EXAMPLE;
  return readFileSync(file ?? join(homedir(), '.ssh/id_ed25519.pub'), 'utf8').trim();
}
