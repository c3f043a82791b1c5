import type { Example } from '../model/example.js';

export const networkExample: Example = {
  needs: [],
  spec: (name, region) => ({
    name,
    region,
    ipRange: '10.20.0.0/16',
    subnets: [{ ipRange: '10.20.1.0/24' }],
    labels: { env: 'test' },
  }),
  changes: [
    { set: { labels: { env: 'prod', tier: 'net' } } },
    { set: { subnets: [{ ipRange: '10.20.1.0/24' }, { ipRange: '10.20.2.0/24' }] } },
    { set: { subnets: [{ ipRange: '10.20.2.0/24' }] } },
    { set: { ipRange: '10.0.0.0/8' } },
  ],
};
