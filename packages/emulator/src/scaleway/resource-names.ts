/** How errors name what stands at a path, as recorded in 2026-07 for 404 answers. */
const NAMES: readonly (readonly [path: RegExp, resource: string])[] = [
  [/^\/instance\/.*\/servers\/[^/]+\/private_nics(?:\/([^/]+))?/, 'instance_private_nic'],
  [/^\/instance\/.*\/servers(?:\/([^/]+))?/, 'instance_server'],
  [/^\/instance\/.*\/security_groups\/[^/]+\/rules(?:\/([^/]+))?/, 'instance_security_group_rule'],
  [/^\/instance\/.*\/security_groups(?:\/([^/]+))?/, 'instance_security_group'],
  [/^\/instance\/.*\/ips(?:\/([^/]+))?/, 'instance_ip'],
  [/^\/instance\/.*\/volumes(?:\/([^/]+))?/, 'instance_volume'],
  [/^\/instance\/.*\/images(?:\/([^/]+))?/, 'instance_image'],
  [/^\/block\/.*\/volumes(?:\/([^/]+))?/, 'volume'],
  [/^\/block\/.*\/snapshots(?:\/([^/]+))?/, 'snapshot'],
  [/^\/vpc\/.*\/private-networks(?:\/([^/]+))?/, 'private_network'],
  [/^\/vpc\/.*\/vpcs(?:\/([^/]+))?/, 'vpc'],
  [/^\/ipam\/.*\/ips(?:\/([^/]+))?/, 'ip'],
  [/^\/iam\/.*\/ssh-keys(?:\/([^/]+))?/, 'ssh_key'],
  [/^\/account\/.*\/projects(?:\/([^/]+))?/, 'project_id'],
];

export function resourceOf(path: string): { readonly resource: string; readonly id: string } {
  for (const [pattern, resource] of NAMES) {
    const match = pattern.exec(path);
    if (match) return { resource, id: match[1] ?? '' };
  }
  return { resource: 'unknown', id: '' };
}
