type Path = readonly (string | number)[];

/** The model's attribute for a property that IONOS names, by the kind that the request is about. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  server: {
    cores: 'size',
    ram: 'size',
    cpuFamily: 'size',
    type: 'size',
    image: 'image',
    imageAlias: 'image',
    imagePassword: 'sshKeyIds',
    sshKeys: 'sshKeyIds',
    userData: 'userData',
    size: 'diskGib',
    ips: 'networks',
    lan: 'networks',
    ids: 'firewallIds',
  },
  volume: { size: 'sizeGib', id: 'serverId' },
  public_ip: { ips: 'serverId', location: 'region' },
  network: { public: 'ipRange' },
  firewall: {
    rules: 'rules',
    protocol: 'rules',
    sourceIp: 'rules',
    targetIp: 'rules',
    portRangeStart: 'rules',
    portRangeEnd: 'rules',
  },
};
const COMMON: Readonly<Record<string, string>> = {
  name: 'name',
  description: 'labels',
  key: 'labels',
  value: 'labels',
  location: 'region',
};

/** Kinds by the part of the path that tells them; the first that fits. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\/servers\/[^/]+\/volumes(\/|$)/, 'volume'],
  [/\/servers(\/|$)/, 'server'],
  [/\/volumes(\/|$)/, 'volume'],
  [/\/securitygroups(\/|$)/, 'firewall'],
  [/\/lans(\/|$)/, 'network'],
  [/^\/ipblocks(\/|$)/, 'public_ip'],
];

/**
 * The attribute that a message of IONOS blames, which begins with the place in the body: `[(root).properties.cores] …`; undefined where
 * the model has none.
 */
export function attributeOf(path: string, message: string): Path | undefined {
  const at = /^\[\(root\)\.(\S*)\]/.exec(message)?.[1] ?? '';
  const field = at
    .split(/[.[\]]+/)
    .filter((part) => part !== '' && !/^\d+$/.test(part))
    .at(-1);
  if (!field) return undefined;
  const kind = KINDS.find(([pattern]) => pattern.test(path))?.[1];
  const name = (kind && FIELDS[kind]?.[field]) ?? COMMON[field];
  return name ? [name] : undefined;
}
