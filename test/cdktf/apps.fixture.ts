/** A fork of CDKTF, and our packages for it. */
export interface Fork {
  readonly fork: string;
  readonly constructs: string;
  readonly bindings: string;
}

export const FORKS: readonly Fork[] = [
  { fork: 'cdktf', constructs: '@hansa/constructs', bindings: '@hansa/provider-hansa' },
  { fork: 'cdktn', constructs: '@hansa/constructs/cdktn', bindings: '@hansa/provider-hansa/cdktn' },
];

// The same app, written for a fork; each is TypeScript, and JavaScript as well.

/** A web service. */
export function webServiceApp({ fork, constructs, bindings }: Fork): string {
  return `
import { App, LocalBackend, TerraformOutput, TerraformStack } from '${fork}';
import { WebService } from '${constructs}';
import { dataHansaServer } from '${bindings}';
import { HansaProvider } from '${bindings}/provider';

const app = new App({ outdir: 'out', context: { targetVersions: { terraform: '>=1.11', opentofu: '>=1.11' } } });
const stack = new TerraformStack(app, 'shop');
new HansaProvider(stack, 'hansa', { owner: '${fork}', clouds: { hetzner: { region: 'fsn1' } } });
new LocalBackend(stack, { path: 'terraform.tfstate' });
const web = new WebService(stack, 'web', {
  clouds: [{ cloud: 'hetzner', region: 'fsn1' }],
  size: 'SCS-2V-4',
  image: 'debian-12',
  sshPublicKey: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJvnjQHFoCmW6RSrcWWw8t+zaBTnkzBhZ7lTnbZVmvfX me@example',
  userData: '#cloud-config',
  volumeGib: 10,
});
const [deployment] = web.deployments;
const found = new dataHansaServer.DataHansaServer(stack, 'found', { cloud: 'hetzner', id: deployment?.servers[0]?.id });
new TerraformOutput(stack, 'ip', { staticId: true, value: found.networks.get(0).ip });
app.synth();
`;
}

/** Servers where a placement chose; with `await` at its top, so a module. */
export function placementApp({ fork, constructs, bindings }: Fork): string {
  return `
import { loadClaims } from '@hansa/sdk/claims';
import { App, LocalBackend, TerraformOutput, TerraformStack } from '${fork}';
import { checkPolicy } from '${constructs}/policy';
import { placement } from '${bindings}';
import { HansaProvider } from '${bindings}/provider';
import { Server } from '${bindings}/server';

const app = new App({ outdir: 'out' });
const stack = new TerraformStack(app, 'shop');
new HansaProvider(stack, 'hansa', { owner: '${fork}', clouds: { hetzner: {}, scaleway: {} } });
new LocalBackend(stack, { path: 'terraform.tfstate' });
checkPolicy(stack, { policy: { countries: ['EEA'] }, claims: await loadClaims() });

const place = new placement.Placement(stack, 'place', {
  requirements: {
    size: 'SCS-2V-4',
    image: 'debian-12',
    countries: ['DE', 'FR'],
    instances: 2,
    spread: { countries: 2 },
  },
});
// Of the first choice, and of any by its number.
const first = new Server(stack, 'first', { candidates: place.candidates, name: 'first', image: 'debian-12' });
new Server(stack, 'second', { candidates: place.choices.get(1).candidates, name: 'second', image: 'debian-12' });
new TerraformOutput(stack, 'where', { staticId: true, value: first.cloud });
app.synth();
`;
}
