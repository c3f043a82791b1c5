/** Fields of Hetzner's requests in the words of the model; what is not here has no attribute of its own. */
const WORDS: Readonly<Record<string, string>> = {
  name: 'name',
  labels: 'labels',
  location: 'region',
  home_location: 'region',
  server_type: 'size',
  image: 'image',
  ssh_keys: 'sshKeyIds',
  user_data: 'userData',
  networks: 'networks',
  firewalls: 'firewallIds',
  enable_ipv4: 'publicIpv4',
  public_key: 'publicKey',
  ip_range: 'ipRange',
  subnets: 'subnets',
  rules: 'rules',
  direction: 'direction',
  protocol: 'protocol',
  port: 'ports',
  source_ips: 'cidrs',
  destination_ips: 'cidrs',
  size: 'sizeGib',
  server: 'serverId',
  ip: 'ip',
};

/** Steps of a path that the model does not have. */
const DROPPED = new Set(['public_net', 'firewall']);

/**
 * The model's path of a field that Hetzner blames: `rules.0.source_ips.1` becomes `['rules', 0, 'cidrs', 1]`.
 *
 * @param path of the request; it tells what a field is about (`ip` of `attach_to_network` is one of `networks`)
 * @returns undefined where the model has no such attribute
 */
export function modelPath(field: string, path: string): (string | number)[] | undefined {
  if (path.endsWith('/attach_to_network')) return ['networks'];
  if (path.endsWith('_subnet')) return ['subnets'];
  if (field === 'type' && path === '/floating_ips') return ['version'];
  const steps: (string | number)[] = [];
  for (const step of field.split(/[.[\]]+/).filter((part) => part && !DROPPED.has(part))) {
    const word = /^\d+$/.test(step) ? Number(step) : WORDS[step];
    if (word === undefined) break;
    steps.push(word);
    if (word === 'labels') break;
  }
  return typeof steps[0] === 'string' ? steps : undefined;
}
