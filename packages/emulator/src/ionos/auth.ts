import { timingSafeEqual } from 'node:crypto';
import type { Credentials } from '../core/cloud.js';
import type { CloudRequest } from '../core/http.js';
import { bare } from './errors.js';

/** The refusal of a request without the right token, or the right name and password; nothing where it has either. */
export function authenticate({ headers }: CloudRequest, credentials: Credentials) {
  const [scheme = '', value = ''] = (headers.authorization ?? '').split(' ');
  const { token = '', username = '', password = '' } = credentials;
  const said = scheme.toLowerCase() === 'basic' ? Buffer.from(value, 'base64').toString('utf8') : value;
  const right = scheme.toLowerCase() === 'basic' ? `${username}:${password}` : token;
  const known = scheme.toLowerCase() === 'bearer' || scheme.toLowerCase() === 'basic';
  return known && same(said, right) ? undefined : bare(401);
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
