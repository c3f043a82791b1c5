import type { CloudHandle } from '@hansa/sdk';

type Values = Record<string, unknown>;

/** One thing of the workload: what was asked for, and what came of it. */
export interface Thing {
  readonly kind: string;
  readonly spec: Values;
  readonly state: Values & { id: string };
}

/** Names of the workload's things, by kind. */
export type Workload = Record<'ssh_key' | 'network' | 'firewall' | 'server' | 'volume' | 'public_ip', Thing>;

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJvnjQHFoCmW6RSrcWWw8t+zaBTnkzBhZ7lTnbZVmvfX me@example';

/**
 * Makes one of every kind, put together: a server with its key, network, firewall, volume and address. `prefix` stands before every
 * name; `onMade` gets each thing as soon as it is there, to have it taken down whatever comes.
 */
export async function makeWorkload(
  cloud: CloudHandle,
  region: string | undefined,
  size: string,
  { prefix = '', onMade }: { prefix?: string; onMade?: (thing: Thing) => void } = {},
): Promise<Workload> {
  const make = async (kind: string, wish: Values): Promise<Thing> => {
    const spec = { ...wish, name: `${prefix}${wish['name']}` };
    const state = (await cloud.kind(kind).create(spec as never)) as Thing['state'];
    onMade?.({ kind, spec, state });
    return { kind, spec, state };
  };
  const ssh_key = await make('ssh_key', { name: 'me', publicKey: KEY });
  const network = await make('network', {
    name: 'net',
    region,
    ipRange: '10.1.0.0/16',
    subnets: [{ ipRange: '10.1.1.0/24' }],
    labels: { role: 'inner' },
  });
  const firewall = await make('firewall', {
    name: 'web',
    region,
    rules: [
      { direction: 'in', protocol: 'tcp', ports: '443', cidrs: ['0.0.0.0/0', '::/0'] },
      { direction: 'in', protocol: 'icmp', cidrs: ['10.0.0.0/8'] },
    ],
  });
  const server = await make('server', {
    name: 'web-1',
    region,
    size,
    image: 'debian-12',
    sshKeyIds: [ssh_key.state.id],
    firewallIds: [firewall.state.id],
    networks: [{ networkId: network.state.id }],
    userData: '#cloud-config\n',
    labels: { role: 'web' },
  });
  const volume = await make('volume', { name: 'data', region, sizeGib: 20, serverId: server.state.id });
  const public_ip = await make('public_ip', { name: 'ip', region, serverId: server.state.id });
  return { ssh_key, network, firewall, server, volume, public_ip };
}

/** What differs by now from what was asked for, as a plan tells it; `gone` where the thing is. */
export async function driftOf(cloud: CloudHandle, { kind, spec, state }: Thing): Promise<string[] | 'gone'> {
  const collection = cloud.kind(kind);
  const prior = await collection.read(state.id, state as never);
  if (!prior) return 'gone';
  const { issues, changed } = await collection.plan({ spec, prior });
  const errors = issues.filter(({ severity }) => severity === 'error');
  return [...changed, ...errors.map(({ attribute = [], message }) => `${attribute.join('.')}: ${message}`)];
}

/** Brings the thing back to what was asked for. */
export async function putBack(cloud: CloudHandle, { kind, spec, state }: Thing): Promise<void> {
  const collection = cloud.kind(kind);
  const prior = await collection.read(state.id, state as never);
  await collection.change({ prior, spec } as never);
}

/** The vendor's own id: what stands behind the last slash. */
export function nativeId({ state }: Thing): string {
  return state.id.split('/').at(-1) ?? '';
}
