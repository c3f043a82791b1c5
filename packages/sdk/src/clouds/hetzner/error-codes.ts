import type { CloudErrorDetails, ErrorCode } from '../../errors/index.js';

/** What one of Hetzner's codes means in the model. */
export interface Meaning extends Pick<CloudErrorDetails, 'next' | 'attribute' | 'retryable' | 'ambiguous'> {
  code: ErrorCode;
}

const RAISE = 'ask Hetzner for a higher limit: console.hetzner.com, project, Limits';
const ELSEWHERE = 'use another size or region: `hansa offers` lists what can be ordered where';
const UNPROTECT =
  'take the protection away in console.hetzner.com or by `hcloud <kind> disable-protection`, then run again';
const NEW_TOKEN = 'make a Read & Write token in console.hetzner.com, project, Security, API tokens';
const LATER = 'run again later: status.hetzner.com tells of disturbances';

/**
 * Every code that a call of ours can meet (docs.hetzner.cloud, errors; hcloud-go, `error.go`; both read 2026-11).
 * `retryable` only where the documentation asks for a retry and nothing was done: `conflict`, `locked`, the rate limit.
 */
export const MEANINGS: Readonly<Record<string, Meaning>> = {
  unauthorized: { code: 'unauthenticated', next: [NEW_TOKEN] },
  token_readonly: { code: 'forbidden', next: [`this token may only read: ${NEW_TOKEN}`] },
  forbidden: { code: 'forbidden', next: [NEW_TOKEN] },
  not_found: { code: 'not-found' },
  invalid_input: { code: 'invalid' },
  json_error: { code: 'invalid' },
  uniqueness_error: { code: 'already-exists', next: ['take another name', 'or import the one that is there'] },
  resource_limit_exceeded: { code: 'quota-exceeded', next: [RAISE, 'or delete what is no longer needed'] },
  resource_unavailable: { code: 'out-of-stock', next: [ELSEWHERE] },
  placement_error: { code: 'out-of-stock', next: [ELSEWHERE] },
  no_space_left_in_location: { code: 'out-of-stock', attribute: ['region'], next: ['use another region'] },
  rate_limit_exceeded: { code: 'rate-limited', retryable: true },
  conflict: { code: 'conflict', retryable: true },
  locked: { code: 'locked', retryable: true },
  resource_locked: { code: 'locked', next: ['ask Hetzner support: they locked it'] },
  // Not a conflict: waiting does not help.
  protected: { code: 'forbidden', next: [UNPROTECT] },
  resource_in_use: { code: 'conflict', next: ['detach it from what uses it, then run again'] },
  must_be_unassigned: { code: 'conflict', next: ['unassign it, then run again'] },
  maintenance: { code: 'unavailable', next: [LATER] },
  unavailable: { code: 'unavailable', next: [LATER] },
  robot_unavailable: { code: 'unavailable', retryable: true },
  server_error: { code: 'unavailable', ambiguous: true, next: [LATER] },
  service_error: { code: 'unavailable', ambiguous: true, next: [LATER] },
  unknown_error: { code: 'unavailable', ambiguous: true, next: [LATER] },
  bad_gateway: { code: 'unavailable', ambiguous: true, next: [LATER] },
  timeout: { code: 'unavailable', ambiguous: true, next: [LATER] },
  unsupported_error: { code: 'unsupported' },
  deprecated_api_endpoint: { code: 'unsupported', next: ['update Hansa: Hetzner took this part of its API away'] },
  method_not_allowed: { code: 'unsupported' },

  invalid_server_type: {
    code: 'invalid',
    attribute: ['size'],
    next: ['use a size of the same architecture whose disk is at least as large as the one there is'],
  },
  server_not_stopped: { code: 'conflict', next: ['power it off, then run again'] },
  server_already_attached: { code: 'conflict' },
  networks_overlap: { code: 'invalid', attribute: ['networks'], next: ['join networks whose ip_range do not overlap'] },
  ip_not_available: {
    code: 'conflict',
    attribute: ['networks'],
    next: ['use a free address of a subnet; its first address is the gateway', 'or leave ip out'],
  },
  no_subnet_available: {
    code: 'invalid',
    attribute: ['networks'],
    next: ["give the network a subnet with free addresses in the server's network zone"],
  },
  incompatible_network_type: { code: 'invalid', attribute: ['firewallIds'] },
  private_net_only_server: {
    code: 'invalid',
    attribute: ['firewallIds'],
    next: ['leave firewall_ids out: firewalls act on public addresses alone, and this server has none'],
  },
  firewall_already_applied: { code: 'conflict' },
  firewall_resource_not_found: { code: 'not-found' },
  firewall_managed_by_label_selector: {
    code: 'conflict',
    attribute: ['firewallIds'],
    next: ["take the label selector off the firewall, or change the server's labels"],
  },
  volume_already_attached: { code: 'conflict', attribute: ['serverId'] },
  floating_ip_assigned: { code: 'conflict', attribute: ['serverId'] },
};

/** Where a code is new to us its HTTP status still tells the sort. */
export function meaningOfStatus(status: number): Meaning {
  const sure: Record<number, ErrorCode> = {
    401: 'unauthenticated',
    403: 'forbidden',
    404: 'not-found',
    409: 'conflict',
    410: 'unsupported',
    412: 'out-of-stock',
  };
  if (status === 423) return { code: 'locked', retryable: true };
  if (status === 429) return { code: 'rate-limited', retryable: true };
  if (status >= 500) return { code: 'unavailable', ambiguous: true, next: [LATER] };
  return { code: sure[status] ?? 'invalid' };
}
