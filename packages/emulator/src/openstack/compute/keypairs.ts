import * as z from 'zod';
import type { CloudRequest, Route } from '../../core/http.js';
import { parseSshPublicKey } from '../../core/ssh-public-key.js';
import { localDate } from '../dates.js';
import { fault } from '../errors.js';
import { body } from '../input.js';
import { page } from '../listing.js';
import type { KeypairRecord } from '../records.js';
import type { World } from '../world.js';
import { microversionOf } from './versions.js';

const shape = z.object({
  keypair: z.object({
    name: z.string().min(1).max(255),
    public_key: z.string().min(1),
    type: z.enum(['ssh', 'x509']).default('ssh'),
    user_id: z.string().optional(),
  }),
});
/** Until microversion 2.92 (Nova's API history, read 2026-11). */
const NAME = /^[A-Za-z0-9 _-]+$/;

/** Key pairs belong to the user, and are called by their names. */
export function keypairs(world: World): Route[] {
  const find = ({ params }: CloudRequest) => {
    const found = world.keypairs.get(params['name']!);
    if (!found) throw fault(404, `Keypair ${params['name']} not found for user ${world.userId}`);
    return found;
  };
  return [
    {
      method: 'GET',
      path: '/os-keypairs',
      handle: (request) => {
        const all = world.keypairs.list().sort((a, b) => (a.name < b.name ? -1 : 1));
        // Pages came with 2.35.
        const query = microversionOf(request) < 2035 ? new URLSearchParams() : request.query;
        return page(
          { ...request, query },
          'keypairs',
          all,
          (one) => ({ keypair: brief(one, request) }),
          ({ name }) => name,
        );
      },
    },
    {
      method: 'POST',
      path: '/os-keypairs',
      handle: (request) => {
        const version = microversionOf(request);
        const { name, public_key: text, type } = body(request, shape).keypair;
        if (version < 2092 && !NAME.test(name)) throw fault(400, 'Keypair name contains unsafe characters');
        const key = parseSshPublicKey(text);
        if (type !== 'ssh' || !key) throw fault(400, 'Keypair data is invalid: failed to generate fingerprint');
        if (world.keypairs.get(name)) throw fault(409, `Key pair '${name}' already exists.`);
        if (world.beyondQuota('key_pairs', world.keypairs.size) !== undefined)
          throw fault(403, 'Quota exceeded, too many key pairs.');
        const serial = world.context.store.next('keypair');
        const record = { name, publicKey: text, fingerprint: key.md5, created: world.now(), serial };
        const made = world.keypairs.put(name, record);
        return {
          status: version >= 2002 ? 201 : 200,
          body: { keypair: { ...brief(made, request), user_id: world.userId } },
        };
      },
    },
    {
      method: 'GET',
      path: '/os-keypairs/{name}',
      handle: (request) => {
        const found = find(request);
        const more = {
          user_id: world.userId,
          id: found.serial,
          created_at: localDate(found.created),
          updated_at: null,
          deleted_at: null,
          deleted: false,
        };
        return { status: 200, body: { keypair: { ...brief(found, request), ...more } } };
      },
    },
    {
      method: 'DELETE',
      path: '/os-keypairs/{name}',
      handle: (request) => {
        world.keypairs.delete(find(request).name);
        return { status: microversionOf(request) >= 2002 ? 204 : 202 };
      },
    },
  ];
}

function brief({ name, publicKey, fingerprint }: KeypairRecord, request: CloudRequest) {
  const type = microversionOf(request) >= 2002 ? { type: 'ssh' } : {};
  return { name, public_key: publicKey, fingerprint, ...type };
}
