import type { Example } from '../model/example.js';

export const publicIpExample: Example = {
  needs: ['server'],
  spec: (name, region, has) => ({ name, region, serverId: has['server']?.id, labels: { env: 'test' } }),
  changes: [
    { set: { labels: { env: 'prod' } } },
    { set: { serverId: null } },
    { set: (has) => ({ serverId: has['server']?.id }) },
  ],
};
