import type { Kept } from '../model/record.js';
import type { Embodiment, Ground } from './ground.js';
import { instance } from './instance.js';
import { instanceOf } from './wiring.js';

/** A NIC is a part of the instance that has it: what it joins, what it stands behind, what leads to it. */
export const nic: Embodiment<'nic'> = { make: settle, remove: settle };

async function settle(ground: Ground, record: Kept<'nic'>): Promise<void> {
  const user = instanceOf(ground.store, record);
  if (user?.cloud?.id !== undefined) await instance.make(ground, user);
}
