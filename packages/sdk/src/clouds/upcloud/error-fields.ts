type Path = readonly (string | number)[];

/** Attributes of the model by the beginning of UpCloud's codes (`SIZE_INVALID`) and fields (`invalid_params`), by kind. */
const FIELDS: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  server: [
    [/^(plan|core_number|core_memory|memory_amount|server_resources|host_)/, 'size'],
    [/^(storage_size|size_|storage_tier|tier_|storage_resources)/, 'diskGib'],
    [/^storage/, 'image'],
    [/^user_data/, 'userData'],
    [/^(network|interface|ip_address|address_|mac_)/, 'networks'],
    [/^(login_user|ssh_key)/, 'sshKeyIds'],
    [/^(title|hostname|server_title)/, 'name'],
  ],
  volume: [
    [/^(size|storage_resources)/, 'sizeGib'],
    [/^(server_|storage_device|device_address|address_)/, 'serverId'],
    [/^(title|storage_title)/, 'name'],
  ],
  network: [
    [/^(network_name|router_name|name_)/, 'name'],
    [/^(ip_network|address|gateway|network_invalid)/, 'subnets'],
  ],
  public_ip: [
    [/^(mac|server|interface)/, 'serverId'],
    [/^family/, 'version'],
  ],
};
const COMMON: readonly (readonly [RegExp, string])[] = [
  [/^zone/, 'region'],
  [/label/, 'labels'],
];

/** Kinds by the path that tells them; the first that fits. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^\/storage(\/|$)|\/storage\/(attach|detach)$/, 'volume'],
  [/^\/server(\/|$)/, 'server'],
  [/^\/(network|router)(\/|$)/, 'network'],
  [/^\/(ip_address|server-group)(\/|$)/, 'public_ip'],
];

/** The attribute to blame for a code or field of a request to `path`; undefined where the model has none. */
export function attributeOf(path: string, word: string | undefined): Path | undefined {
  if (!word) return undefined;
  const kind = KINDS.find(([form]) => form.test(path))?.[1];
  const fields = [...(kind ? (FIELDS[kind] ?? []) : []), ...COMMON];
  const attribute = fields.find(([form]) => form.test(word.toLowerCase()))?.[1];
  return attribute === undefined ? undefined : [attribute];
}
