import type { CloudErrorDetails } from '../errors/index.js';
import type { Said } from './errors.js';

interface Quota {
  name: string;
  requested?: string;
  used?: string;
  limit?: string;
}

/**
 * What a message says about a quota, if it is about one. Nova answers 403, Neutron 409, Cinder 413 (with `Retry-After: 0`, which
 * is no invitation); only their words tell (messages of a Zed cloud, read 2026-11).
 */
export function readQuota({ type, message }: Said): Pick<CloudErrorDetails, 'message' | 'next'> | null {
  const quotas = nova(message) ?? cinder(message) ?? neutron(type, message) ?? other(message);
  if (!quotas) return null;
  const words = quotas.map(({ name, requested, used, limit }) => {
    const figures = [requested && `${requested} wanted`, used && `${used} used`, limit && `limit ${limit}`].filter(
      Boolean,
    );
    return figures.length ? `${name} (${figures.join(', ')})` : name;
  });
  return {
    message: `the project's quota is exceeded: ${words.join(', ')}`,
    next: [
      `ask the cloud for a larger quota of ${quotas.map(({ name }) => name).join(' and ')}`,
      'or delete what is not needed',
    ],
  };
}

/** `Quota exceeded for cores, ram: Requested 8, 16384, but already used 0, 0 of 4, 8192 cores, ram` */
function nova(message: string): Quota[] | null {
  const match =
    /Quota exceeded for ([a-z_, ]+): Requested ([\d, ]+), but already used ([\d, ]+) of ([\d, ]+?) [a-z_]/.exec(
      message,
    );
  if (!match) return null;
  const [names = [], requested = [], used = [], limits = []] = match
    .slice(1)
    .map((list) => list.split(',').map((one) => one.trim()));
  return names.map((name, i) => ({ name, requested: requested[i], used: used[i], limit: limits[i] }));
}

function cinder(message: string): Quota[] | null {
  const size = /exceeds allowed (\w+) quota\. Requested (\d+)G, quota is (\d+)G and (\d+)G/.exec(message);
  if (size)
    return [{ name: size[1] ?? '', requested: `${size[2]} GiB`, limit: `${size[3]} GiB`, used: `${size[4]} GiB` }];
  const count = /Maximum number of \w+ allowed \((\d+)\) exceeded for quota '(\w+)'/.exec(message);
  return count ? [{ name: count[2] ?? '', limit: count[1] }] : null;
}

/** `Quota exceeded for resources: ['floatingip'].` */
function neutron(type: string, message: string): Quota[] | null {
  if (type !== 'OverQuota') return null;
  const names = /\[(.*?)\]/.exec(message)?.[1]?.match(/\w+/g);
  return (names ?? ['unknown']).map((name) => ({ name }));
}

function other(message: string): Quota[] | null {
  if (/Quota exceeded, too many key pairs|Maximum number of key pairs exceeded/i.test(message))
    return [{ name: 'key_pairs' }];
  if (/Maximum number of metadata items exceeds (\d+)/.test(message)) {
    return [{ name: 'metadata_items', limit: /(\d+)/.exec(message)?.[1] }];
  }
  return /quota exceeded|exceeds? .*quota/i.test(message) ? [{ name: message.replace(/\.$/, '') }] : null;
}
