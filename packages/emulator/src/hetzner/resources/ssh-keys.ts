import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Route } from '../../core/http.js';
import { invalidInput, notUnique } from '../errors.js';
import { labels, name, read } from '../input.js';
import { keepOneOf } from '../query/filter.js';
import type { SshKey } from '../records.js';
import { deleteRoute, type ResourceKind, readRoutes, updateRoute } from '../resource.js';
import { created, post } from '../routes.js';
import type { World } from '../world.js';

const createBody = z.object({ name, public_key: z.string(), labels: labels.default({}) });

export function sshKeyRoutes(world: World): Route[] {
  const kind: ResourceKind<SshKey> = {
    path: '/ssh_keys',
    one: 'ssh_key',
    many: 'ssh_keys',
    label: 'SSH key',
    collection: world.sshKeys,
    view: () => (key) => key,
    list: (request, keys) => keepOneOf(request, keys, 'fingerprint', ({ fingerprint }) => fingerprint),
  };
  return [
    ...readRoutes(world, kind),
    post('/ssh_keys', (request) => {
      const body = read(request, createBody);
      const public_key = body.public_key.trim();
      const fingerprint = fingerprintOf(public_key);
      if (!fingerprint) throw invalidInput({ public_key: 'not a valid SSH public key' });
      world.mustBeUnique(world.sshKeys, 'SSH key', body.name);
      if (world.sshKeys.find((key) => key.fingerprint === fingerprint)) throw notUnique('SSH key', 'fingerprint');
      world.mustFit('ssh_keys', 'SSH key', world.sshKeys.size);
      const id = world.newId('ssh_key');
      const key = { id, name: body.name, public_key, fingerprint, labels: body.labels, created: world.now() };
      return created({ ssh_key: world.sshKeys.put(id, key) });
    }),
    updateRoute(world, kind),
    deleteRoute(world, kind),
  ];
}

const TYPES =
  /^(ssh-rsa|ssh-ed25519|ecdsa-sha2-nistp(256|384|521)|sk-ssh-ed25519@openssh\.com|sk-ecdsa-sha2-nistp256@openssh\.com)$/;

/** MD5 fingerprint of a key in OpenSSH's format; `undefined` where the text is none or its two types differ. */
export function fingerprintOf(key: string): string | undefined {
  const [type = '', base64 = ''] = key.split(/\s+/);
  if (!TYPES.test(type) || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined;
  const blob = Buffer.from(base64, 'base64');
  if (blob.length < 4) return undefined;
  const length = blob.readUInt32BE(0);
  if (blob.subarray(4, 4 + length).toString('latin1') !== type || blob.length <= 4 + length) return undefined;
  return createHash('md5').update(blob).digest('hex').match(/../g)!.join(':');
}
