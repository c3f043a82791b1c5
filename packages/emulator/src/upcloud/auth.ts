import { timingSafeEqual } from 'node:crypto';
import type { Credentials } from '../core/cloud.js';
import type { CloudRequest, Reply } from '../core/http.js';
import { refused } from './errors.js';

/** The refusal of a request that has neither the token nor name and password of the account; nothing where it has. */
export function authenticate({ headers }: CloudRequest, credentials: Credentials): Reply | undefined {
  const { token = '', username = '', password = '' } = credentials;
  const [scheme = '', value = ''] = (headers.authorization ?? '').split(' ');
  if (/^bearer$/i.test(scheme) && same(value, token)) return undefined;
  if (/^basic$/i.test(scheme) && same(Buffer.from(value, 'base64').toString('utf8'), `${username}:${password}`)) {
    return undefined;
  }
  return refused(401);
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return right.length > 0 && left.length === right.length && timingSafeEqual(left, right);
}
