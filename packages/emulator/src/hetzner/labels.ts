import * as z from 'zod';

export type Labels = Record<string, string>;

/** docs.hetzner.cloud, section Labels, read 2026-11. */
const NAME = /^[a-z0-9A-Z]([a-z0-9A-Z._-]{0,61}[a-z0-9A-Z])?$/;
const PREFIX = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
const RESERVED = 'hetzner.cloud';

export function isLabelKey(key: string): boolean {
  const slash = key.indexOf('/');
  if (slash === -1) return NAME.test(key);
  const prefix = key.slice(0, slash);
  return prefix.length <= 253 && PREFIX.test(prefix) && NAME.test(key.slice(slash + 1));
}

export function isLabelValue(value: string): boolean {
  return value === '' || NAME.test(value);
}

export const labelsShape = z.record(z.string(), z.string()).superRefine((labels, context) => {
  for (const [key, value] of Object.entries(labels)) {
    const say = (message: string) => context.addIssue({ code: 'custom', message: `label ${key}: ${message}` });
    if (!isLabelKey(key)) say('invalid key');
    else if (key.startsWith(`${RESERVED}/`)) say(`prefix ${RESERVED}/ is reserved`);
    if (!isLabelValue(value)) say('invalid value');
  }
});
