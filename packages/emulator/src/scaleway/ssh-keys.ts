import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Route } from '../core/http.js';
import { parseSshPublicKey, type SshPublicKey } from '../core/ssh-public-key.js';
import { read, text } from './arguments.js';
import { date } from './dates.js';
import { invalidArguments } from './errors.js';
import { filter, flag, sorted } from './listing.js';
import { page } from './paging.js';
import type { SshKeyRecord } from './records.js';
import { there, type World } from './world.js';

const KEYS = '/iam/v1alpha1/ssh-keys';
const createShape = z.object({ name: z.string().nullish(), public_key: text(), project_id: text() });
const updateShape = z.object({ name: z.string().nullish(), disabled: z.boolean().nullish() });

/** Keys of a project; the same key may be there twice (recorded 2026-06). */
export function sshKeys(world: World): Route[] {
  const find = (id: string) => there(world.sshKeys.get(id), 'ssh_key', id);
  const shown = (key: SshKeyRecord) => ({
    id: key.id,
    name: key.name,
    public_key: key.publicKey,
    fingerprint: key.fingerprint,
    created_at: date(key.created),
    updated_at: date(key.updated),
    organization_id: world.organizationId,
    project_id: key.project,
    disabled: key.disabled,
  });
  return [
    {
      method: 'GET',
      path: KEYS,
      handle: (request) => {
        const matches = filter(world, request, 'ssh_key');
        const disabled = flag(request.query, 'disabled');
        const wanted = world.sshKeys.filter(
          (key) => (disabled === undefined || key.disabled === disabled) && matches(key),
        );
        return page(request, 'ssh_keys', sorted(wanted, request, 'order_by', 'created_at_asc', ORDER), shown);
      },
    },
    {
      method: 'POST',
      path: KEYS,
      handle: (request) => {
        const given = read(request, createShape);
        const project = world.writable('ssh_key', given.project_id);
        const key = parseSshPublicKey(given.public_key);
        if (!key) {
          throw invalidArguments({ argument_name: 'public_key', reason: 'format', help_message: 'invalid public key' });
        }
        world.checkQuota('ssh-keys', world.sshKeys.size);
        const now = world.now();
        const id = randomUUID();
        const record = world.sshKeys.put(id, {
          id,
          project,
          name: given.name ?? '',
          publicKey: key.text,
          fingerprint: fingerprintOf(key),
          disabled: false,
          created: now,
          updated: now,
        });
        return { status: 200, body: shown(record) };
      },
    },
    {
      method: 'GET',
      path: `${KEYS}/{ssh_key_id}`,
      handle: ({ params }) => ({ status: 200, body: shown(find(params['ssh_key_id']!)) }),
    },
    {
      method: 'PATCH',
      path: `${KEYS}/{ssh_key_id}`,
      handle: (request) => {
        const key = find(request.params['ssh_key_id']!);
        const given = read(request, updateShape);
        Object.assign(key, {
          name: given.name ?? key.name,
          disabled: given.disabled ?? key.disabled,
          updated: world.now(),
        });
        return { status: 200, body: shown(key) };
      },
    },
    {
      method: 'DELETE',
      path: `${KEYS}/{ssh_key_id}`,
      handle: ({ params }) => {
        world.sshKeys.delete(find(params['ssh_key_id']!).id);
        return { status: 204 };
      },
    },
  ];
}

const ORDER = {
  created_at: (key: SshKeyRecord) => key.created,
  updated_at: (key: SshKeyRecord) => key.updated,
  name: (key: SshKeyRecord) => key.name,
};

/** `256 MD5:6b:cd:… (ssh-ed25519)`; of the key itself only type and blob are kept (recorded 2025-11). */
export function fingerprintOf({ bits, md5, type }: SshPublicKey): string {
  return `${bits} MD5:${md5} (${type})`;
}
