import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Route } from '../core/http.js';
import { badRequest, conflict, notFound } from './errors.js';
import { read } from './input.js';
import type { KeyRecord } from './records.js';
import { knownRegion, REGIONS } from './regions.js';
import type { World } from './world.js';

const KEYS = '/cloud/project/{serviceName}/sshkey';
const createShape = z.object({ name: z.string().min(1).max(255), publicKey: z.string(), region: z.string().nullish() });
const LINE =
  /^(ssh-(ed25519|rsa|dss)|ecdsa-sha2-nistp(256|384|521)|sk-[a-z0-9-]+@openssh\.com) ([A-Za-z0-9+/]+={0,2})(\s.*)?$/;

/** Key pairs, which Nova keeps in each region by their name. */
export function sshKeys(world: World): Route[] {
  const find = (id: string) => {
    const found = world.keys.get(id);
    if (!found) throw notFound('SSH key does not exist');
    return found;
  };
  return [
    {
      method: 'GET',
      path: KEYS,
      handle: ({ query }) => {
        const region = query.get('region');
        const wanted = world.keys.filter(({ regions }) => region === null || regions.includes(region));
        return { status: 200, body: wanted.map(shown) };
      },
    },
    {
      method: 'POST',
      path: KEYS,
      handle: (request) => {
        const { name, publicKey, region } = read(request, createShape);
        if (!/^[A-Za-z0-9 _-]+$/.test(name)) throw badRequest('Keypair name contains unsafe characters');
        if (!LINE.test(publicKey.trim())) throw badRequest('Keypair data is invalid: failed to generate fingerprint');
        const regions = region ? [knownRegion(region).name] : computing();
        const id = Buffer.from(name).toString('base64url');
        if (world.keys.get(id)) throw conflict(`Key pair '${name}' already exists.`);
        world.checkQuota('key_pairs', world.keys.size);
        const record = world.keys.put(id, { id, name, publicKey: publicKey.trim(), regions });
        return { status: 200, body: shownKey(record) };
      },
    },
    {
      method: 'GET',
      path: `${KEYS}/{keyId}`,
      handle: ({ params }) => ({ status: 200, body: shownKey(find(params['keyId']!)) }),
    },
    {
      method: 'DELETE',
      path: `${KEYS}/{keyId}`,
      handle: ({ params }) => {
        world.keys.delete(find(params['keyId']!).id);
        return { status: 200, body: null };
      },
    },
  ];
}

function computing(): string[] {
  return REGIONS.filter(({ services }) => services.includes('instance')).map(({ name }) => name);
}

function shown({ id, name, publicKey, regions }: KeyRecord) {
  return { id, name, publicKey, regions };
}

export function shownKey(key: KeyRecord) {
  const blob = Buffer.from(LINE.exec(key.publicKey)?.[4] ?? '', 'base64');
  const fingerPrint = (createHash('md5').update(blob).digest('hex').match(/../g) ?? []).join(':');
  return { ...shown(key), fingerPrint };
}
