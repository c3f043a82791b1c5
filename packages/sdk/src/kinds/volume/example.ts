import type { Example } from '../model/example.js';

export const volumeExample: Example = {
  needs: ['server'],
  spec: (name, region, has) => ({ name, region, sizeGib: 10, serverId: has['server']?.id, labels: { env: 'test' } }),
  changes: [
    { set: { labels: { env: 'prod' } } },
    { set: { sizeGib: 12 } },
    { set: { serverId: null } },
    { set: { sizeGib: 14 } },
    { set: (has) => ({ serverId: has['server']?.id }) },
  ],
};
