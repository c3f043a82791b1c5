import type { CloudRequest, Reply, Route } from '../../core/http.js';
import { fault } from '../errors.js';
import { rootOf } from '../root.js';

/** What Nova of the Zed release speaks (its API history, read 2026-11). */
const MIN = '2.1';
const MAX = '2.93';

const versionOf = (request: CloudRequest) => ({
  id: 'v2.1',
  status: 'CURRENT',
  version: MAX,
  min_version: MIN,
  updated: '2013-07-23T11:33:21Z',
  links: [
    { rel: 'self', href: `${rootOf(request)}/compute/v2.1/` },
    { rel: 'describedby', type: 'text/html', href: 'http://docs.openstack.org/' },
  ],
  'media-types': [{ base: 'application/json', type: 'application/vnd.openstack.compute+json;version=2.1' }],
});

/** Nova's own pages about its versions: nobody has to log in for them. */
export function computeVersions(): Route[] {
  const one = (request: CloudRequest): Reply => ({ status: 200, body: { version: versionOf(request) } });
  const all = (request: CloudRequest): Reply => {
    const { 'media-types': _, ...version } = versionOf(request);
    const links = version.links.slice(0, 1);
    const former = {
      ...version,
      id: 'v2.0',
      status: 'SUPPORTED',
      version: '',
      min_version: '',
      updated: '2011-01-21T11:33:21Z',
      links: links.map((link) => ({ ...link, href: link.href.replace('v2.1', 'v2') })),
    };
    return { status: 200, body: { versions: [former, { ...version, links }] } };
  };
  return [
    { method: 'GET', path: '', handle: all },
    { method: 'GET', path: '/', handle: all },
    { method: 'GET', path: '/v2.1', handle: one },
    { method: 'GET', path: '/v2.1/', handle: one },
  ];
}

/** A microversion as a number that can be compared: `2.47` is 2047. @throws Refusal for one that Nova does not speak */
export function microversionOf(request: CloudRequest): number {
  const version = askedFor(request);
  if (version === 'latest') return numberOf(MAX);
  if (!/^\d+\.\d+$/.test(version))
    throw fault(400, `API Version String '${version}' is of invalid format. It must be of format Major.Minor.`);
  const number = numberOf(version);
  if (number < numberOf(MIN) || number > numberOf(MAX))
    throw fault(406, `Version ${version} is not supported by the API. Minimum is ${MIN} and maximum is ${MAX}.`);
  return number;
}

/** The headers in which Nova says which microversion it answered in. */
export function microversionHeaders(request: CloudRequest): Record<string, string> {
  const asked = askedFor(request);
  // One that it does not speak is told all the same, where it reads like one.
  const version = asked === 'latest' ? MAX : asked;
  if (!/^\d+\.\d+$/.test(version)) return {};
  return {
    'OpenStack-API-Version': `compute ${version}`,
    'X-OpenStack-Nova-API-Version': version,
    Vary: 'OpenStack-API-Version, X-OpenStack-Nova-API-Version',
  };
}

function askedFor({ headers }: CloudRequest): string {
  const said = /^compute\s+(\S+)/.exec(String(headers['openstack-api-version'] ?? ''))?.[1];
  return said ?? String(headers['x-openstack-nova-api-version'] ?? MIN);
}

function numberOf(version: string): number {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major * 1000 + minor;
}
