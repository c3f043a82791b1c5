import * as z from 'zod';
import { computed, defineKind, named, required } from '../model/index.js';
import { sshKeyExample } from './example.js';
import { samePublicKey, splitPublicKey } from './public-key.js';

/** A public key that servers let in. */
export const SshKey = defineKind({
  name: 'ssh_key',
  collection: 'sshKeys',
  summary: 'A public SSH key that new servers let in.',
  guide:
    'The key is given to servers when they are made (`ssh_key_ids`); changing it later does not touch servers that exist. ' +
    'The comment at the end of a public key carries no meaning and is never a change.',
  example: sshKeyExample,
  attributes: {
    ...named,
    publicKey: required(
      z.string().refine((key) => splitPublicKey(key) !== null, {
        message:
          'use one line of OpenSSH form: "ssh-ed25519 AAAA… comment" (the content of a .pub file, not of the private key)',
      }),
      {
        description: 'The public key in OpenSSH form, one line: the content of a `.pub` file.',
        change: 'replace',
        same: samePublicKey,
      },
    ),
    fingerprint: computed(z.string(), {
      description: 'MD5 fingerprint of the key, colon-separated hex.',
      follows: ['publicKey'],
    }),
  },
});
