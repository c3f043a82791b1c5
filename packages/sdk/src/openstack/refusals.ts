import type { ErrorCode } from '../errors/index.js';

/** What one refusal means, told by its type and words: HTTP statuses alone mix what differs. The first that fits counts. */
export interface Rule {
  type?: RegExp;
  message?: RegExp;
  status?: number;
  code: ErrorCode;
  attribute?: readonly string[];
  /** Words of our own, where the service's mislead. */
  says?: string;
  next?: readonly string[];
  /** The service did nothing, and will do it when what is under way has ended. */
  retryable?: boolean;
  /** It is not as we thought it to be, perhaps by what we did ourselves: look again before anything is repeated. */
  lookAgain?: boolean;
}

/** A body that names what is not there or does not fit. Only with 400: the same words with 404 say that the thing itself is gone. */
const invalid = (message: RegExp, attribute: string, next: string, status = 400): Rule => ({
  status,
  message,
  code: 'invalid',
  attribute: [attribute],
  next: [next],
});

/** Nova: what the body of a create or an attach names and is not there, or does not go together. */
const SERVER: Rule[] = [
  invalid(/Flavor .* could not be found|Invalid flavorRef/, 'size', 'plan again: the cloud no longer offers this size'),
  invalid(
    /Can not find requested image|Image .* could not be found|Image .* is not active/,
    'image',
    'plan again: the cloud no longer offers this image',
  ),
  invalid(/Invalid key_name/, 'sshKeyIds', 'the key is not there, or belongs to another user of the project'),
  invalid(/availability zone .*(not available|invalid)/i, 'region', 'use one of `openstack availability zone list`'),
  invalid(
    /Only volume-backed servers are allowed/,
    'size',
    'give native no imageRef: this flavour boots from a volume',
    403,
  ),
  invalid(/Volume is smaller than the minimum size specified in image/, 'diskGib', 'use a larger disk_gib'),
  invalid(/Flavor's (disk|memory) is too small/, 'size', 'use a larger size'),
  invalid(
    /Resize to zero disk|smaller disk|resize .* disk/i,
    'size',
    'use a size whose root disk is at least as large',
  ),
  invalid(
    /Unable to find security_group/,
    'firewallIds',
    'check the ids: a firewall may be gone, or of another project',
  ),
  invalid(/Network requires a subnet/, 'networks', 'give the network a subnet first'),
  invalid(/^Network .* could not be found/, 'networks', 'check the ids: a network may be gone, or of another project'),
  invalid(
    /Fixed IP .* is not a valid ip address for network|not a valid IP for the (specified )?subnet|Invalid.*fixed.?ip/i,
    'networks',
    'use an address inside a subnet of that network',
  ),
  {
    message: /Fixed IP address .* is already in use|IP address .* already allocated/,
    code: 'already-exists',
    attribute: ['networks'],
    next: ['use another ip, or leave it out'],
  },
  invalid(/User data/i, 'userData', 'use at most 65,535 bytes after base64'),
  {
    message: /Key pair '.*' already exists/,
    code: 'already-exists',
    attribute: ['name'],
    next: ['choose another name, or delete the key pair: names of key pairs are unique per user'],
  },
  invalid(/Keypair data is invalid/, 'publicKey', 'use the whole content of a .pub file'),
  invalid(/Keypair name|keypair name/, 'name', 'use letters, digits, space, "-" and "_"'),
  { status: 409, message: /is locked/, code: 'locked', next: ['`openstack server unlock` it first'] },
  {
    status: 409,
    message: /task_state|vm_state (building|resized)|instance .* is not ready/i,
    code: 'locked',
    retryable: true,
  },
  { status: 409, message: /Cannot '\w+' instance .* while it is in vm_state/, code: 'conflict', lookAgain: true },
  { status: 400, message: /Instance has not been resized/, code: 'conflict', lookAgain: true },
];

/** Cinder: it answers 400 for what is a matter of time or of other things. */
const VOLUME: Rule[] = [
  invalid(/New size for extend must be greater/, 'sizeGib', 'volumes can only grow'),
  invalid(/Volume size|size .* must be/i, 'sizeGib', 'use a size that the cloud takes'),
  {
    message: /dependent snapshots|have snapshots|has snapshots/i,
    code: 'conflict',
    next: ['delete its snapshots first'],
  },
  {
    status: 400,
    message:
      /Volume .*status must be|status must be available|must not be migrating|is already attached|already has an active|currently .*attached/i,
    code: 'conflict',
  },
  {
    message: /availability zones? .*(not the same|differ|must match)|cross.?az/i,
    code: 'invalid',
    attribute: ['serverId'],
    next: ['make the volume in the zone of the server'],
  },
];

/** Neutron: its types tell. */
const NETWORK: Rule[] = [
  {
    type: /^ExternalGatewayForFloatingIPNotFound$/,
    code: 'invalid',
    attribute: ['serverId'],
    says: "the server's network has no router to the external network",
    next: ['use a network of hansa_network, which has one', 'or check external_network in the settings'],
  },
  {
    type: /^ExternalIpAddressExhausted$/,
    code: 'out-of-stock',
    says: 'the external network has no free address left',
    next: ['try again later, or use another external network (external_network in the settings)'],
  },
  {
    type: /^IpAddressGenerationFailure(Ghost|NoMatchingSubnet)?$/,
    code: 'out-of-stock',
    attribute: ['networks'],
    says: 'the network has no free address left',
    next: ['add a subnet, or use a larger one'],
  },
  {
    type: /^IpAddress(InUse|AlreadyAllocated)$/,
    code: 'already-exists',
    attribute: ['networks'],
    next: ['use another ip, or leave it out'],
  },
  {
    type: /^InvalidIpFor(Network|Subnet)$/,
    code: 'invalid',
    attribute: ['networks'],
    next: ['use an address inside a subnet of that network'],
  },
  { type: /^SecurityGroupRuleExists$/, code: 'already-exists' },
  { type: /(InUse|InUseBy\w+|PortAlreadyAssociated|HasDistributedPort|CannotRemove\w*)$/, code: 'conflict' },
  {
    type: /^InvalidInput$/,
    message: /overlaps with another subnet/,
    code: 'invalid',
    attribute: ['subnets'],
    next: ['use subnets that share no address'],
  },
  invalid(/Invalid input for (cidr|ip_range)/, 'subnets', 'use a CIDR without bits beyond its prefix'),
  invalid(/Invalid input for name/, 'name', 'use another name'),
  invalid(/Invalid input for description/, 'labels', 'use fewer or shorter labels'),
  { type: /^PolicyNotAuthorized$/, code: 'forbidden', next: ['ask for a role that may do this, often `member`'] },
  { type: /^(DBDeadlock|RetryRequest|StaleDataError)$/, code: 'locked', retryable: true },
];

/** Requests that are too many come as 413 from old services and from proxies. */
const RATE: Rule[] = [{ status: 413, message: /rate.?limit/i, code: 'rate-limited', retryable: true }];

const NAMES: Rule[] = [
  invalid(/Invalid input for field\/attribute (name|display_name)\b/, 'name', 'use another name'),
  invalid(/Invalid input for field\/attribute (metadata|\S*metadata\S*)/, 'labels', 'use shorter labels'),
];

export const RULES: readonly Rule[] = [...RATE, ...NETWORK, ...SERVER, ...VOLUME, ...NAMES];
