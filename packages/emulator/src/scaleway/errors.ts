import type { Reply } from '../core/http.js';

/** What a handler throws to refuse: a status and the vendor's typed body. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: { readonly type: string; readonly message: string } & Readonly<Record<string, unknown>>,
  ) {
    super(body.message);
  }

  reply(): Reply {
    return { status: this.status, body: this.body };
  }
}

export interface BadArgument {
  readonly argument_name: string;
  readonly reason: 'required' | 'format' | 'constraint' | 'unknown';
  readonly help_message?: string;
}

// The forms below are those that the vendor's own clients parse (npm @scaleway/sdk-client 1.3.3). Messages are as recorded in
// July and August 2026 where a recording holds one; bodies of 403 quota, 412 and `locked` follow the parser alone.

export const notFound = (resource: string, id: string) =>
  new Refusal(404, { type: 'not_found', message: 'resource is not found', resource, resource_id: id });

export const invalidArguments = (...details: readonly BadArgument[]) =>
  new Refusal(400, { type: 'invalid_arguments', message: 'invalid argument(s)', details });

export const notValid = (argument: string, help = 'not a valid value') =>
  invalidArguments({ argument_name: argument, reason: 'constraint', help_message: help });

export const deniedAuthentication = (reason: 'invalid_argument' | 'not_found' | 'expired') =>
  new Refusal(401, { type: 'denied_authentication', message: 'authentication is denied', method: 'api_key', reason });

export const permissionsDenied = (resource: string, action: 'read' | 'write') =>
  new Refusal(403, {
    type: 'permissions_denied',
    message: 'insufficient permissions',
    details: [{ resource, action }],
  });

export const quotasExceeded = (resource: string, quota: number, current: number, organizationId: string) =>
  new Refusal(403, {
    type: 'quotas_exceeded',
    message: 'quota(s) exceeded for this resource',
    details: [{ resource, quota, current, organization_id: organizationId }],
  });

/** The status is not recorded for instances; 503 is what the vendor's other products answer with. */
export const outOfStock = (resource: string) =>
  new Refusal(503, { type: 'out_of_stock', message: 'resource is out of stock', resource });

export const transientState = (resource: string, id: string, state: string) =>
  new Refusal(409, {
    type: 'transient_state',
    message: 'resource is in a transient state',
    resource,
    resource_id: id,
    current_state: state,
  });

export const alreadyExists = (resource: string, id: string, help: string) =>
  new Refusal(409, {
    type: 'already_exists',
    message: 'resource already exists',
    resource,
    resource_id: id,
    help_message: help,
  });

export const stillInUse = (help: string) => preconditionFailed('resource_still_in_use', help);

export const preconditionFailed = (precondition: string, help: string) =>
  new Refusal(412, {
    type: 'precondition_failed',
    message: 'precondition is not respected',
    precondition,
    help_message: help,
  });

/** The instance API's older form, still used where it judges the state of a server or a group. */
export const invalidRequest = (message: string) => new Refusal(400, { type: 'invalid_request_error', message });
