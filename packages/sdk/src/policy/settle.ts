import { CloudError } from '../errors/index.js';
import { Policy } from './model.js';
import { PRESETS } from './presets/index.js';

/** A policy that was read: its preset is part of it, and what has a default is filled in. */
export interface SettledPolicy extends Omit<Policy, 'preset' | 'control'> {
  control?: Required<NonNullable<Policy['control']>>;
  unknown: NonNullable<Policy['unknown']>;
}

/**
 * What SecNumCloud 3.2 (19.6) lets holders from outside the Union have, by its draft of 2021 (the preset `secnumcloud-grade` has the pages):
 * the one European scheme that puts a figure to control.
 */
const MAX_SHARE_PERCENT = 24;
const MAX_JOINT_SHARE_PERCENT = 39;

/**
 * Reads a policy: checks it, lays it over its preset, fills in what has a default.
 *
 * @throws CloudError `invalid` at the attribute, for instance `['policy', 'countries', 0]`
 * @example
 * settlePolicy({ preset: 'eea-only', countries: ['EEA', 'CH'] }).control?.countries; // ['EEA']
 */
export function settlePolicy(policy: Policy): SettledPolicy {
  const parsed = Policy.safeParse(policy);
  if (!parsed.success) throw wrong(parsed.error.issues);
  const { preset, ...said } = parsed.data;
  const rules = { ...(preset && PRESETS[preset].policy), ...said };
  const control = rules.control && withShares(rules.control);
  return {
    ...rules,
    ...(control && { control }),
    unknown: rules.unknown ?? 'error',
  } as SettledPolicy;
}

/** What one holder may have, all may have together. */
function withShares({ countries, ...said }: NonNullable<Policy['control']>): SettledPolicy['control'] {
  const { maxSharePercent = MAX_SHARE_PERCENT } = said;
  const { maxJointSharePercent = Math.max(maxSharePercent, MAX_JOINT_SHARE_PERCENT) } = said;
  return { countries, maxSharePercent, maxJointSharePercent, statements: said.statements ?? [] };
}

function wrong(
  problems: readonly { path: PropertyKey[]; message: string; code: string; keys?: string[] }[],
): CloudError {
  const [first, ...more] = problems.map(({ path, message, code, keys }) => {
    const at = ['policy', ...path, ...(code === 'unrecognized_keys' ? (keys ?? []).slice(0, 1) : [])].map((key) =>
      typeof key === 'number' ? key : String(key),
    );
    return { at, message: code === 'unrecognized_keys' ? 'there is no such rule' : message };
  });
  const told = more.map(({ at, message }) => `; ${at.join('.')}: ${message}`).join('');
  return new CloudError('invalid', {
    attribute: first?.at ?? ['policy'],
    message: `${first?.at.join('.')}: ${first?.message}${told}`,
    next: ['docs/sovereignty.md says what each rule means'],
  });
}
