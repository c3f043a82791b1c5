import { CloudError } from '../../../errors/index.js';
import { externalNetwork } from '../../../openstack/external-network.js';
import type { NetworkApi } from '../../../openstack/network/api.js';
import { Service } from '../../../openstack/service.js';
import type { WireSecurityGroup } from '../../../openstack/wire.js';
import type { Clock } from '../../../runtime/clock.js';
import type { ConnectContext } from '../../../runtime/driver/cloud.js';
import { Memo } from '../../../runtime/memo.js';
import type { Link } from '../../../runtime/transport/http.js';
import type { Session } from './session.js';

/** How long external networks and default groups are believed, ms. */
const KEEP_MS = 10 * 60_000;

/** Name of the network that public addresses come from, in every region (docs.ovhcloud.com, Public Cloud network services, read 2026-11). */
const EXTERNAL = 'Ext-Net';

/** The project's Neutron, region by region: for what OVHcloud's own API has not. */
export class Neutron {
  private readonly regions = new Map<string, Promise<NetworkApi>>();
  private readonly kept: Memo;
  /** Sees to a gateway for a network before a public address is led into it. Set by who has OVHcloud's own API. */
  route: (region: string, ...port: Parameters<NonNullable<NetworkApi['route']>>) => Promise<void> = async () => {};

  constructor(
    private readonly session: Session,
    private readonly transport: ConnectContext<object>['transport'],
    clock: Clock,
  ) {
    this.kept = new Memo(clock, KEEP_MS);
  }

  /** Whether somebody gave a user of the project's OpenStack. */
  get possible(): boolean {
    return this.session.possible;
  }

  /** Neutron in that region. @throws CloudError `unauthenticated` without a user of OpenStack, `unsupported` where the region has none. */
  in(region: string): Promise<NetworkApi> {
    const known = this.regions.get(region) ?? this.connect(region);
    this.regions.set(region, known);
    known.catch(() => this.regions.delete(region));
    return known;
  }

  private async connect(region: string): Promise<NetworkApi> {
    const { session, kept } = this;
    const { catalogue, projectId } = await session.open();
    const found = catalogue
      .filter(({ type }) => type === 'network')
      .flatMap(({ endpoints }) => endpoints)
      .find((one) => one.region_id === region && one.interface === 'public');
    if (!found) throw noNeutron(region);
    const authenticate: Link = (next) => (request) =>
      next({ ...request, headers: { ...request.headers, 'x-auth-token': session.current ?? '' } });
    const url = found.url.replace(/\/+$/, '');
    const baseUrl = url.endsWith('/v2.0') ? url : `${url}/v2.0`;
    const network = new Service({ session, send: this.transport({ baseUrl, authenticate }) });
    return {
      region,
      projectId,
      network,
      externalNetwork: () => kept.get(`external ${region}`, () => externalNetwork(network, EXTERNAL)),
      defaultGroupId: () =>
        kept.get(`default group ${region}`, async () => {
          const query = { name: 'default', project_id: projectId };
          const [group] = await network.pages<WireSecurityGroup>('/security-groups', 'security_groups', query);
          return group?.id;
        }),
      route: (port, wait) => this.route(region, port, wait),
    };
  }
}

function noNeutron(region: string): CloudError {
  return new CloudError('unsupported', {
    attribute: ['region'],
    message: `the project's OpenStack has no network service in ${region}`,
    next: ['use another region'],
  });
}
