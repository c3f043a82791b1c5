import type { Reply } from '../../core/http.js';
import { Refusal } from '../errors.js';

/** A refusal in the form of Neutron (its API reference, read 2026-11). */
const neutron = (status: number, type: string, message: string) =>
  new Refusal(status, { NeutronError: { type, message, detail: '' } });

export const notFound = (what: string, id: string) =>
  neutron(404, `${what.replaceAll(' ', '')}NotFound`, `${what} ${id} could not be found.`);
export const badInput = (message: string) => neutron(400, 'HTTPBadRequest', message);
export const inUse = (what: string, id: string) =>
  neutron(409, `${what.replaceAll(' ', '')}InUse`, `${what} ${id} in use.`);
export const ruleExists = (id: string) =>
  neutron(409, 'SecurityGroupRuleExists', `Security group rule already exists. Rule id is ${id}.`);
export const overQuota = (name: string) => neutron(409, 'OverQuota', `Quota exceeded for resources: ['${name}'].`);
export const noGateway = (subnetId: string, network: string) =>
  neutron(
    404,
    'ExternalGatewayForFloatingIPNotFound',
    `External network ${network} is not reachable from subnet ${subnetId}. Therefore, cannot associate Port with a Floating IP.`,
  );

/** What Keystone's middleware answers in front of Neutron to who has no token. */
export const unauthorized = () =>
  new Refusal(401, {
    error: { code: 401, title: 'Unauthorized', message: 'The request you have made requires authentication.' },
  });

/** The body for a bare status, in Neutron's form. */
export function bareOfNeutron(status: number): Reply {
  const [type, message] =
    NAMES[status] ??
    (status >= 500
      ? ['HTTPInternalServerError', 'Request Failed: internal server error while processing your request.']
      : ['HTTPBadRequest', 'Refused']);
  if (status === 429)
    return { status, body: { error: { status: '429 Too Many Requests', message: 'Too Many Requests' } } };
  return { status, body: { NeutronError: { type, message, detail: '' } } };
}

const NAMES: Readonly<Record<number, readonly [string, string]>> = {
  404: ['HTTPNotFound', 'The resource could not be found.'],
  405: ['HTTPMethodNotAllowed', 'The method is not allowed for this resource.'],
};
