import type { TerraformProvider } from 'cdktf';

/** A place that a web service stands at. */
export interface WebServiceCloud {
  /** Id of the cloud, as the provider has it: `hetzner`, `scaleway`. */
  readonly cloud: string;
  /** The vendor's own region or zone (`fsn1`, `fr-par-1`) or a country (`DE`). */
  readonly region: string;
  /** In place of the service's `size`. */
  readonly size?: string;
  /** Where that size is sold out there, or beyond the quota, at create: these, the preferred first. A server that stands keeps its size. */
  readonly otherSizes?: string[];
  /** In place of the service's `image`. */
  readonly image?: string;
  /** Id of an SSH key that is at this cloud already, in place of a new one: a cloud takes the same key only once. */
  readonly sshKeyId?: string;
}

/** What a web service is made of. */
export interface WebServiceProps {
  /** Where it stands, one entry a place. */
  readonly clouds: WebServiceCloud[];
  /** Size of each server: an SCS flavour name (`SCS-2V-4`), so that it means the same everywhere, or the vendor's own. */
  readonly size: string;
  /** Image of each server: `debian-12`, `ubuntu-24.04`, or the vendor's own id. */
  readonly image: string;
  /** Public key that the servers let in, OpenSSH form; can be left out where every cloud has an `sshKeyId`. */
  readonly sshPublicKey?: string;
  /** How many servers at each place. Default: 1. */
  readonly serversPerCloud?: number;
  /** TCP ports that are open to everyone. Default: 80 and 443. */
  readonly ports?: number[];
  /** Address blocks from which SSH (port 22) is let in. Default: none, so that nobody is. */
  readonly sshFrom?: string[];
  /** cloud-init user data of each server. Sent once and never stored. */
  readonly userData?: string;
  /** Any text; changing it (also from none) replaces the servers, so that new `userData` takes effect. */
  readonly userDataVersion?: string;
  /** Gives each server a volume of so many GiB. Default: no volumes. */
  readonly volumeGib?: number;
  /** Address range of the private network at each place. Default: 10.0.0.0/16. */
  readonly ipRange?: string;
  /** Labels of everything but the SSH keys, which not every cloud labels. */
  readonly labels?: { [key: string]: string };
  /** First part of every name: `a-z`, `0-9` and `-`. Default: the construct's id. */
  readonly name?: string;
  /** Default: the stack's Hansa provider without an alias. */
  readonly provider?: TerraformProvider;
}
