import type { Example } from '../model/example.js';

const everyone = ['0.0.0.0/0', '::/0'];

export const firewallExample: Example = {
  needs: [],
  spec: (name, region) => ({
    name,
    region,
    labels: { env: 'test' },
    rules: [
      { direction: 'in', protocol: 'tcp', ports: '22', cidrs: ['192.0.2.0/24'] },
      { direction: 'in', protocol: 'tcp', ports: '8000-8100', cidrs: everyone },
      { direction: 'in', protocol: 'icmp', cidrs: everyone },
    ],
  }),
  changes: [
    { set: { labels: { env: 'prod' } } },
    {
      set: {
        rules: [
          { direction: 'in', protocol: 'udp', ports: '53', cidrs: everyone },
          { direction: 'out', protocol: 'tcp', cidrs: everyone },
        ],
      },
    },
    { set: { rules: [] } },
  ],
};
