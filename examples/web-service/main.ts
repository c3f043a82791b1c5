// One web service on six clouds: network, firewall, SSH key, address, and two servers with a volume each, at all of them.
import { join } from 'node:path';
import { WebService } from '@hansa/constructs';
import { HansaProvider } from '@hansa/provider-hansa/provider';
import { App, LocalBackend, TerraformOutput, TerraformStack } from 'cdktf';
import { sshPublicKey } from './ssh-key.js';

const app = new App();
const stack = new TerraformStack(app, 'web-service');

// The owner marks what this app makes. Credentials are found as each vendor's own tools find them.
new HansaProvider(stack, 'hansa', { owner: 'web-service' });
// A real one keeps its state where its team can reach it: S3Backend, HttpBackend, …
new LocalBackend(stack, { path: join(import.meta.dirname, 'terraform.web-service.tfstate') });

const web = new WebService(stack, 'web', {
  clouds: [
    { cloud: 'hetzner', region: 'fsn1' },
    { cloud: 'scaleway', region: 'fr-par-1' },
    { cloud: 'openstack', region: 'nova' },
    { cloud: 'ionos', region: 'de/fra' },
    { cloud: 'ovh', region: 'GRA11' },
    { cloud: 'upcloud', region: 'de-fra1' },
  ],
  serversPerCloud: 2,
  size: 'SCS-2V-4',
  image: 'debian-12',
  sshPublicKey: sshPublicKey(),
  volumeGib: 20,
  userData: '#cloud-config\npackages: [nginx]\n',
  labels: { app: 'web' },
});

new TerraformOutput(stack, 'addresses', { staticId: true, value: web.addresses });
new TerraformOutput(stack, 'servers', {
  staticId: true,
  value: web.deployments.flatMap(({ servers, publicIp }) =>
    servers.map((server, i) => ({
      cloud: server.cloud,
      place: server.place,
      name: server.name,
      type: server.nativeSize,
      // The address that stays leads to the first; at some clouds it takes the place of the server's own.
      address: i === 0 ? publicIp.address : server.publicIpv4Address,
      price_per_month: server.pricePerMonth,
      currency: server.priceCurrency,
    })),
  ),
});

app.synth();
