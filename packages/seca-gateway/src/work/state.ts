import type { Condition, Kept, ResourceState } from '../model/record.js';

/** Most conditions that a status holds (go-sdk, `maxItems: 32`, read 2026-11): the newest stay. */
const MOST = 32;

/** Moves a resource to a state and says so in its conditions, newest first. */
export function moveTo(
  record: Kept,
  state: ResourceState,
  now: Date,
  why?: Pick<Condition, 'reason' | 'message'>,
): void {
  const newest = record.conditions[0]?.lastTransitionAt ?? '';
  const at = now.toISOString();
  record.state = state;
  record.conditions = [{ state, lastTransitionAt: at < newest ? newest : at, ...why }, ...record.conditions].slice(
    0,
    MOST,
  );
}

/** A change by a user: a new version. */
export function modified(record: Kept, now: Date): void {
  record.version += 1;
  record.modifiedAt = now.toISOString();
}
