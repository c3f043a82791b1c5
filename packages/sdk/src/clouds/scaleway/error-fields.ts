type Path = readonly (string | number)[];

/** The model's attribute for a field of a request or a resource that Scaleway names, by the kind that the request is about. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  server: {
    commercial_type: 'size',
    image: 'image',
    instance_image: 'image',
    volumes: 'diskGib',
    'volumes.0.size': 'diskGib',
    security_group: 'firewallIds',
    instance_security_group: 'firewallIds',
    private_network: 'networks',
    private_network_id: 'networks',
    ipam_ip_ids: 'networks',
    address: 'networks',
    dynamic_ip_required: 'publicIpv4',
  },
  volume: {
    size: 'sizeGib',
    volume: 'serverId',
    volume_id: 'serverId',
    server: 'serverId',
    instance_server: 'serverId',
  },
  public_ip: { server: 'serverId', instance_server: 'serverId', type: 'version' },
  firewall: { rules: 'rules', ip_range: 'rules', dest_port_from: 'rules', dest_port_to: 'rules', protocol: 'rules' },
  network: { subnets: 'subnets', subnet: 'subnets' },
  ssh_key: { public_key: 'publicKey' },
};
const COMMON: Readonly<Record<string, string>> = { name: 'name', tags: 'labels', zone: 'region', region: 'region' };

/** Kinds by the part of the path that tells them; the first that fits. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\/(attach|detach)-volume$|^\/block\//, 'volume'],
  [/\/servers(\/|$)|^\/ipam\//, 'server'],
  [/\/security_groups(\/|$)/, 'firewall'],
  [/\/ips(\/|$)/, 'public_ip'],
  [/\/(vpcs|private-networks)(\/|$)/, 'network'],
  [/\/ssh-keys(\/|$)/, 'ssh_key'],
];

/** The attribute that a field named by Scaleway stands for in a request to `path`; undefined where the model has none. */
export function attributeOf(path: string, field: string | undefined): Path | undefined {
  if (!field) return undefined;
  const kind = KINDS.find(([pattern]) => pattern.test(path))?.[1];
  const name = (kind && FIELDS[kind]?.[field]) ?? COMMON[field];
  return name ? [name] : undefined;
}
