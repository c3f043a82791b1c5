import { SshKey } from '@hansa/provider-hansa/ssh-key';
import { Construct } from 'constructs';
import { check, lacksKey } from './check.js';
import { WebServiceDeployment } from './deployment.js';
import { placeId } from './names.js';
import type { WebServiceProps } from './props.js';

/**
 * Servers behind a firewall in a private network, with an address that stays, on any list of clouds.
 *
 * @throws Error that lists everything that is wrong with the props
 * @example
 * new HansaProvider(this, 'hansa', { owner: 'shop-prod' });
 * const web = new WebService(this, 'web', {
 *   clouds: [{ cloud: 'hetzner', region: 'fsn1' }, { cloud: 'scaleway', region: 'fr-par-1' }],
 *   size: 'SCS-2V-4',
 *   image: 'debian-12',
 *   sshPublicKey: 'ssh-ed25519 AAAA… me',
 * });
 * new TerraformOutput(this, 'addresses', { value: web.addresses });
 */
export class WebService extends Construct {
  /** One for each place, in the order of `clouds`. */
  readonly deployments: WebServiceDeployment[];
  /** The new SSH keys, one for each cloud that needs one. */
  readonly sshKeys: SshKey[];

  constructor(scope: Construct, id: string, props: WebServiceProps) {
    super(scope, id);
    const { name = id, clouds, provider } = props;
    const issues = check(name, props);
    if (issues.length > 0) throw new Error([`WebService "${this.node.path}":`, ...issues].join('\n  '));

    // A key belongs to an account, not to a place: one for each cloud, however many of its places there are. No labels on it: not
    // every cloud takes them for keys.
    const needed = new Set(clouds.filter(lacksKey).map(({ cloud }) => cloud));
    const keys = new Map(
      [...needed].map((cloud) => [
        cloud,
        new SshKey(this, `ssh-key-${cloud}`, { cloud, name, publicKey: props.sshPublicKey ?? '', provider }),
      ]),
    );
    this.sshKeys = [...keys.values()];
    this.deployments = clouds.map((at) => {
      const sshKeyId = at.sshKeyId ?? keys.get(at.cloud)?.id ?? '';
      return new WebServiceDeployment(this, placeId(at), { at, name, sshKeyId, service: props });
    });
  }

  /** The deployments at one cloud. */
  deploymentsAt(cloud: string): WebServiceDeployment[] {
    return this.deployments.filter((deployment) => deployment.cloud === cloud);
  }

  /** Public address by place: `{ 'hetzner-fsn1': '…', 'scaleway-fr-par-1': '…' }`. */
  get addresses(): { [place: string]: string } {
    return Object.fromEntries(this.deployments.map((deployment) => [deployment.node.id, deployment.address]));
  }
}
