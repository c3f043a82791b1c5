import { createHash, timingSafeEqual } from 'node:crypto';
import { Problem } from '../model/problem.js';

/** Lets in who bears the token, compared in constant time. @throws Problem for anybody else */
export function guard(token: string): (authorization: string | undefined) => void {
  const expected = digest(token);
  return (authorization = '') => {
    const given = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
    if (given !== undefined && timingSafeEqual(digest(given), expected)) return;
    throw new Problem('unauthorized', given === undefined ? 'no bearer token' : 'the token is not the right one');
  };
}

/** Digests have one length, so that comparing them tells nothing about that of the token. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
