import type { Example } from '../model/example.js';

export const serverExample: Example = {
  needs: ['ssh_key', 'network', 'firewall'],
  spec: (name, region, has) => ({
    name,
    region,
    size: 'SCS-1V-2',
    image: 'debian-12',
    sshKeyIds: [has['ssh_key']?.id],
    networks: [{ networkId: has['network']?.id }],
    firewallIds: [has['firewall']?.id],
    userData: '#cloud-config\npackages: [nginx]\n',
    labels: { env: 'test' },
  }),
  changes: [
    { set: { labels: { env: 'prod', role: 'web' } } },
    { set: { name: 'renamed' } },
    { set: { size: 'SCS-4V-8' } },
    { set: { power: 'off' } },
    { set: { size: 'SCS-1V-2' } },
    { set: { power: 'on' } },
    { set: { firewallIds: [] } },
    { set: { networks: [] } },
    { set: (has) => ({ networks: [{ networkId: has['network']?.id }] }) },
    { set: (has) => ({ firewallIds: [has['firewall']?.id] }) },
    { set: { userDataVersion: '2' } },
    { set: { image: 'ubuntu-24.04' } },
  ],
};
