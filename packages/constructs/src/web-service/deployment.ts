import { Firewall } from '@hansa/provider-hansa/firewall';
import { Network } from '@hansa/provider-hansa/network';
import { PublicIp } from '@hansa/provider-hansa/public-ip';
import { Server } from '@hansa/provider-hansa/server';
import { Volume } from '@hansa/provider-hansa/volume';
import { Construct } from 'constructs';
import { placeName } from './names.js';
import type { WebServiceCloud, WebServiceProps } from './props.js';

const EVERYONE = ['0.0.0.0/0', '::/0'];

/** One place's part of a web service. */
export interface WebServiceDeploymentProps {
  readonly at: WebServiceCloud;
  /** First part of every name. */
  readonly name: string;
  /** Id of the SSH key that the servers let in. */
  readonly sshKeyId: string;
  readonly service: WebServiceProps;
}

/** A web service at one place. Made by {@link WebService}. */
export class WebServiceDeployment extends Construct {
  readonly cloud: string;
  readonly region: string;
  readonly network: Network;
  readonly firewall: Firewall;
  readonly servers: Server[];
  /** One for each server, in the servers' order; empty without `volumeGib`. */
  readonly volumes: Volume[];
  /** The address that stays, which leads to the first server. */
  readonly publicIp: PublicIp;

  constructor(scope: Construct, id: string, { at, name, sshKeyId, service }: WebServiceDeploymentProps) {
    super(scope, id);
    const { cloud, region } = at;
    const { serversPerCloud = 1, ports = [80, 443], sshFrom = [], volumeGib, labels, provider } = service;
    this.cloud = cloud;
    this.region = region;
    const base = placeName(name, at);
    const common = { cloud, region, labels, provider };

    this.network = new Network(this, 'network', { ...common, name: base, ipRange: service.ipRange });
    const rules = [...ports.map((port) => tcp(port, EVERYONE)), ...(sshFrom.length > 0 ? [tcp(22, sshFrom)] : [])];
    this.firewall = new Firewall(this, 'firewall', { ...common, name: base, rules });
    const size = at.size ?? service.size;
    this.servers = range(serversPerCloud).map(
      (n) =>
        new Server(this, `server-${n}`, {
          ...(at.otherSizes?.length
            ? { candidates: [size, ...at.otherSizes].map((one) => ({ cloud, region, size: one })), labels, provider }
            : { ...common, size }),
          name: `${base}-${n}`,
          image: at.image ?? service.image,
          sshKeyIds: [sshKeyId],
          firewallIds: [this.firewall.id],
          networks: [{ networkId: this.network.id }],
          userData: service.userData,
          userDataVersion: service.userDataVersion,
        }),
    );
    this.volumes =
      volumeGib === undefined
        ? []
        : this.servers.map(
            ({ id: serverId }, i) =>
              new Volume(this, `volume-${i + 1}`, {
                ...common,
                name: `${base}-${i + 1}`,
                sizeGib: volumeGib,
                serverId,
              }),
          );
    this.publicIp = new PublicIp(this, 'public-ip', { ...common, name: base, serverId: this.servers[0]?.id });
  }

  /** The public address of the service at this place. */
  get address(): string {
    return this.publicIp.address;
  }
}

function tcp(port: number, cidrs: string[]) {
  return { direction: 'in', protocol: 'tcp', ports: String(port), cidrs };
}

/** 1 to `count`. */
function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1);
}
