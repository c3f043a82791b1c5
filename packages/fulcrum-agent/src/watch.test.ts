import { type AnyKind, CloudError, KINDS } from '@hansa/sdk';
import { FulcrumAgent } from './index.js';
import { newFederation } from './testing/federation.fixture.js';

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJvnjQHFoCmW6RSrcWWw8t+zaBTnkzBhZ7lTnbZVmvfX';

const SPECS: Record<string, object> = {
  ssh_key: { publicKey: KEY },
  network: { ipRange: '10.0.0.0/16' },
  firewall: { rules: [{ direction: 'in', protocol: 'tcp', ports: '22', cidrs: ['0.0.0.0/0'] }] },
  server: { vcpus: 2, memoryGib: 4, image: 'debian-12' },
  volume: { sizeGib: 20 },
  public_ip: {},
};

it.each(['hetzner', 'scaleway', 'openstack', 'upcloud', 'ionos', 'ovh', 'seca'])(
  'sees no change at %s where nothing was changed',
  async (cloud) => {
    const federation = await newFederation(cloud);
    const { options, providerToken, consumer, emulator } = federation;
    try {
      const handle = consumer();
      const [place] = await handle.places();
      let made = 0;
      for (const { name, attributes } of KINDS as readonly AnyKind[]) {
        const placed = 'region' in attributes ? { region: place?.id } : {};
        const labels = 'labels' in attributes ? { labels: { env: 'test' } } : {};
        const spec = { name: `t-${name.replace('_', '-')}`, ...placed, ...labels, ...SPECS[name] };
        const create = (wish: object) => handle.kind(name).create(wish as never);
        await create(spec)
          .catch((error: unknown) => {
            // Where things of a kind carry no labels.
            if (error instanceof CloudError && error.code === 'unsupported')
              return create({ ...spec, labels: undefined });
            throw error;
          })
          .then(
            () => (made += 1),
            (error: unknown) => {
              if (!(error instanceof CloudError && error.code === 'unsupported')) throw error;
            },
          );
      }
      expect(made).toBeGreaterThan(2);
      await new FulcrumAgent({ ...options, providerToken }).measure();
      expect(emulator.requests.count({ cloud: 'fulcrum', method: 'POST', path: '/api/v1/services/{id}/refresh' })).toBe(
        0,
      );
    } finally {
      await federation.close();
    }
  },
);
