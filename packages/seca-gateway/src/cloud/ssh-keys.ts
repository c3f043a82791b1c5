import { createHash } from 'node:crypto';
import { splitPublicKey } from '@hansa/sdk';
import { invalid } from '../model/problem.js';
import type { Kept } from '../model/record.js';
import type { Ground } from './ground.js';

/** What the names of keys begin with that the gateway made. */
const OURS = 'seca-';

/** SECA leaves open what its SSH keys are: here they are public keys. @throws Problem */
export function checkKeys({ spec }: Kept<'instance'>): void {
  const wrong = (spec.sshKeys ?? []).findIndex((key) => splitPublicKey(key) === null);
  if (wrong >= 0) throw invalid(`/spec/sshKeys/${wrong}`, 'use a public key in OpenSSH form ("ssh-ed25519 AAAA…")');
}

/** Keys are shared by instances: one piece of work at a time on all of them. */
const TURN = 'ssh-keys';

/** The ids of an instance's keys at the cloud, which the record then has too; those that the cloud does not have yet are made. */
export function standKeys(ground: Ground, record: Kept<'instance'>): Promise<string[]> {
  const wanted = record.spec.sshKeys ?? [];
  if (wanted.length === 0) return Promise.resolve([]);
  return ground.turns.take(TURN, async () => {
    const keys = ground.cloud.sshKeys;
    const known = new Map((await keys.list()).map((key) => [bare(key.publicKey), key.id]));
    const ids: string[] = [];
    for (const publicKey of wanted) {
      const id = known.get(bare(publicKey)) ?? (await keys.create({ name: nameOf(publicKey), publicKey })).id;
      known.set(bare(publicKey), id);
      ids.push(id);
    }
    record.cloud = { ...record.cloud, sshKeyIds: ids };
    return ids;
  });
}

/** Deletes those keys that the gateway made for an instance and no other one needs. Of two that go at once, the second takes them. */
export function fallKeys(ground: Ground, record: Kept<'instance'>): Promise<void> {
  return ground.turns.take(TURN, async () => {
    const { sshKeyIds = [], ...cloud } = record.cloud ?? {};
    if (sshKeyIds.length === 0) return;
    const others = ground.store.of('instance').filter((one) => one !== record);
    const needed = new Set(others.flatMap((one) => one.cloud?.sshKeyIds ?? []));
    const names = new Set((record.spec.sshKeys ?? []).map(nameOf));
    const mine = sshKeyIds.filter((id) => !needed.has(id));
    if (mine.length > 0)
      for (const key of await ground.cloud.sshKeys.list({ owner: ground.owner }))
        if (mine.includes(key.id) && names.has(key.name)) await ground.cloud.sshKeys.delete(key.id);
    // Before the turn ends, while the record is still there to be asked.
    record.cloud = cloud;
  });
}

function nameOf(publicKey: string): string {
  return `${OURS}${createHash('sha256').update(bare(publicKey)).digest('hex').slice(0, 16)}`;
}

function bare(publicKey: string): string {
  return publicKey.trim().split(/\s+/).slice(0, 2).join(' ');
}
