import { timingSafeEqual } from 'node:crypto';
import type { Credentials } from '../core/cloud.js';
import type { CloudRequest } from '../core/http.js';
import { HetznerError } from './errors.js';

/** @throws HetznerError `unauthorized`, or `token_readonly` where the read-only token asks for a change. */
export function authenticate(request: CloudRequest, { token = '', readOnlyToken = '' }: Credentials): void {
  const given = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  if (same(given, token)) return;
  if (!same(given, readOnlyToken)) throw new HetznerError('unauthorized', 'unable to authenticate');
  if (request.method !== 'GET')
    throw new HetznerError('token_readonly', 'token is only allowed to perform GET requests');
}

function same(a: string, b: string): boolean {
  return b !== '' && a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
