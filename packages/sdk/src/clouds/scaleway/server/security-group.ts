import { CloudError } from '../../../errors/index.js';
import type { ScalewayApi } from '../api.js';
import { paths } from '../paths.js';
import type { WireSecurityGroup } from '../wire.js';

/** Uuid of the project's default group in a zone, behind which servers without a firewall stand; undefined before the first server. */
export function defaultGroup(api: ScalewayApi, zone: string): Promise<string | undefined> {
  return api.keep(`default group ${zone}`, async () => {
    const query = { project: api.projectId, project_default: true };
    const groups = await api.list<WireSecurityGroup>(paths.securityGroups(zone), 'security_groups', query);
    return groups.find((group) => group.project_default)?.id;
  });
}

/** Puts a server behind one group, or behind the project's default one. */
export async function putBehind(
  api: ScalewayApi,
  zone: string,
  server: string,
  group: string | undefined,
): Promise<void> {
  const id = group ?? (await defaultGroup(api, zone));
  if (!id) {
    throw new CloudError('conflict', {
      attribute: ['firewallIds'],
      message: `the project has no default security group in ${zone}`,
      next: ['make one in console.scaleway.com, Instances, Security groups, and mark it as the default'],
    });
  }
  // The vendor wants a name and does not look at it (scaleway/terraform-provider-scaleway, instance server, read 2026-11).
  await api.patch(paths.servers(zone, server), { security_group: { id, name: id } });
}
