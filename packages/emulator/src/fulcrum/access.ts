import { createHash, timingSafeEqual } from 'node:crypto';
import type { CloudRequest } from '../core/http.js';
import { forbidden, Refusal } from './errors.js';
import type { Role } from './records.js';
import { FIRST_PARTICIPANT, type World } from './world.js';

/** Who asks. An agent also stands for its provider: so agents of one provider may do each other's work. */
export interface Identity {
  readonly role: Role;
  readonly participantId?: string | undefined;
  readonly agentId?: string | undefined;
}

/** Whose a thing is; without any of these it is everybody's. */
export interface Scope {
  readonly participantId?: string;
  readonly providerId?: string;
  readonly consumerId?: string;
  readonly agentId?: string;
}

export const EVERYBODY: Scope = {};

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64');
}

/** @throws Refusal 401 without a token, 403 with a wrong or expired one */
export function identify(world: World, { headers }: CloudRequest): Identity {
  const value = /^Bearer (.*)$/.exec(headers.authorization ?? '')?.[1];
  if (value === undefined) throw new Refusal(401, "invalid token format, expected 'Bearer <token>'");
  const { token = '', adminToken = '' } = world.context.credentials;
  if (same(value, adminToken)) return { role: 'admin' };
  if (same(value, token)) return { role: 'participant', participantId: FIRST_PARTICIPANT };
  const hash = hashOf(value);
  const known = world.tokens.find((one) => one.hash === hash);
  if (!known || known.expireAt < world.now()) throw forbidden('authentication failed: no valid identity found');
  return { role: known.role, participantId: known.participantId, agentId: known.agentId };
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return right.length > 0 && left.length === right.length && timingSafeEqual(left, right);
}

export function matches(who: Identity, whose: Scope): boolean {
  if (who.participantId === undefined && who.agentId === undefined) return true;
  const { participantId, providerId, consumerId, agentId } = whose;
  if ([participantId, providerId, consumerId, agentId].every((id) => id === undefined)) return true;
  if (who.participantId !== undefined && [participantId, providerId, consumerId].includes(who.participantId))
    return true;
  return who.agentId !== undefined && who.agentId === agentId;
}

/** @throws Refusal 403 */
export function mustBeAllowed(who: Identity, whose: Scope): void {
  if (!matches(who, whose)) throw forbidden('access denied: object context does not match identity');
}

/** @throws Refusal 403 */
export function mustBe(who: Identity, roles: readonly Role[], what: string): void {
  if (!roles.includes(who.role))
    throw forbidden(`access denied: no matching authorization rule found for action ${what}`);
}
